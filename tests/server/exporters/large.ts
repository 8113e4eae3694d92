// Ten thousand claims, with two pieces of evidence and three verdicts each.
import { verdictKey } from '../../../domain/record/verdict.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import type { ExportInput } from '../../../server/exporters/export-document.ts';
import { idFor, sampleInput } from './sample.ts';

function first<R>(records: ReadonlyMap<string, R>): R {
  const [record] = records.values();
  if (record === undefined) throw new Error('The sample lost its first record.');
  return record;
}

export function largeInput(claims = 10_000): ExportInput {
  const sample = sampleInput();
  const { records } = sample;
  const [said, claim, piece, verdict] = [
    first(records.comments),
    first(records.claims),
    first(records.evidence),
    first(records.verdicts),
  ];
  const numbers = Array.from({ length: claims }, (_, index) => index + 1);
  const text = textSchema.node(
    'doc',
    null,
    Array.from({ length: Math.ceil(claims / 50) }, (_, section) =>
      textSchema.node(
        'section',
        null,
        numbers
          .slice(section * 50, section * 50 + 50)
          .map((number) =>
            textSchema.node(
              'paragraph',
              null,
              textSchema.text(`claim ${number}.`, [
                textSchema.mark('anchor', { id: idFor('claim', number) }),
              ]),
            ),
          ),
      ),
    ),
  );
  return {
    ...sample,
    text,
    records: {
      ...records,
      claims: new Map(
        numbers.map((number) => [
          idFor('claim', number),
          {
            ...claim,
            id: idFor('claim', number),
            number,
            twin: null,
            quote: { ...claim.quote, exact: `claim ${number}.` },
          },
        ]),
      ),
      evidence: new Map(
        numbers.flatMap((number) =>
          [1, 2].map((turn) => {
            const id = idFor('e', number * 10 + turn);
            return [id, { ...piece, id, claim: idFor('claim', number) }] as const;
          }),
        ),
      ),
      comments: new Map(
        numbers.slice(0, claims / 2).map((number) => {
          const id = idFor('talk', number);
          const about = { kind: 'claim', claim: idFor('claim', number) } as const;
          return [id, { ...said, id, thread: id, about }] as const;
        }),
      ),
      verdicts: new Map(
        numbers.flatMap((number) =>
          [1, 2, 3].map(
            (author) =>
              [
                verdictKey(idFor('claim', number), author),
                { ...verdict, claim: idFor('claim', number), author },
              ] as const,
          ),
        ),
      ),
    },
  };
}
