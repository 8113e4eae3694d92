// What holds of every exporter, with every choice that it offers.
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audiences } from '../../../domain/export/selection.ts';
import { blankSettings } from '../../../domain/record/settings.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import { readChoices } from '../../../server/exporters/choices.ts';
import type { ExportInput } from '../../../server/exporters/export-document.ts';
import type { Exporter } from '../../../server/exporters/exporter.ts';
import { exportFileName } from '../../../server/exporters/file-name.ts';
import { exporters } from '../../../server/exporters/list.ts';
import { largeInput } from './large.ts';
import { randomDocument, type RandomDocument } from './random-document.ts';
import { marked, sampleInput } from './sample.ts';
import { type Asked, documentFor, writtenBytes } from './written.ts';

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

function inputOf(document: RandomDocument): ExportInput {
  return {
    document: { id: 'id', title: document.records.settings.title },
    publicUrl: null,
    original: null,
    now: 1_780_000_000_000,
    ...document,
  };
}

/** Everything that can be asked of an exporter: each audience with each value of each option. */
function everyChoice(exporter: Exporter): Asked[] {
  return audiences.flatMap((audience) =>
    exporter.options
      .filter((option) => option.audiences.includes(audience))
      .reduce<Asked[]>(
        (asked, { id, values }) =>
          asked.flatMap((each) =>
            values
              .filter((value) => value.audiences?.includes(audience) ?? true)
              .map((value) => ({ ...each, [id]: value.id })),
          ),
        [{ audience }],
      ),
  );
}

