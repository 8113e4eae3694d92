import { expect, test } from 'vitest';
import { unreadByClaim } from '../../../../client/features/desk/talk/threads.ts';
import { ANA, BEN, Desk, id, placeOfWords } from '../../../domain/desk.ts';

const nothingRead = { all: 0, threads: {} };

function talkingDesk(): Desk {
  const desk = new Desk();
  desk.marks(ANA, 'claim', 'Mobilized men claimed');
  desk.marks(ANA, 'second', 'Reports of poorly staffed personnel');
  desk.brings(ANA, 'piece');
  const says = (actor: number, name: string, on: object, more = {}): void =>
    void desk.does(actor, 'comment.add', {
      commentId: id(name),
      on,
      comment: 'Really?',
      ...more,
    } as never);
  says(BEN, 'one', { kind: 'claim', claim: id('claim') });
  says(ANA, 'mine', { kind: 'thread', thread: id('one') });
  says(BEN, 'two', { kind: 'evidence', evidence: id('piece') });
  says(BEN, 'three', { kind: 'claim', claim: id('second') });
  says(BEN, 'text', { kind: 'text' }, { place: placeOfWords('A source reported') });
  return desk;
}

test('what is new is counted by claim, with its evidence, and without what is mine or on the text', () => {
  const { state } = talkingDesk();
  expect(unreadByClaim(state, nothingRead, ANA)).toEqual(
    new Map([
      [id('claim'), 2],
      [id('second'), 1],
    ]),
  );
  const { createdAt } = state.comments.get(id('one')) ?? { createdAt: 0 };
  const read = { all: 0, threads: { [id('one')]: createdAt } };
  expect(unreadByClaim(state, read, ANA).get(id('claim'))).toBe(1);
  expect(unreadByClaim(state, undefined, ANA).size).toBe(0);
});

test('the talk of a merged claim is new on the one that it went into', () => {
  const desk = talkingDesk();
  desk.does(ANA, 'claim.merge', {
    claimId: id('second'),
    version: 1,
    into: id('claim'),
  });
  expect(unreadByClaim(desk.state, nothingRead, ANA)).toEqual(new Map([[id('claim'), 3]]));
});
