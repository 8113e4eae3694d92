// Random editing by two people who come and go, with claims marked meanwhile.
// A failure names its seed; the same seed does the same again.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { anchorState } from '../../domain/anchor/anchor-state.ts';
import { type CharRange, readAnchors, readRuns, wordsOf } from '../../domain/anchor/char-range.ts';
import { anchorRanges, textsOf } from '../../domain/anchor/set-anchor.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';
import { seeded, type Random } from '../random.ts';
import { Desk } from './desk.ts';
import { doc, p, section } from './documents.ts';
import { randomEdit } from './random-edit.ts';

const words =
  'In May the rate fell by 5 percent again while prices rose and 40 of 100 asked said otherwise'.split(
    ' ',
  );

function sentence(random: Random): string {
  return Array.from({ length: random.int(4, 16) }, () => random.pick(words)).join(' ');
}

function randomDesk(random: Random): Desk {
  const desk = new Desk(
    doc(
      section(...Array.from({ length: 4 }, () => p(sentence(random)))),
      section(...Array.from({ length: 3 }, () => p(sentence(random)))),
    ),
  );
  desk.join();
  desk.join();
  return desk;
}

function markSomething(desk: Desk, random: Random, number: number): void {
  const { string } = new FragmentText(desk.fragment);
  const start = random.int(0, Math.max(0, string.length - 1));
  const end = Math.min(string.length, start + random.int(3, 40));
  if (/\S/.test(string.slice(start, end))) {
    desk.markSpan(`claim${String(number).padStart(16, '0')}`, start, end);
  }
}

/** Every character of the text by its Yjs id, with the anchors that lie on it. */
function characters(desk: Desk): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  const each = (range: CharRange, visit: (key: string) => void): void => {
    for (let i = 0; i < range.length; i++) visit(`${range.client}:${range.clock + i}`);
  };
  for (const text of textsOf(desk.fragment)) {
    for (const run of readRuns(text, 'none')) each(run, (key) => all.set(key, new Set()));
    for (const [id, ranges] of readAnchors(text)) {
      for (const range of ranges) each(range, (key) => all.get(key)?.add(id));
    }
  }
  return all;
}

/** With each update, an anchor never comes to lie on a character that stood outside, and never leaves one that stays. */
function watch(desk: Desk, name: () => string): void {
  desk.around = (takeIn) => {
    const before = characters(desk);
    const spoken = new Map([...desk.book.ids()].map((id) => [id, desk.book.words(id)]));
    takeIn();
    for (const [key, anchors] of characters(desk)) {
      const known = before.get(key);
      if (known === undefined) continue;
      for (const id of new Set([...known, ...anchors])) {
        if (known.has(id) === anchors.has(id)) continue;
        // Equal stretches changed places: the same words as before.
        expect(desk.book.words(id), `${name()}: ${id} at ${key}`).toBe(spoken.get(id));
      }
    }
  };
}

function expectAllAgree(desk: Desk, seed: string): void {
  const scanned = anchorRanges(desk.fragment);
  expect([...desk.book.ids()].toSorted(), seed).toEqual([...scanned.keys()].toSorted());
  for (const [id, pieces] of scanned) {
    expect(desk.book.words(id), seed).toBe(wordsOf(pieces));
    for (const editor of desk.editors)
      expect(editor.words(id), `${seed}: ${id}`).toBe(desk.book.words(id));
  }
  for (const editor of desk.editors) {
    expect(Y.encodeStateVector(editor.doc), seed).toEqual(Y.encodeStateVector(desk.server));
    expect(new FragmentText(editor.doc.getXmlFragment('text')).string, `${seed}: Yjs`).toBe(
      new FragmentText(desk.fragment).string,
    );
    expect(editor.text, seed).toBe(new FragmentText(desk.fragment).string);
  }
  expect(desk.reload().text, seed).toBe(desk.editors[0]?.text);
}

/** Null where the editor's undo made an item that no two copies need agree on: the end of that run. */
function run(seed: number, { tampering = false, leaving = 0.25 } = {}): Desk | null {
  const random = seeded(seed);
  const desk = randomDesk(random);
  let marks = 0;
  let step = 0;
  watch(desk, () => `seed ${seed}, step ${step}`);
  for (; step < 40; step++) {
    if (random.chance(0.2)) markSomething(desk, random, marks++);
    const editor = random.pick(desk.editors);
    if (random.chance(leaving)) editor.online = !editor.online;
    randomEdit(editor, random, { tampering });
    if (editor.crossed) return null;
    desk.settle();
  }
  desk.meet();
  expectAllAgree(desk, `seed ${seed}`);
  return desk;
}

/** Of the claims of some length whose quote still stands exactly once: on it, on part of it or more, on nothing. */
function survival(desk: Desk): { exact: number; changed: number; removed: number } {
  const { string } = new FragmentText(desk.fragment);
  const found = { exact: 0, changed: 0, removed: 0 };
  for (const [id, quote] of desk.quotes) {
    const at = string.indexOf(quote);
    if (quote.length < 12 || at < 0 || string.includes(quote, at + 1)) continue;
    found[anchorState(desk.book.words(id), quote)]++;
  }
  return found;
}

const SEEDS = 80;

/** Runs all seeds; few may end early. */
function runAll(from: number, options: { tampering?: boolean; leaving?: number }): Desk[] {
  const desks = Array.from({ length: SEEDS }, (_, i) => run(from + i, options));
  const whole = desks.filter((desk) => desk !== null);
  expect(whole.length).toBeGreaterThan(SEEDS * 0.9);
  return whole;
}

describe('random editing', { timeout: 120_000 }, () => {
  test('by people who come and go: all copies converge and anchors stay apart', () => {
    runAll(0, {});
  });

  test('by people who tamper with marks: the same', () => {
    const desks = runAll(1000, { tampering: true });
    const kinds = new Set(desks.flatMap((desk) => desk.repairs.map((repair) => repair.kind)));
    expect([...kinds].toSorted()).toEqual(['copy', 'gap', 'other-words', 'set-again', 'taken-off']);
  });

  test('by people who are there: claims whose words still stand are on them', () => {
    const found = runAll(2000, { leaving: 0 }).map(survival);
    const sum = (state: 'exact' | 'changed' | 'removed'): number =>
      found.reduce((total, one) => total + one[state], 0);
    const all = sum('exact') + sum('changed') + sum('removed');
    expect(all).toBeGreaterThan(200);
    // What remains is undone moves, whose words come back in another place: they are offered.
    expect(sum('exact') / all).toBeGreaterThan(0.95);
  });
});
