import { beforeEach, describe, expect, test } from 'vitest';
import type { ArgsOf } from '../../../domain/command/list.ts';
import { limits } from '../../../domain/limits.ts';
import { threadsOf, threadsOn } from '../../../domain/talk/thread.ts';
import { ANA, BEN, CEM, Desk, id, LEA, placeOfWords, VIC } from '../desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  desk.marks(ANA);
  desk.brings(ANA, 'piece');
  desk.judges(ANA, 'true');
});

type On = ArgsOf<'comment.add'>['on'];
const onClaim: On = { kind: 'claim', claim: id('claim') };
const inThread = (name = 'one'): On => ({ kind: 'thread', thread: id(name) });
const said = (name: string, on: On = onClaim, comment = 'Really?') => ({
  commentId: id(name),
  on,
  comment,
});
const says = (actor: number, name: string, on?: On, comment?: string): void =>
  void desk.does(actor, 'comment.add', said(name, on, comment));
const comment = (name = 'one') => {
  const found = desk.state.comments.get(id(name));
  if (!found) throw new RangeError(`No comment ${name}.`);
  return found;
};

describe('comment.add', () => {
  test('begins a thread on a claim, a piece of evidence or a verdict, and replies in one', () => {
    says(BEN, 'one');
    says(BEN, 'two', { kind: 'evidence', evidence: id('piece') });
    says(BEN, 'three', { kind: 'verdict', claim: id('claim'), author: ANA });
    says(CEM, 'reply', inThread('three'), 'Yes.');
    expect(threadsOf(desk.state).map(({ comments }) => comments.length)).toEqual([1, 1, 2]);
    expect(comment('reply').about).toEqual({
      kind: 'verdict',
      claim: id('claim'),
      author: ANA,
      revision: 1,
    });
    expect(threadsOn(desk.state, threadsOf(desk.state), id('claim'))).toHaveLength(3);
    expect(threadsOn(desk.state, threadsOf(desk.state), id('other'))).toEqual([]);
  });

  test('on words of the text is anchored as a claim is', () => {
    const place = placeOfWords('A source reported');
    const outcome = desk.does(BEN, 'comment.add', { ...said('one', { kind: 'text' }), place });
    expect(outcome.anchor).toBe(id('one'));
    expect(comment().anchor?.quote.exact).toBe('A source reported');
    says(BEN, 'reply', inThread());
    expect(comment('reply').anchor).toBeNull();
    expect(desk.refuses(BEN, 'comment.add', said('two', { kind: 'text' }))).toBe('words-not-found');
    expect(desk.refuses(BEN, 'comment.add', { ...said('two'), place })).toBe('words-not-found');
  });

  test('takes nobody else’s id, a claim’s least of all', () => {
    const place = placeOfWords('A source reported');
    expect(desk.refuses(BEN, 'comment.add', { ...said('claim', { kind: 'text' }), place })).toBe(
      'id-taken',
    );
    says(BEN, 'one');
    expect(desk.refuses(BEN, 'comment.add', said('one'))).toBe('id-taken');
    expect(desk.refuses(BEN, 'claim.mark', { claimId: id('one'), place, checks: 'said' })).toBe(
      'id-taken',
    );
  });

  test('is for analysts and above, about what is there', () => {
    expect(desk.refuses(VIC, 'comment.add', said('one'))).toBe('not-allowed');
    expect(desk.refuses(BEN, 'comment.add', said('one', inThread('none')))).toBe('no-such-comment');
    const other: On = { kind: 'verdict', claim: id('claim'), author: BEN };
    expect(desk.refuses(BEN, 'comment.add', said('one', other))).toBe('no-such-verdict');
    desk.does(ANA, 'evidence.remove', {
      evidenceId: id('piece'),
      reason: '',
      withSource: false,
    });
    const gone: On = { kind: 'evidence', evidence: id('piece') };
    expect(desk.refuses(BEN, 'comment.add', said('one', gone))).toBe('no-such-evidence');
    says(BEN, 'one');
    says(BEN, 'reply', inThread());
    expect(desk.refuses(BEN, 'comment.add', said('two', inThread('reply')))).toBe(
      'no-such-comment',
    );
    desk.does(ANA, 'claim.withdraw', { claimId: id('claim'), reason: '' });
    expect(desk.refuses(BEN, 'comment.add', said('two'))).toBe('claim-withdrawn');
    expect(desk.refuses(BEN, 'comment.add', said('two', inThread()))).toBe('claim-withdrawn');
  });

  test('names only people who can read the document, and not a crowd', () => {
    says(BEN, 'one', onClaim, '@[3] and @[6], look.');
    for (const words of ['@[99]', '@[0]']) {
      expect(desk.refuses(BEN, 'comment.add', said('two', onClaim, words))).toBe('no-such-person');
    }
    desk.becomes(CEM, null);
    expect(desk.refuses(BEN, 'comment.add', said('two', onClaim, '@[4]'))).toBe('no-such-person');
    const crowd = Array.from({ length: limits.mentions + 1 }, (_, at) => `@[${at + 1}]`).join();
    expect(desk.refuses(BEN, 'comment.add', said('two', onClaim, crowd))).toBe('too-large');
  });

  test('says something', () => {
    for (const words of ['', ' \n\t', 'x'.repeat(limits.words + 1)]) {
      expect(desk.refuses(BEN, 'comment.add', said('one', onClaim, words))).toBe('bad-request');
    }
  });

  test('is bounded in number: in a minute, and in a thread', () => {
    says(BEN, 'one');
    for (let at = 1; at < limits.commentsPerMinute; at += 1) says(BEN, `b${at}`, inThread());
    expect(desk.refuses(BEN, 'comment.add', said('more', inThread()))).toBe('rate-limited');
    says(ANA, 'another', inThread());
    for (let at = desk.state.comments.size; at < limits.commentsPerThread; at += 1) {
      desk.now += 60_000;
      says(ANA, `c${at}`, inThread());
    }
    expect(desk.refuses(ANA, 'comment.add', said('full', inThread()))).toBe('too-large');
    says(ANA, 'elsewhere');
  });
});

