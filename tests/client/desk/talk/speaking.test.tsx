// @vitest-environment happy-dom
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { useSpeakers, useSpeaking } from '../../../../client/features/desk/talk/speaking.ts';
import type { LiveDocument } from '../../../../client/store/document.ts';
import { id } from '../../../domain/desk.ts';

const ME = 2;
let awareness: Awareness;
let root: Root;
/** What the page gave last. */
const given = {
  speak(): void {},
  speakers: new Map() as ReadonlyMap<string, string>,
};

beforeAll(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ user: { id: ME, name: 'Ana' } });
  root = createRoot(document.createElement('div'));
});
afterEach(() => {
  act(() => root.unmount());
  awareness.destroy();
  vi.useRealTimers();
});

function Page({ at }: { at: string | null }) {
  const live = { awareness, session: { person: { id: ME, name: 'Ana' } } } as LiveDocument;
  const speak = useSpeaking(live, at);
  const speakers = useSpeakers(live);
  useEffect(() => void Object.assign(given, { speak, speakers }));
  return null;
}

const show = (at: string | null): void => act(() => root.render(<Page at={at} />));
const told = (): unknown => awareness.getLocalState()?.['speaking'] ?? null;

/** A key every so many ms. */
function typing(keys: number, every: number): void {
  for (let key = 0; key < keys; key += 1) {
    act(() => given.speak());
    vi.advanceTimersByTime(every);
  }
}

/** What others announce of themselves, by client. */
function others(
  states: readonly { user: { id: number; name: string }; speaking?: string | null }[],
) {
  act(() => {
    for (const [at, state] of states.entries()) awareness.states.set(100 + at, state);
    awareness.emit('change', [{ added: [], updated: [], removed: [] }, 'remote']);
  });
}

test('a burst of keys says nothing, going on does, once, and it ends by itself', () => {
  show(id('thread'));
  typing(8, 100);
  expect(told()).toBeNull();
  vi.advanceTimersByTime(10_000);
  const heard: unknown[] = [];
  awareness.on('change', () => heard.push(told()));
  typing(30, 200);
  expect(told()).toBe(id('thread'));
  expect(heard).toEqual([id('thread')]);
  vi.advanceTimersByTime(6_000);
  expect(told()).toBeNull();
  // It begins anew, after another burst.
  typing(2, 100);
  expect(told()).toBeNull();
});

test('it ends with the form, and where it is about another thread', () => {
  show(id('thread'));
  typing(20, 100);
  expect(told()).toBe(id('thread'));
  show(id('other'));
  expect(told()).toBeNull();
  typing(20, 100);
  expect(told()).toBe(id('other'));
  act(() => root.render(null));
  expect(told()).toBeNull();
});

test('words of the text that have no thread yet are told to nobody', () => {
  show(null);
  typing(30, 100);
  expect(told()).toBeNull();
});

test('others are named where they write, and what is no presence is passed over', () => {
  show(null);
  others([
    { user: { id: 3, name: 'Ben' }, speaking: id('one') },
    { user: { id: 4, name: 'Cem' }, speaking: id('two') },
    { user: { id: 3, name: 'Ben' }, speaking: null },
    { user: { id: ME, name: 'Ana' }, speaking: id('one') },
    { user: { id: 5, name: 'Eve' }, speaking: 'no id' },
  ]);
  expect(given.speakers).toEqual(
    new Map([
      [id('one'), 'Ben is writing…'],
      [id('two'), 'Cem is writing…'],
    ]),
  );
  others([
    { user: { id: 3, name: 'Ben' }, speaking: id('one') },
    { user: { id: 4, name: 'Cem' }, speaking: id('one') },
  ]);
  expect(given.speakers.get(id('one'))).toBe('Ben and Cem are writing…');
});
