// What holds of every exporter, with every choice that it offers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audiences } from '../../../domain/export/selection.ts';
import { blankSettings } from '../../../domain/record/settings.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import { readChoices } from '../../../server/exporters/choices.ts';
import { exporters } from '../../../server/exporters/list.ts';
import { decoded, everyChoice, inputOf } from './asked.ts';
import { randomDocument } from './random-document.ts';
import { marked, sampleInput } from './sample.ts';
import { type Asked, documentFor, writtenBytes } from './written.ts';

const sample = sampleInput();
const blank: RecordState = {
  claims: new Map(),
  sources: new Map(),
  evidence: new Map(),
  verdicts: new Map(),
  reviews: new Map(),
  rulings: new Map(),
  comments: new Map(),
  settings: blankSettings(''),
  people: new Map(),
};

test('ids, labels and endings are unique', () => {
  const all = exporters.map((exporter) => ({
    id: exporter.id,
    label: exporter.label,
    extension: exporter.kind({}).extension,
  }));
  for (const of of ['id', 'label', 'extension'] as const) {
    expect(new Set(all.map((each) => each[of])).size).toBe(all.length);
  }
});

describe.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
  '%s',
  (_, exporter) => {
    const choices = everyChoice(exporter);

    test('describes itself and each option so that a person can choose', () => {
      expect(exporter.id).toMatch(/^[a-z][a-z-]+$/);
      expect(exporter.purpose).toMatch(/^[A-Z].*\.$/);
      for (const option of exporter.options) {
        expect(option.id).toMatch(/^[a-z]+$/);
        expect(option.help).toMatch(/^[A-Z].*\.$/);
        for (const audience of audiences) {
          expect(option.values.map(({ id }) => id)).toContain(option.standard[audience]);
        }
      }
    });

    test('says by ending and media type what the file is, whatever is chosen', () => {
      for (const asked of choices) {
        const document = documentFor(exporter, sample, asked);
        const { extension, mediaType } = exporter.kind(document.chosen);
        expect(extension).toMatch(/^[a-z]+(\.[a-z]+)?$/);
        expect(mediaType).toMatch(/^[a-z]+\/[a-z+]+(; .*)?$/);
        const [start] = exporter.write(document, () => {});
        const zip =
          Buffer.from(start ?? '')
            .subarray(0, 2)
            .toString() === 'PK';
        expect(zip).toBe(mediaType === 'application/zip');
      }
    });

    test.each(choices)('writes a document that is empty, and one with a claim: %o', (asked) => {
      const text = textSchema.node('doc');
      const empty = inputOf({ text, records: blank });
      expect(writtenBytes(exporter, empty, asked).length).toBeGreaterThan(0);
      const claims = new Map([...sample.records.claims].slice(0, 1));
      const one = { ...sample, records: { ...blank, claims } };
      expect(writtenBytes(exporter, one, asked).length).toBeGreaterThan(0);
    });

    test('writes any document, with any choice, the same each time, whole characters alone, and says how far it is', () => {
      fc.assert(
        fc.property(randomDocument, fc.constantFrom(...choices), (made, asked) => {
          const input = inputOf(made);
          const document = documentFor(exporter, input, asked);
          const shares: number[] = [];
          const pieces = [...exporter.write(document, (share) => shares.push(share))];
          const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
          expect(writtenBytes(exporter, input, asked).equals(bytes)).toBe(true);
          for (const piece of pieces) expect(piece.length).toBeLessThan(1_000_000);
          expect(shares).toEqual(shares.toSorted((a, b) => a - b));
          for (const share of shares) expect(share).toBeLessThanOrEqual(1);
          const { mediaType } = exporter.kind(document.chosen);
          if (mediaType !== 'application/zip')
            new TextDecoder('utf-8', { fatal: true }).decode(bytes);
          const text = decoded(bytes);
          expect(text.isWellFormed()).toBe(true);
          if (!mediaType.includes('json')) expect(text).not.toContain('\0');
        }),
        { numRuns: 60 },
      );
    });

    test('refuses what it does not offer, and says what there is', () => {
      const refused = (asked: Asked) => {
        const read = readChoices(exporter, asked);
        return isRefusal(read) ? read.reason : 'it was read';
      };
      expect(refused({ audience: 'everybody' })).toContain('internal, public');
      expect(refused({ frills: 'yes' })).toContain('audience');
      expect(refused({ names: 'perhaps' })).toContain('yes, no');
      for (const inside of ['talk', 'withdrawn']) {
        expect(refused({ audience: 'public', [inside]: 'yes' })).not.toBe('it was read');
      }
    });
  },
);

test('what was withdrawn is there where that is chosen', () => {
  for (const exporter of exporters.filter(({ options }) =>
    options.some(({ id, audiences: of }) => id === 'withdrawn' && of.length > 0),
  )) {
    const file = (asked: Asked) =>
      decoded(writtenBytes(exporter, sample, { audience: 'internal', ...asked }));
    expect(file({}), exporter.id).not.toContain('Taken back');
    expect(file({ withdrawn: 'yes' }), exporter.id).toContain('Taken back');
  }
});

test('a quote that the text does not have is marked nowhere', () => {
  const { text, records } = sample;
  const before = text.toString();
  expect(
    marked(
      text,
      [...records.claims.values()].filter((claim) => claim.number === 7),
    ).toString(),
  ).toBe(before);
});
