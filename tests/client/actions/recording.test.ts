import { describe, expect, test } from 'vitest';
import { recordedKey } from '../../../client/features/actions/recording.ts';
import type { Press } from '../../../client/features/actions/layout.ts';

function press(key: string, code: string, also: Partial<Press> = {}): Press {
  return {
    code,
    key,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    repeat: false,
    timeStamp: 0,
    ...also,
  };
}

describe('a key is recorded', () => {
  test.each([
    ['a letter', press('x', 'KeyX'), { cap: 'x', code: 'KeyX' }],
    ['with Shift', press('X', 'KeyX', { shiftKey: true }), { cap: 'x', code: 'KeyX', shift: true }],
    ['by the letter of the layout', press('j', 'KeyC'), { cap: 'j', code: 'KeyJ' }],
    ['by place where the letter is none of ours', press('ч', 'KeyX'), { cap: 'x', code: 'KeyX' }],
    [
      'a digit written with Shift',
      press('1', 'Digit1', { shiftKey: true }),
      { cap: '1', code: 'Digit1' },
    ],
    ['a sign', press(';', 'Semicolon'), { cap: ';', code: 'sign' }],
    ['with Ctrl', press('e', 'KeyE', { ctrlKey: true }), { cap: 'e', code: 'KeyE', mod: true }],
    ['a function key', press('F2', 'F2'), { cap: 'F2', code: 'F2' }],
    ['an arrow', press('ArrowLeft', 'ArrowLeft'), { cap: '←', code: 'ArrowLeft' }],
  ])('%s', (_, pressed, key) => {
    expect(recordedKey(pressed, false)).toEqual(key);
  });

  test('as the second of a chord', () => {
    expect(recordedKey(press('x', 'KeyX'), true)).toEqual({ cap: 'x', code: 'KeyX', chord: true });
  });
});

test('a modifier by itself is the beginning of a press', () => {
  for (const key of ['Shift', 'Control', 'Meta', 'Dead'])
    expect(recordedKey(press(key, key), false)).toBeNull();
});

test.each([
  ['Ctrl T', press('t', 'KeyT', { ctrlKey: true }), 'opens a new tab'],
  ['Ctrl W', press('w', 'KeyW', { ctrlKey: true }), 'closes the tab'],
  ['Ctrl C', press('c', 'KeyC', { ctrlKey: true }), 'copies'],
  ['Ctrl ⇧ N', press('N', 'KeyN', { ctrlKey: true, shiftKey: true }), 'private window'],
  ['Ctrl 1', press('1', 'Digit1', { ctrlKey: true }), 'the browser’s'],
  ['Tab', press('Tab', 'Tab'), 'moves the focus'],
  ['Esc', press('Escape', 'Escape'), 'backs out'],
  ['Space', press(' ', 'Space'), 'presses buttons'],
  ['F5', press('F5', 'F5'), 'loads the page anew'],
  ['Alt', press('x', 'KeyX', { altKey: true }), 'With Alt'],
])('%s is refused with a reason', (_, pressed, reason) => {
  expect(recordedKey(pressed, false)).toContain(reason);
});

test('a chord ends with a key by itself', () => {
  expect(recordedKey(press('e', 'KeyE', { ctrlKey: true }), true)).toContain('one by itself');
});
