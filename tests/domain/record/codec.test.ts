import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { limits } from '../../../domain/limits.ts';
import {
  canFit,
  cutToFit,
  isCut,
  readRecord,
  readRecords,
  readSettings,
  writePut,
} from '../../../domain/record/codec.ts';
import { withPuts } from '../../../domain/record/apply.ts';
import type { Put, RecordState } from '../../../domain/record/state.ts';
import { recordRoots } from '../../../domain/record/state.ts';
import { seeded } from '../../random.ts';
import { ANA, Desk, id } from '../desk.ts';
import { randomStep } from '../command/random-desk.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
const long = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 3000 }),
  fc.nat(limits.words).map((length) => '漢'.repeat(length)),
  fc.nat(limits.words).map((length) => '\u0001'.repeat(length)),
);

function evidence(): Desk {
  const desk = new Desk();
  desk.marks(ANA);
  desk.brings(ANA, 'e');
  return desk;
}

describe('cutToFit', () => {
  const piece = evidence().state.evidence.get(id('e'));

  test('makes any evidence fit, and cutting again changes nothing', () => {
    fc.assert(
      fc.property(long, long, long, (passage, translation, note) => {
        const cut = cutToFit({ ...piece, passage, translation, note });
        expect(bytes(cut)).toBeLessThanOrEqual(limits.recordBytes);
        expect(cutToFit(cut)).toEqual(cut);
        for (const [words, whole] of [
          [cut.passage, passage],
          [cut.translation, translation],
          [cut.note, note],
        ] as const) {
          if (words === whole) continue;
          expect(isCut(words)).toBe(true);
          expect(whole.startsWith(words.replace(/…+$/u, ''))).toBe(true);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('leaves what fits untouched, the very same object', () => {
    fc.assert(
      fc.property(
        fc.record({
          note: fc.string({ maxLength: 500 }),
          other: fc.anything({ maxDepth: 1, values: [fc.string()] }),
        }),
        (record) => {
          fc.pre(bytes(record) <= limits.recordBytes);
          expect(cutToFit(record)).toBe(record);
        },
      ),
      { numRuns: 100, seed: 2 },
    );
  });

  test('never cuts quotes, names or addresses', () => {
    const claim = evidence().claim();
    const full = {
      ...claim,
      quote: { exact: 'q'.repeat(2000), prefix: '', suffix: '' },
      restatement: 'r'.repeat(500),
    };
    const withdrawn = { at: 1, by: ANA, reason: 'w'.repeat(5000) };
    const cut = cutToFit({ ...full, withdrawn });
    expect(cut).toEqual({ ...full, withdrawn: { ...withdrawn, reason: cut.withdrawn.reason } });
    expect(isCut(cut.withdrawn.reason)).toBe(true);
  });

  test('cuts the longest words first and those inside lists too', () => {
    const record = {
      note: 'n'.repeat(1000),
      dissent: [{ words: 'd'.repeat(9000) }, { words: 'short' }],
    };
    const cut = cutToFit(record);
    expect(cut.note).toBe(record.note);
    expect(cut.dissent[1]).toEqual(record.dissent[1]);
    expect(isCut(cut.dissent[0]?.words ?? '')).toBe(true);
    expect(record.dissent[0]?.words).toHaveLength(9000);
  });

  test('does not split a character of two units', () => {
    const cut = cutToFit({ note: '😀'.repeat(5000) });
    expect(cut.note.isWellFormed()).toBe(true);
  });

  test('what has nothing to cut cannot fit', () => {
    expect(canFit({ title: 't'.repeat(5000) }, limits.recordBytes)).toBe(false);
    expect(canFit({ note: 't'.repeat(5000) }, limits.recordBytes)).toBe(true);
  });
});

describe('isCut', () => {
  test('tells whole words from cut ones', () => {
    expect(isCut('Well…')).toBe(false);
    expect(isCut('A sentence that merely goes on.')).toBe(false);
    expect(isCut(`${'w'.repeat(40)}…`)).toBe(true);
  });
});

function readAll(doc: Y.Doc): Omit<RecordState, 'people'> {
  return {
    claims: readRecords(doc, 'claims'),
    sources: readRecords(doc, 'sources'),
    evidence: readRecords(doc, 'evidence'),
    verdicts: readRecords(doc, 'verdicts'),
    reviews: readRecords(doc, 'reviews'),
    rulings: readRecords(doc, 'rulings'),
    comments: readRecords(doc, 'comments'),
    settings: readSettings(doc),
  };
}

describe('the Y.Doc', () => {
  test('gives back every record that commands put into it, after a transfer as bytes', () => {
    for (let seed = 1; seed <= 15; seed += 1) {
      const random = seeded(seed);
      const desk = new Desk();
      const doc = new Y.Doc();
      writePut(doc, { root: 'settings', key: 'title', value: desk.state.settings.title });
      for (let at = 0; at < 80; at += 1) {
        const step = randomStep(desk, random, at);
        const outcome = desk.attempt(step.actor, step.name, step.args);
        if (!('puts' in outcome)) continue;
        doc.transact(() => outcome.puts.forEach((put) => writePut(doc, put)));
      }
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      const { people: _people, ...records } = desk.state;
      expect(readAll(copy), `seed ${seed}`).toEqual(records);
    }
  });

  test('drops newer fields and passes over records that do not fit', () => {
    const claim = evidence().claim();
    const doc = new Y.Doc();
    doc.getMap('claims').set(claim.id, { ...claim, mood: 'newer' });
    doc.getMap('claims').set('broken', { ...claim, number: 'one' });
    doc.getMap('claims').set('odd', new Y.Map());
    expect([...readRecords(doc, 'claims')]).toEqual([[claim.id, claim]]);
    expect(readRecord('claims', undefined)).toBeNull();
  });

  test('settings that are missing or do not fit read as in a blank document', () => {
    const doc = new Y.Doc();
    doc.getMap('settings').set('title', 'Kept');
    doc.getMap('settings').set('policy', 'anything goes');
    const settings = readSettings(doc);
    expect(settings).toMatchObject({
      title: 'Kept',
      scale: 'truth-5',
      policy: { preset: 'quick' },
      lock: { locked: false },
    });
    expect(Object.keys(settings)).toContain('original');
  });
});

describe('withPuts', () => {
  test('copies what is put, shares the rest and leaves the state alone', () => {
    const { state } = evidence();
    const claim = state.claims.get(id('claim'));
    if (!claim) throw new RangeError('No claim.');
    const puts: Put[] = [
      { root: 'claims', key: 'b', value: { ...claim, id: 'b' } },
      { root: 'claims', key: 'c', value: { ...claim, id: 'c' } },
      { root: 'settings', key: 'title', value: 'New' },
    ];
    const next = withPuts(state, puts);
    expect([...next.claims.keys()]).toEqual([id('claim'), 'b', 'c']);
    expect(next.settings).toEqual({ ...state.settings, title: 'New' });
    expect(state.claims.size).toBe(1);
    expect(state.settings.title).toBe('Assessment');
    for (const root of recordRoots) if (root !== 'claims') expect(next[root]).toBe(state[root]);
  });
});