describe('changing what was said', () => {
  beforeEach(() => says(BEN, 'one', onClaim, 'First @[4].'));

  test('is its author’s and the leads’', () => {
    const edit = { commentId: id('one'), revision: 1, comment: 'Second.' };
    expect(desk.refuses(CEM, 'comment.edit', edit)).toBe('not-allowed');
    expect(desk.refuses(CEM, 'comment.delete', { commentId: id('one') })).toBe('not-allowed');
    desk.does(BEN, 'comment.edit', edit);
    expect(comment()).toMatchObject({ comment: 'Second.', revision: 2, modifiedBy: BEN });
    desk.does(LEA, 'comment.edit', { ...edit, revision: 2, comment: 'Third.' });
    expect(comment()).toMatchObject({ createdBy: BEN, modifiedBy: LEA });
    desk.does(LEA, 'comment.delete', { commentId: id('one') });
  });

  test('of another revision is refused, and so is what says the same', () => {
    desk.does(BEN, 'comment.edit', { commentId: id('one'), revision: 1, comment: 'Second.' });
    expect(
      desk.refuses(BEN, 'comment.edit', { commentId: id('one'), revision: 1, comment: 'Other.' }),
    ).toBe('conflict');
    expect(
      desk.refuses(BEN, 'comment.edit', { commentId: id('one'), revision: 2, comment: 'Second.' }),
    ).toBe('nothing-to-change');
  });

  test('may go on naming somebody who has left since', () => {
    desk.becomes(CEM, null);
    const edit = { commentId: id('one'), revision: 1, comment: 'Ask @[4] again.' };
    desk.does(BEN, 'comment.edit', edit);
    expect(
      desk.refuses(BEN, 'comment.edit', { ...edit, revision: 2, comment: '@[4] and @[99]' }),
    ).toBe('no-such-person');
  });

  test('deleting leaves the place without the words; its author takes it back, but not a lead’s', () => {
    says(CEM, 'reply', inThread());
    desk.does(BEN, 'comment.delete', { commentId: id('one') });
    expect(comment()).toMatchObject({ comment: '', deleted: { by: BEN } });
    expect(threadsOf(desk.state)).toHaveLength(1);
    expect(
      desk.refuses(BEN, 'comment.edit', { commentId: id('one'), revision: 1, comment: 'No.' }),
    ).toBe('no-such-comment');
    const restore = { commentId: id('one'), comment: 'First.' };
    expect(desk.refuses(CEM, 'comment.restore', restore)).toBe('not-allowed');
    desk.does(BEN, 'comment.restore', restore);
    desk.does(LEA, 'comment.delete', { commentId: id('one') });
    expect(desk.refuses(BEN, 'comment.restore', restore)).toBe('not-allowed');
    desk.does(CEM, 'comment.delete', { commentId: id('reply') });
    expect(threadsOf(desk.state)).toEqual([]);
  });
});

describe('resolving and reopening', () => {
  beforeEach(() => says(BEN, 'one', onClaim, '漢'.repeat(5000)));
  const thread = () => threadsOf(desk.state)[0];
  const turn = (reason: string) => ({ threadId: id('one'), reason });

  test('go in turns, by anybody who may comment, with a reason', () => {
    expect(desk.refuses(CEM, 'thread.reopen', turn('Why not.'))).toBe('nothing-to-change');
    desk.does(CEM, 'thread.resolve', turn('Answered.'));
    expect(thread()?.resolved).toBe(true);
    expect(desk.refuses(ANA, 'thread.resolve', turn('Again.'))).toBe('nothing-to-change');
    desk.does(BEN, 'thread.reopen', turn('Not yet.'));
    expect(thread()?.resolved).toBe(false);
    expect(comment().turns).toMatchObject([
      { resolved: true, by: CEM, reason: 'Answered.' },
      { resolved: false, by: BEN, reason: 'Not yet.' },
    ]);
    expect(desk.refuses(ANA, 'thread.resolve', turn(' '))).toBe('bad-request');
    expect(desk.refuses(VIC, 'thread.resolve', turn('Viewer.'))).toBe('not-allowed');
  });

  test('never take words off the comment, however often and long', () => {
    const before = comment().comment;
    for (let at = 0; at < 30; at += 1) {
      desk.does(CEM, at % 2 === 0 ? 'thread.resolve' : 'thread.reopen', turn('漢'.repeat(200)));
    }
    expect(comment().comment).toBe(before);
    expect(comment().turns.at(-1)).toMatchObject({ resolved: false });
  });
});
