// Command × state → who hears what.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ArgsOf, CommandName } from '../../../domain/command/list.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { newsOf } from '../../../domain/talk/news.ts';
import {
  notificationKinds,
  notificationKindWords,
  notificationWords,
} from '../../../domain/talk/notification.ts';
import { seeded } from '../../random.ts';
import { randomStep } from '../command/random-desk.ts';
import { ANA, BEN, CEM, Desk, id, LEA, placeOfWords, VIC } from '../desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  desk.marks(ANA);
  desk.brings(BEN, 'piece');
});

/** `2 mention`, `3 reply`: who is told what. */
function hears<Name extends CommandName>(
  actor: number,
  name: Name,
  args: ArgsOf<Name>,
): readonly string[] {
  const before = desk.state;
  const { puts } = desk.does(actor, name, args);
  return newsOf(before, puts, actor)
    .map(({ to, kind }) => `${to} ${kind}`)
    .sort();
}

const onClaim = { kind: 'claim', claim: id('claim') } as const;
const says = (name: string, words = 'Really?', on: ArgsOf<'comment.add'>['on'] = onClaim) => ({
  commentId: id(name),
  on,
  comment: words,
});
const inThread = { kind: 'thread', thread: id('one') } as const;

describe('talk', () => {
  test('about somebody’s claim, evidence or verdict is told to them, never to the actor', () => {
    desk.judges(CEM, 'true');
    expect(hears(BEN, 'comment.add', says('a'))).toEqual([`${ANA} comment`]);
    expect(hears(ANA, 'comment.add', says('b'))).toEqual([]);
    const evidence = { kind: 'evidence', evidence: id('piece') } as const;
    expect(hears(ANA, 'comment.add', says('c', 'So?', evidence))).toEqual([`${BEN} comment`]);
    const verdict = { kind: 'verdict', claim: id('claim'), author: CEM } as const;
    expect(hears(ANA, 'comment.add', says('d', 'So?', verdict))).toEqual([`${CEM} comment`]);
  });

  test('names people, once each; who is named hears no more of the same comment', () => {
    const words = `@[${ANA}] @[${CEM}] @[${CEM}] @[${BEN}]`;
    expect(hears(BEN, 'comment.add', says('a', words))).toEqual([
      `${ANA} mention`,
      `${CEM} mention`,
    ]);
  });

  test('a change of a comment tells those alone who were not named before', () => {
    hears(BEN, 'comment.add', says('one', `@[${CEM}]`));
    const comment = `@[${CEM}] and @[${LEA}]`;
    expect(hears(BEN, 'comment.edit', { commentId: id('one'), revision: 1, comment })).toEqual([
      `${LEA} mention`,
    ]);
    expect(hears(BEN, 'comment.delete', { commentId: id('one') })).toEqual([]);
  });

  test('a reply is told to all who are part of the thread, and to whose work it is about', () => {
    hears(BEN, 'comment.add', says('one'));
    hears(CEM, 'comment.add', says('two', 'Yes.', inThread));
    expect(hears(LEA, 'comment.add', says('three', 'No.', inThread))).toEqual([
      `${ANA} comment`,
      `${BEN} reply`,
      `${CEM} reply`,
    ]);
    desk.does(CEM, 'comment.delete', { commentId: id('two') });
    expect(hears(ANA, 'comment.add', says('four', 'Hm.', inThread))).toEqual([
      `${LEA} reply`,
      `${BEN} reply`,
    ]);
  });

  test('resolving and reopening are told to those who are part of it', () => {
    hears(BEN, 'comment.add', says('one'));
    hears(CEM, 'comment.add', says('two', 'Yes.', inThread));
    const turn = { threadId: id('one'), reason: 'Done.' };
    expect(hears(CEM, 'thread.resolve', turn)).toEqual([`${BEN} resolved`]);
    expect(hears(LEA, 'thread.reopen', turn)).toEqual([`${BEN} reopened`, `${CEM} reopened`]);
  });

  test('on words of the text is told to those who are named', () => {
    const place = placeOfWords('A source reported');
    const said = { ...says('one', `@[${VIC}] look`, { kind: 'text' }), place };
    expect(hears(BEN, 'comment.add', said)).toEqual([`${VIC} mention`]);
  });
});

