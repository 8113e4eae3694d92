// The sample with talk about everything that can be talked about, and with
// claims that were merged and split.
import type { Claim } from '../../../domain/record/claim.ts';
import type { Comment } from '../../../domain/record/comment.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { verdictKey } from '../../../domain/record/verdict.ts';
import type { ExportInput } from '../../../server/exporters/export-document.ts';
import { comment, idFor, marked, sampleInput } from './sample.ts';

/** In order: claim, reply, evidence, verdict, text, deleted with a reply to it, edited, on the merged claim. */
export const talk = {
  claim: 'About the claim, for @Ana Analyst.',
  reply: 'A reply to that.',
  evidence: 'About the video.',
  verdict: 'About the verdict of Ana.',
  text: 'About words of the text.',
  gone: 'About words that are gone.',
  behindDeleted: 'After a deleted one.',
  edited: 'Said otherwise now.',
  merged: 'Said before the merge.',
} as const;

const words = 'The men refused';

export function withTalk(input: ExportInput = sampleInput()): ExportInput {
  const { records, text } = input;
  const claim = idFor('claim', 1);
  const onClaim = { kind: 'claim', claim } as const;
  const said = (number: number, more: Partial<Comment>): Comment =>
    comment(number, { createdAt: input.now - 1000 + number, ...more });
  const on = (quote: string) => ({
    quote: { exact: quote, prefix: '', suffix: '' },
    position: { start: 0, end: quote.length },
  });
  const firstWords = text.textBetween(0, text.content.size, '\n').slice(0, 20);
  const comments = [
    said(11, { about: onClaim, comment: talk.claim.replace('@Ana Analyst', '@[2]') }),
    said(12, { thread: idFor('comment', 11), about: onClaim, comment: talk.reply, createdBy: 2 }),
    said(13, {
      about: { kind: 'evidence', claim, evidence: idFor('evidence', 1) },
      comment: talk.evidence,
    }),
    said(14, {
      about: { kind: 'verdict', claim, author: 2, revision: 1 },
      comment: talk.verdict,
      turns: [{ resolved: true, at: input.now, by: 2, reason: 'Looked it up.' }],
    }),
    said(15, { anchor: on(firstWords), comment: talk.text }),
    said(16, { anchor: on(words), comment: talk.gone }),
    said(17, { about: onClaim, comment: '', deleted: { at: input.now, by: 2 } }),
    said(18, { thread: idFor('comment', 17), about: onClaim, comment: talk.behindDeleted }),
    said(19, { about: onClaim, comment: talk.edited, revision: 2, modifiedAt: input.now }),
    said(20, { about: { kind: 'claim', claim: idFor('claim', 21) }, comment: talk.merged }),
  ];
  const claims = [...records.claims.values()];
  const like = (number: number, exact: string, more: Partial<Claim>): Claim => ({
    ...claims[2]!,
    id: idFor('claim', number),
    number,
    quote: { exact, prefix: '', suffix: '' },
    ...more,
  });
  const withdrawn = { at: input.now, by: 1, reason: '' };
  const more = [
    like(21, 'The same in other words', { mergedInto: claim, withdrawn }),
    like(22, 'Two things in one', {
      splitInto: [idFor('claim', 3), idFor('claim', 4)],
      withdrawn,
    }),
  ];
  const partOf = (each: Claim): Claim =>
    each.number === 3 || each.number === 4 ? { ...each, partOf: idFor('claim', 22) } : each;
  const [first] = records.verdicts.values();
  const [ruling] = records.rulings.values();
  const [piece] = records.evidence.values();
  if (first?.kind !== 'verdict' || !ruling || !piece) throw new Error('The sample lost a record.');
  const given = {
    ...first,
    claim: idFor('claim', 21),
    author: 3,
    rationale: 'Given before the merge.',
  };
  const state: RecordState = {
    ...records,
    claims: new Map([...claims.map(partOf), ...more].map((each) => [each.id, each])),
    verdicts: new Map([...records.verdicts, [verdictKey(given.claim, given.author), given]]),
    rulings: new Map([
      ...records.rulings,
      [
        idFor('ruling', 21),
        {
          ...ruling,
          id: idFor('ruling', 21),
          claim: given.claim,
          explanation: 'Ruled before the merge.',
        },
      ],
    ]),
    evidence: new Map([
      ...records.evidence,
      [piece.id, { ...piece, cameFrom: [idFor('claim', 21)] }],
    ]),
    comments: new Map(comments.map((each) => [each.id, each])),
  };
  return {
    ...input,
    records: state,
    text: marked(text, [{ id: idFor('comment', 15), quote: on(firstWords).quote }]),
  };
}
