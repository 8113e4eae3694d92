// What must not be in a file is looked for in it: raw, decoded and unzipped,
// whatever is chosen.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comment } from '../../../domain/record/comment.ts';
import { verdictKey } from '../../../domain/record/verdict.ts';
import { exporters } from '../../../server/exporters/list.ts';
import { decoded, everyChoice, inputOf } from './asked.ts';
import { randomDocument, type RandomDocument } from './random-document.ts';
import { sampleInput } from './sample.ts';
import { withTalk } from './sample-talk.ts';
import { writtenBytes } from './written.ts';

const secret = 'Seekrit';
const open = 'Readable';
/** Said in comments and in the reasons why threads were resolved. */
const said = 'Hushhush';
/** Said of verdicts that are sealed. */
const sealed = 'Unrevealed';

/** A secret in every place that is private, something readable in every place that is public. */
function withSecrets({ text, records }: RandomDocument): RandomDocument {
  const taken = { at: 1, by: 1, reason: secret };
  const each = <R>(of: ReadonlyMap<string, R>, change: (record: R, index: number) => R) =>
    new Map([...of].map(([key, record], index) => [key, change(record, index)]));
  const isSealed = ({ about }: Comment): boolean =>
    about.kind === 'verdict' &&
    records.verdicts.get(verdictKey(about.claim, about.author))?.kind === 'sealed';
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
      comments: each(records.comments, (comment) => ({
        ...comment,
        comment: comment.deleted ? '' : `@[987001] ${isSealed(comment) ? sealed : said}`,
        turns: comment.turns.map((turn) => ({
          ...turn,
          reason: isSealed(comment) ? sealed : said,
        })),
      })),
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

describe('a file for the public', () => {
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
          // Comments never, names or not.
          expect(file).not.toContain(said.toLowerCase());
          expect(file).not.toContain(sealed.toLowerCase());
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

describe('a file for members', () => {
  test.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
    'holds comments where that is chosen, and never of a sealed verdict: %s',
    (_, exporter) => {
      const choices = everyChoice(exporter).filter(({ audience }) => audience === 'internal');
      let spoken = 0;
      fc.assert(
        fc.property(whole, fc.constantFrom(...choices), (input, asked) => {
          const file = decoded(writtenBytes(exporter, input, asked));
          expect(file).not.toContain(sealed);
          if (asked['talk'] === 'no' || asked['brief'] === 'yes') expect(file).not.toContain(said);
          else if (file.includes(said)) spoken += 1;
          // Names and mentions.
          if (asked['names'] === 'no') expect(file).not.toMatch(/Seekrit 98700[1-4]/);
        }),
        { numRuns: 150 },
      );
      expect(spoken).toBeGreaterThan(0);
    },
  );

  test('names whoever is mentioned, and nobody where names are left out', () => {
    for (const exporter of exporters.filter(({ id }) => id !== 'bundle')) {
      const file = (names: string) =>
        decoded(
          writtenBytes(exporter, withTalk(), {
            audience: 'internal',
            talk: 'yes',
            names,
            ...(exporter.id === 'csv' && { table: 'comments' }),
          }),
        );
      expect(file('yes'), exporter.id).toContain('for @Ana Analyst.');
      expect(file('no'), exporter.id).toContain('for @somebody.');
      expect(file('no'), exporter.id).not.toContain('Ana Analyst');
    }
  });
});