describe('judging', () => {
  test('a review is told to the verdict’s author, and whether it disagrees', () => {
    desk.judges(ANA, 'true');
    expect(hears(BEN, 'review.give', desk.review(ANA, 'agree', 'r1'))).toEqual([`${ANA} review`]);
    expect(hears(CEM, 'review.give', desk.review(ANA, 'disagree', 'r2'))).toEqual([
      `${ANA} disagreement`,
    ]);
  });

  test('a verdict far from another is told to its author', () => {
    desk.judges(ANA, 'true');
    expect(hears(BEN, 'verdict.give', desk.verdict('mostly-true'))).toEqual([]);
    expect(hears(CEM, 'verdict.give', desk.verdict('false'))).toEqual([
      `${ANA} disagreement`,
      `${BEN} disagreement`,
    ]);
  });

  test('a ruling is told to all who judged, a pass included', () => {
    desk.judges(ANA, 'true');
    desk.passes(BEN);
    const ruling = {
      rulingId: id('ruling'),
      claimId: id('claim'),
      claimVersion: 1,
      rating: 'true',
      explanation: '',
      replaces: null,
    };
    expect(hears(LEA, 'ruling.give', ruling)).toEqual([`${ANA} ruling`, `${BEN} ruling`]);
  });

  test('what a verdict rests on changes: its author is told that it is stale', () => {
    desk.judges(CEM, 'true', { evidence: [id('piece')] });
    const edit = { evidenceId: id('piece'), version: 1, changes: { note: 'n' } };
    expect(hears(BEN, 'evidence.edit', edit)).toEqual([`${CEM} stale`]);
    // It rests on the earlier version: that it is stale is known.
    const remove = { evidenceId: id('piece'), reason: '', withSource: false };
    expect(hears(BEN, 'evidence.remove', remove)).toEqual([]);
  });
});

describe('claims', () => {
  test('are assigned: the new ones hear of it', () => {
    const assign = { claimId: id('claim'), add: [BEN, CEM], remove: [] };
    expect(hears(LEA, 'claim.assign', assign)).toEqual([`${BEN} assigned`, `${CEM} assigned`]);
    expect(hears(LEA, 'claim.assign', { ...assign, add: [CEM, LEA] })).toEqual([]);
  });

  test('are changed: whoever judged hears that it is stale, its maker and assignees that it changed', () => {
    desk.judges(CEM, 'true');
    desk.does(LEA, 'claim.assign', { claimId: id('claim'), add: [BEN], remove: [] });
    // Filling an empty field is no new version.
    const first = { claimId: id('claim'), version: 1, changes: { restatement: 'It is so.' } };
    expect(hears(LEA, 'claim.restate', first)).toEqual([]);
    const second = { claimId: id('claim'), version: 1, changes: { restatement: 'It is not.' } };
    expect(hears(LEA, 'claim.restate', second)).toEqual([
      `${ANA} claim-changed`,
      `${BEN} claim-changed`,
      `${CEM} stale`,
    ]);
  });

  test('are withdrawn: its maker and assignees hear of it', () => {
    desk.does(LEA, 'claim.assign', { claimId: id('claim'), add: [BEN], remove: [] });
    expect(hears(LEA, 'claim.withdraw', { claimId: id('claim'), reason: '' })).toEqual([
      `${ANA} claim-withdrawn`,
      `${BEN} claim-withdrawn`,
    ]);
  });
});

test('whoever has left hears nothing', () => {
  desk.becomes(ANA, null);
  expect(hears(BEN, 'comment.add', says('a'))).toEqual([]);
});

test('whatever people do: never the actor, only members, each thing once, and no word of what was written', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = seeded(seed);
    const busy = new Desk();
    for (let at = 0; at < 150; at += 1) {
      const step = randomStep(busy, random, at);
      const before = busy.state;
      const outcome = busy.attempt(step.actor, step.name, step.args);
      if (isRefusal(outcome)) continue;
      const news = newsOf(before, outcome.puts, step.actor);
      const what = `seed ${seed}, step ${at}: ${step.name}`;
      for (const one of news) {
        expect(one.to, what).not.toBe(step.actor);
        expect(before.people.get(one.to)?.role, what).toBeTruthy();
        expect(Object.keys(one).sort(), what).toEqual(['claim', 'kind', 'thread', 'to']);
        if (one.claim) expect(Object.keys(one.claim).sort()).toEqual(['id', 'number']);
      }
      const keys = news.map((one) => JSON.stringify(one));
      expect(new Set(keys).size, what).toBe(keys.length);
      if (step.name === 'verdict.pass' || step.name.startsWith('source.'))
        expect(news, what).toEqual([]);
    }
  }
});

test('every kind has words that follow a name, of one thing and of several, and bear no rating', () => {
  for (const kind of notificationKinds) {
    expect(notificationKindWords[kind]).toMatch(/^[A-Z].*[^.]$/);
    for (const count of [1, 3]) {
      for (const number of [null, 12]) {
        const words = notificationWords({ kind, count, number });
        expect(words).toMatch(/^[a-z].*[^.]$/);
        expect(words).not.toMatch(/true|false|null|undefined/);
      }
    }
  }
});
