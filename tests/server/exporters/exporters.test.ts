import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankSettings } from '../../../domain/record/settings.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import { audiences, type ExportInput } from '../../../server/exporters/exporter.ts';
import { exportFileName } from '../../../server/exporters/file-name.ts';
import { exporters } from '../../../server/exporters/list.ts';
import { randomDocument, type RandomDocument } from './random-document.ts';
import { idFor, marked, sampleInput } from './sample.ts';

const blank: RecordState = {
  claims: new Map(),
  sources: new Map(),
  evidence: new Map(),
  verdicts: new Map(),
  reviews: new Map(),
  rulings: new Map(),
  settings: blankSettings(''),
  people: new Map(),
};

function inputOf(document: RandomDocument, more: Partial<ExportInput> = {}): ExportInput {
  return {
    document: { id: 'id', title: document.records.settings.title },
    original: null,
    audience: 'public',
    now: 1_780_000_000_000,
    ...document,
    ...more,
  };
}

test('ids, labels and endings are unique', () => {
  for (const of of ['id', 'label', 'extension'] as const) {
    const all = exporters.map((exporter) => exporter[of]);
    expect(new Set(all).size).toBe(all.length);
  }
});

describe.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
  '%s',
  (_, exporter) => {
    test('writes an empty document', () => {
      const text = textSchema.node('doc');
      expect(exporter.write(inputOf({ text, records: blank }))).not.toBe('');
    });

    test('writes any document, for either audience, the same each time', () => {
      fc.assert(
        fc.property(randomDocument, fc.constantFrom(...audiences), (document, audience) => {
          const input = inputOf(document, { audience });
          expect(exporter.write(input)).toBe(exporter.write(input));
        }),
        { numRuns: 200 },
      );
    });

    test('tells the public nothing of a protected source but its grade', () => {
      const secret = 'Seekrit';
      fc.assert(
        fc.property(randomDocument, ({ text, records }) => {
          const words = {
            title: secret,
            author: secret,
            publisher: secret,
            origin: secret,
            medium: secret,
            language: secret,
          };
          const sources = new Map(
            [...records.sources].map(([id, source]) => [
              id,
              {
                ...source,
                ...words,
                url: `https://${secret}.example/`,
                published: { edtf: '2026', asWritten: secret },
                archived: [{ url: `https://${secret}.example/copy`, file: null, capturedAt: 1 }],
                protected: true,
                removed: { at: 1, by: 0, reason: secret },
              },
            ]),
          );
          const evidence = new Map(
            [...records.evidence].map(([id, piece]) => [
              id,
              {
                ...piece,
                passage: secret,
                translation: secret,
                translator: secret,
                note: secret,
                question: secret,
                removed: null,
              },
            ]),
          );
          // So that every piece of evidence is on the page.
          const claims = new Map(
            [...records.claims].map(([id, claim]) => [id, { ...claim, withdrawn: null }]),
          );
          const state = { ...records, claims, sources, evidence };
          expect(exporter.write(inputOf({ text, records: state }))).not.toContain(secret);
          expect(
            exporter.write(inputOf({ text, records: state }, { audience: 'members' })),
          ).toContain(secret);
        }),
        { numRuns: 50 },
      );
    });

    test('writes 10,000 claims within seconds', () => {
      const sample = sampleInput().records;
      const claim = sample.claims.get(idFor('claim', 1));
      if (claim === undefined) throw new Error('The sample lost its first claim.');
      const numbers = Array.from({ length: 10_000 }, (__, index) => index + 1);
      const claims = new Map(
        numbers.map((number) => [
          idFor('claim', number),
          {
            ...claim,
            id: idFor('claim', number),
            number,
            quote: { ...claim.quote, exact: `claim ${number}.` },
          },
        ]),
      );
      const paragraphs = numbers.map((number) =>
        textSchema.node(
          'paragraph',
          null,
          textSchema.text(`claim ${number}.`, [
            textSchema.mark('anchor', { id: idFor('claim', number) }),
          ]),
        ),
      );
      const text = textSchema.node('doc', null, textSchema.node('section', null, paragraphs));
      const began = performance.now();
      const file = exporter.write(inputOf({ text, records: { ...sample, claims } }));
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(file).toContain('claim 10000.');
    });
  },
);

describe('a file name', () => {
  const [exporter] = exporters;
  if (exporter === undefined) throw new Error('There is no exporter.');

  test.each([
    [
      'Russian Offensive Campaign Assessment, November 25',
      'russian-offensive-campaign-assessment-november-25.html',
    ],
    ['../../etc/passwd\r\nX: y', 'etc-passwd-x-y.html'],
    ['Ünïcode — 漢字', 'unicode-漢字.html'],
    ['"; rm -rf', 'rm-rf.html'],
    ['', 'document.html'],
    ['🙂', 'document.html'],
  ])('of %j is %s', (title, name) => {
    expect(exportFileName(title, exporter)).toBe(name);
  });

  test('is never long', () => {
    expect(exportFileName('x'.repeat(300), exporter).length).toBeLessThan(100);
  });
});

test('a quote that the text does not have is marked nowhere', () => {
  const { text, records } = sampleInput();
  const before = text.toString();
  expect(
    marked(
      text,
      [...records.claims.values()].filter((claim) => claim.number === 7),
    ).toString(),
  ).toBe(before);
});
