// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Action, key } from '../../../client/features/actions/action.ts';
import { conflictOf } from '../../../client/features/actions/conflicts.ts';
import {
  keymap,
  keysOf,
  resetAllKeys,
  resetKeys,
  setKeys,
  setSingleKeys,
  subscribeToKeymap,
} from '../../../client/features/actions/keymap.ts';
import { actions, hintOf } from '../../../client/features/actions/list.ts';

const SLOT = 'attest.keys';
const byId = (id: string): Action => {
  const found = actions.find((action) => action.id === id);
  if (!found) throw new Error(`No action ${id}`);
  return found;
};
const x = key('x', 'KeyX');

afterEach(() => {
  setSingleKeys(true);
  resetAllKeys();
});

test('another key takes the place of the listed one, everywhere it is shown', () => {
  setKeys(byId('mark'), [x]);
  expect([keysOf(byId('mark')), hintOf('mark')]).toEqual([[x], 'x']);
  resetKeys(byId('mark'));
  expect(hintOf('mark')).toBe('c');
});

test('a key that is taken from another action leaves that one without', () => {
  setKeys(byId('evidence'), [key('c', 'KeyC')], byId('mark'));
  expect([hintOf('evidence'), hintOf('mark')]).toEqual(['c', '']);
  // And comes back with the reset.
  const holder = conflictOf(byId('mark'), key('c', 'KeyC'), actions, keysOf);
  expect(holder?.id).toBe('evidence');
  resetKeys(byId('mark'), holder);
  expect([hintOf('evidence'), hintOf('mark')]).toEqual(['', 'c']);
});

test('switching single keys off takes their hints with them, and leaves those with Ctrl', () => {
  setSingleKeys(false);
  expect([hintOf('mark'), hintOf('go-desk'), hintOf('submit')]).toEqual(['', '', '↵']);
  expect(hintOf('undo')).not.toBe('');
});

test('other tabs follow, and what is no keymap is passed over', () => {
  const told = vi.fn();
  const unsubscribe = subscribeToKeymap(told);
  localStorage.setItem(SLOT, JSON.stringify({ single: false, own: { mark: [x] } }));
  dispatchEvent(new StorageEvent('storage', { key: SLOT }));
  expect(told).toHaveBeenCalledOnce();
  expect([keymap().single, keysOf(byId('mark'))]).toEqual([false, [x]]);
  for (const broken of [
    '',
    '{',
    '[]',
    '{"single":1,"own":{}}',
    '{"single":true,"own":{"mark":[{}]}}',
  ]) {
    localStorage.setItem(SLOT, broken);
    dispatchEvent(new StorageEvent('storage', { key: SLOT }));
    expect(keymap()).toEqual({ single: true, own: {} });
  }
  dispatchEvent(new StorageEvent('storage', { key: 'attest.theme' }));
  unsubscribe();
});

describe('a conflict', () => {
  const meets = (id: string, pressed: ReturnType<typeof key>): string | undefined =>
    conflictOf(byId(id), pressed, actions, keysOf)?.id;

  test('is where two actions would hear one key', () => {
    expect(meets('evidence', key('c', 'KeyC'))).toBe('mark');
    expect(meets('help', key('/', 'sign'))).toBe('search');
    expect(meets('mark', key('c', 'KeyC'))).toBeUndefined();
  });

  test('is not between different places, nor between a chord and a key by itself', () => {
    // In the text it links, elsewhere it opens the palette.
    expect(meets('link', key('k', 'KeyK', { mod: true }))).toBeUndefined();
    expect(meets('evidence', key('d', 'KeyD'))).toBeUndefined();
    expect(meets('go-account', key('d', 'KeyD', { chord: true }))).toBe('go-desk');
  });
});
