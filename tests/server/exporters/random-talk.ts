import fc from 'fast-check';
import type { Comment } from '../../../domain/record/comment.ts';
import { at, authorship, idOf, line, person, somePeople } from './random-basics.ts';

interface Subjects {
  readonly claims: number;
  readonly evidence: readonly { readonly id: string; readonly claim: string }[];
  /** The verdicts, sealed ones too: something may have been said before. */
  readonly judged: readonly (readonly [claim: number, author: number])[];
}

/** What a thread can be about. */
function aboutOf({ claims, evidence, judged }: Subjects): fc.Arbitrary<Comment['about']> {
  const claim = fc.nat(claims - 1).map((index) => idOf('claim', index));
  return fc.oneof(
    fc.constant({ kind: 'text' as const }),
    claim.map((id) => ({ kind: 'claim' as const, claim: id })),
    fc
      .constantFrom(...evidence)
      .map(({ id, claim: on }) => ({ kind: 'evidence' as const, claim: on, evidence: id })),
    ...(judged.length === 0
      ? []
      : [
          fc.constantFrom(...judged).map(([index, author]) => ({
            kind: 'verdict' as const,
            claim: idOf('claim', index),
            author,
            revision: 1,
          })),
        ]),
  );
}

/** A thread with a reply; its first comment or the reply may have been deleted, or changed. */
export function threadAt(index: number, subjects: Subjects): fc.Arbitrary<Comment[]> {
  const first = idOf('talk', index * 10);
  const said = line.map((each) => `@[${somePeople[0]}] ${each}`);
  const turns = fc.array(
    fc.record({
      resolved: fc.boolean(),
      at,
      by: person,
      reason: fc.constant('Because.'),
    }),
    { maxLength: 2 },
  );
  const anchor = {
    quote: { exact: 'some words', prefix: '', suffix: '' },
    position: { start: 0, end: 10 },
  };
  return aboutOf(subjects).chain((about) => {
    const one = (id: string, more: Partial<Comment>): fc.Arbitrary<Comment> =>
      fc
        .record({
          id: fc.constant(id),
          thread: fc.constant(first),
          about: fc.constant(about),
          anchor: fc.constant(null),
          comment: said,
          revision: fc.integer({ min: 1, max: 9 }),
          deleted: fc.option(fc.record({ at, by: person }), { freq: 3 }),
          turns: fc.constant<Comment['turns']>([]),
          ...authorship,
        })
        // A deleted comment keeps its place and loses its words.
        .map((made) => ({ ...made, ...(made.deleted && { comment: '' }), ...more }));
    return fc
      .tuple(turns, one(first, {}), one(idOf('talk', index * 10 + 1), {}))
      .map(([decided, begun, reply]) => [
        // Text that is marked for a thread belongs to one on the text.
        { ...begun, turns: decided, anchor: about.kind === 'text' ? anchor : null },
        reply,
      ]);
  });
}