/** What is in a file for whoever looks into it: zipped, encoded or escaped. */
function decoded(bytes: Buffer): string {
  const raw = bytes.toString();
  if (bytes.subarray(0, 2).toString() === 'PK') {
    return Object.values(unzipSync(bytes))
      .map((file) => strFromU8(file))
      .join('\n');
  }
  const base64 = [...raw.matchAll(/"data": ?"([A-Za-z0-9+/=]{8,})"/g)]
    .map(([, data]) => Buffer.from(data ?? '', 'base64').toString())
    .join('\n');
  const unescaped = raw
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\\([^\w\s])/g, '$1');
  return [raw, base64, unescaped].join('\n');
}

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
        const { chosen } = documentFor(exporter, sampleInput(), asked);
        const { extension, mediaType } = exporter.kind(chosen);
        expect(extension).toMatch(/^[a-z]+(\.[a-z]+)?$/);
        expect(mediaType).toMatch(/^[a-z]+\/[a-z+]+(; .*)?$/);
        const zip = writtenBytes(exporter, sampleInput(), asked).subarray(0, 2).toString() === 'PK';
        expect(zip).toBe(mediaType === 'application/zip');
      }
    });

    test.each(choices)('writes a document that is empty, and one with a claim: %o', (asked) => {
      const text = textSchema.node('doc');
      const empty = inputOf({ text, records: blank });
      expect(writtenBytes(exporter, empty, asked).length).toBeGreaterThan(0);
      const sample = sampleInput();
      const claims = new Map([...sample.records.claims].slice(0, 1));
      const one = { ...sample, records: { ...blank, claims } };
      expect(writtenBytes(exporter, one, asked).length).toBeGreaterThan(0);
    });

    test('writes any document, with any choice, the same each time, and says how far it is', () => {
      fc.assert(
        fc.property(randomDocument, fc.constantFrom(...choices), (made, asked) => {
          const input = inputOf(made);
          const file = writtenBytes(exporter, input, asked);
          expect(writtenBytes(exporter, input, asked).equals(file)).toBe(true);
          const shares: number[] = [];
          const pieces = exporter.write(documentFor(exporter, input, asked), (share) => {
            shares.push(share);
          });
          for (const piece of pieces) expect(piece.length).toBeLessThan(1_000_000);
          expect(shares).toEqual(shares.toSorted((a, b) => a - b));
          for (const share of shares) expect(share).toBeLessThanOrEqual(1);
        }),
        { numRuns: 60 },
      );
    });

    test('holds no half of a character and no NUL, whatever people wrote', () => {
      fc.assert(
        fc.property(randomDocument, fc.constantFrom(...choices), (made, asked) => {
          const bytes = writtenBytes(exporter, inputOf(made), asked);
          const text = decoded(bytes);
          if (
            exporter.kind(documentFor(exporter, inputOf(made), asked).chosen).mediaType !==
            'application/zip'
          )
            new TextDecoder('utf-8', { fatal: true }).decode(bytes);
          expect(text.isWellFormed()).toBe(true);
          if (!exporter.kind({}).mediaType.includes('json')) expect(text).not.toContain('\0');
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

    test('writes 10,000 claims, 20,000 pieces of evidence and 30,000 verdicts', () => {
      const input = largeInput();
      const before = process.memoryUsage().heapUsed;
      const began = performance.now();
      const document = documentFor(exporter, input, { audience: 'internal' });
      const prepared = performance.now();
      let bytes = 0;
      let longest = 0;
      let piece = performance.now();
      for (const part of exporter.write(document, () => {})) {
        bytes += part.length;
        longest = Math.max(longest, performance.now() - piece);
        piece = performance.now();
      }
      const [preparing, writing] = [prepared - began, performance.now() - prepared];
      const heap = process.memoryUsage().heapUsed - before;
      process.stdout.write(
        `${exporter.id}: prepared in ${preparing.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB ` +
          `written in ${writing.toFixed(0)} ms, heap ${(heap / 1e6).toFixed(0)} MB, longest piece ${longest.toFixed(0)} ms\n`,
      );
      expect(bytes).toBeGreaterThan(100_000);
    });
  },
);

describe('a file for the public', () => {
  const secret = 'Seekrit';
  const open = 'Readable';

  /** A secret in every place that is private, something readable in every place that is public. */
  function withSecrets({ text, records }: RandomDocument): RandomDocument {
    const taken = { at: 1, by: 1, reason: secret };
    const each = <R>(of: ReadonlyMap<string, R>, change: (record: R, index: number) => R) =>
      new Map([...of].map(([key, record], index) => [key, change(record, index)]));
    const shown = new Set([...records.claims].filter((_, index) => index > 0).map(([id]) => id));
    return {
      text,
      records: {
        ...records,
        claims: each(records.claims, (claim, index) =>
          index === 0
            ? {
                ...claim,
                withdrawn: taken,
                quote: { exact: secret, prefix: secret, suffix: secret },
                restatement: secret,
                short: secret,
                claimant: secret,
                chain: [{ who: secret, how: secret, when: secret }],
                date: { edtf: '2026', asWritten: secret },
                place: secret,
                tags: [secret],
                keptAgainst: secret,
              }
            : { ...claim, withdrawn: null, restatement: open },
        ),
        sources: each(records.sources, (source, index) =>
          index === 0
            ? {
                ...source,
                protected: true,
                url: `https://${secret}.example/`,
                archived: [
                  {
                    id: 'k'.repeat(21),
                    url: `https://${secret}.example/copy`,
                    file: null,
                    capturedAt: 1,
                    removed: null,
                  },
                ],
                title: secret,
                publisher: secret,
                author: secret,
                published: { edtf: '2026', asWritten: secret },
                language: secret,
                medium: secret,
                origin: secret,
                removed: null,
              }
            : {
                ...source,
                protected: false,
                title: open,
                removed: index === 1 ? taken : null,
                archived: [
                  {
                    id: 'k'.repeat(21),
                    url: '',
                    file: { sha256: 'a'.repeat(64), name: secret, mediaType: secret, bytes: 1 },
                    capturedAt: 1,
                    removed: null,
                  },
                ],
              },
        ),
        evidence: each(records.evidence, (piece, index) => {
          const hidden = records.sources.keys().next().value === piece.source;
          return hidden || index === 0 || !shown.has(piece.claim)
            ? {
                ...piece,
                passage: secret,
                translation: secret,
                translator: secret,
                note: secret,
                question: secret,
                removed: index === 0 ? taken : null,
              }
            : { ...piece, passage: open, translator: secret, removed: null };
        }),
        verdicts: each(records.verdicts, (verdict) =>
          verdict.kind === 'verdict'
            ? { ...verdict, basis: secret, rationale: secret }
            : verdict.kind === 'pass'
              ? { ...verdict, words: secret }
              : { ...verdict, commitment: '5eek'.repeat(16) },
        ),
        reviews: each(records.reviews, (review) => ({ ...review, comment: secret })),
        rulings: each(records.rulings, (ruling) =>
          shown.has(ruling.claim)
            ? { ...ruling, explanation: open }
            : {
                ...ruling,
                explanation: secret,
                dissent: ruling.dissent.map((held) => ({ ...held, words: secret })),
              },
        ),
        settings: {
          ...records.settings,
          original: { name: secret, mediaType: 'text/plain', bytes: 7, sha256: 'b'.repeat(64) },
        },
        people: new Map(
          [...records.people].map(([id, person]) => [id, { ...person, name: `${secret} ${id}` }]),
        ),
      },
    };
  }

  const whole = randomDocument.map(withSecrets).map((made) => ({
    ...inputOf(made),
    original: { name: secret, mediaType: 'text/plain', bytes: Buffer.from(secret) },
  }));

  test.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
    'holds nothing that is private, raw or decoded, whatever is chosen: %s',
    (_, exporter) => {
      const choices = everyChoice(exporter).filter(({ audience }) => audience === 'public');
      fc.assert(
        fc.property(whole, fc.constantFrom(...choices), (input, asked) => {
          const file = decoded(writtenBytes(exporter, input, asked)).toLowerCase();
          // Names, and who translated, where they were chosen.
          const allowed = asked['names'] === 'yes';
          if (!allowed) expect(file).not.toContain(secret.toLowerCase());
          else {
            const left = file
              .replaceAll(/seekrit 98700[1-4]/g, '')
              .replaceAll(/translat(?:or|ed by)\W*(?:<[^>]*>)?seekrit/gi, '');
            if (exporter.id !== 'csv') expect(left).not.toContain(secret.toLowerCase());
          }
          if (!allowed) expect(file).not.toMatch(/98700[1-4]/);
          expect(file).not.toContain('5eek5eek');
        }),
        { numRuns: 150 },
      );
    },
  );

  test('and the same document holds all of it for the members', () => {
    const found = exporters.map(({ id }) => [id, 0] as [string, number]);
    for (const input of fc.sample(whole, { numRuns: 20, seed: 3 })) {
      for (const [index, exporter] of exporters.entries()) {
        const file = decoded(writtenBytes(exporter, input, { audience: 'internal' }));
        const counted = found[index];
        if (counted && file.includes(secret)) counted[1] += 1;
      }
    }
    for (const [id, count] of found) expect([id, count > 0]).toEqual([id, true]);
  });

  test('holds rulings, explanations and evidence, and says what it leaves out', () => {
    const input = sampleInput();
    for (const exporter of exporters) {
      const asked =
        exporter.id === 'csv' ? { audience: 'public', table: 'all' } : { audience: 'public' };
      const file = decoded(writtenBytes(exporter, input, asked));
      expect(file, exporter.id).toContain('Said in the video of 23 November');
      expect(file, exporter.id).toContain('Video appeal, first');
      expect(file, exporter.id).not.toContain('They had helmets.');
      expect(file, exporter.id).not.toContain('Ana Analyst');
    }
  });

  test('names people where that is chosen', () => {
    for (const exporter of exporters) {
      const file = decoded(
        writtenBytes(exporter, sampleInput(), { audience: 'public', names: 'yes' }),
      );
      expect(file, exporter.id).toContain('Lea Lead');
    }
  });

  test('holds claims and quotes only where that is chosen', () => {
    for (const exporter of exporters.filter(({ options }) =>
      options.some(({ id, audiences: of }) => id === 'brief' && of.includes('public')),
    )) {
      const file = decoded(
        writtenBytes(exporter, sampleInput(), { audience: 'public', brief: 'yes' }),
      );
      expect(file, exporter.id).toContain('command only feeds the mobilized personnel');
      for (const found of ['Said in the video', 'Video appeal', 'Not enough evidence', 'helmets']) {
        expect(file, exporter.id).not.toContain(found);
      }
    }
  });
});

test('what was withdrawn is there where that is chosen', () => {
  for (const exporter of exporters.filter(({ options }) =>
    options.some(({ id, audiences: of }) => id === 'withdrawn' && of.length > 0),
  )) {
    const file = (asked: Asked) =>
      decoded(writtenBytes(exporter, sampleInput(), { audience: 'internal', ...asked }));
    expect(file({}), exporter.id).not.toContain('Taken back');
    expect(file({ withdrawn: 'yes' }), exporter.id).toContain('Taken back');
  }
});

describe('a file name', () => {
  const kind = { extension: 'html', mediaType: 'text/html' };

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
    expect(exportFileName(title, kind)).toBe(name);
  });

  test('is never long', () => {
    expect(exportFileName('x'.repeat(300), kind).length).toBeLessThan(100);
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
