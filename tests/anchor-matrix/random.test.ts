// Random editing by two people who come and go, with claims marked meanwhile.
// A failure names its seed; the same seed does the same again.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
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
function run(seed: number, tampering: boolean): Desk | null {
  const random = seeded(seed);
  const desk = randomDesk(random);
  let marks = 0;
  let step = 0;
  watch(desk, () => `seed ${seed}, step ${step}`);
  for (; step < 40; step++) {
    if (random.chance(0.2)) markSomething(desk, random, marks++);
    const editor = random.pick(desk.editors);
    if (random.chance(0.25)) editor.online = !editor.online;
    randomEdit(editor, random, { tampering });
    if (editor.crossed) return null;
    desk.settle();
  }
  desk.meet();
  expectAllAgree(desk, `seed ${seed}`);
  return desk;
}

describe('random editing', () => {
  test('of honest people: all copies converge and anchors stay apart (100 seeds)', () => {
    const ended = [];
    for (let seed = 0; seed < +(process.env.N ?? 100); seed++)
      if (run(seed, false) === null) ended.push(seed);
    expect(ended.length).toBeLessThan(+(process.env.N ?? 100) / 20);
  });

  test('of people who tamper with marks: the same (100 seeds)', () => {
    const ended = [];
    for (let seed = 1000; seed < 1000 + +(process.env.N ?? 100); seed++)
      if (run(seed, true) === null) ended.push(seed);
    expect(ended.length).toBeLessThan(+(process.env.N ?? 100) / 20);
  });
});
