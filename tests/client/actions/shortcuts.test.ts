import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyWords, type Place } from '../../../client/features/actions/action.ts';
import { actions, hintOf } from '../../../client/features/actions/list.ts';
import { type Press, Shortcuts } from '../../../client/features/actions/shortcuts.ts';

/** A key of the US layout, pressed long after any other. */
function press(key: string, also: Partial<Press> = {}): Press {
  const code = /^[a-z]$/i.test(key)
    ? `Key${key.toUpperCase()}`
    : /^\d$/.test(key)
      ? `Digit${key}`
      : key;
  return {
    code,
    key,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    repeat: false,
    timeStamp: 1e9,
    ...also,
  };
}

const single = { single: true };

function heard(
  one: Press,
  place: Place = 'page',
  options = single,
  by = new Shortcuts(actions),
): string | null {
  const meaning = by.meaningOf(one, place, options);
  return typeof meaning === 'object' ? (meaning?.action.id ?? null) : meaning;
}

describe('a single key on the page', () => {
  test.each([
    ['c', 'mark'],
    ['j', 'next'],
    ['3', 'rating-3'],
    ['0', 'pass'],
    ['Enter', 'submit'],
    ['Escape', 'back'],
    ['/', 'search'],
    ['?', 'help'],
    ['ArrowDown', 'next-sentence'],
  ])('%s means %s', (key, action) => {
    expect(heard(press(key))).toBe(action);
  });

  test('with Shift means another action or none', () => {
    expect(heard(press('Enter', { shiftKey: true }))).toBe('rationale');
    expect(heard(press('ArrowUp', { shiftKey: true }))).toBe('extend-up');
    expect(heard(press('C', { code: 'KeyC', shiftKey: true }))).toBe('mark-both');
    expect(heard(press('J', { code: 'KeyJ', shiftKey: true }))).toBeNull();
  });

  test('means nothing with Alt, or while an input method composes', () => {
    expect(heard(press('c', { altKey: true }))).toBeNull();
    expect(heard(press('c', { isComposing: true }))).toBeNull();
  });

  test('held down acts again only where that makes sense', () => {
    expect(heard(press('j', { repeat: true }))).toBe('next');
    expect(heard(press('c', { repeat: true }))).toBeNull();
    expect(heard(press('Enter', { repeat: true }))).toBeNull();
  });
});

describe('where the focus is', () => {
  test('a field takes its letters, and its own undo, but not Esc and the palette', () => {
    expect(heard(press('c'), 'field')).toBeNull();
    expect(heard(press('Enter'), 'field')).toBeNull();
    expect(heard(press('z', { ctrlKey: true }), 'field')).toBeNull();
    expect(heard(press('Escape'), 'field')).toBe('back');
    expect(heard(press('k', { metaKey: true }), 'field')).toBe('palette');
  });

  test('the text, while it is edited, takes everything but Esc and the key for a link', () => {
    expect(heard(press('z', { ctrlKey: true }), 'text')).toBeNull();
    expect(heard(press('c'), 'text')).toBeNull();
    expect(heard(press('Escape'), 'text')).toBe('back');
    expect(heard(press('k', { ctrlKey: true }), 'text')).toBe('link');
  });

  test('whatever works by keys of its own takes all of them', () => {
    expect(heard(press('Enter'), 'widget')).toBeNull();
    expect(heard(press('Escape'), 'widget')).toBeNull();
  });
});

describe('other layouts', () => {
  test('letters are those that a Latin layout gives, wherever they stand', () => {
    // Dvorak: `j` where a US keyboard has `c`.
    expect(heard(press('j', { code: 'KeyC' }))).toBe('next');
  });

  test('a layout without Latin letters counts by the place of the key', () => {
    expect(heard(press('с', { code: 'KeyC' }))).toBe('mark');
    expect(heard(press('я', { code: 'KeyZ', ctrlKey: true }))).toBe('undo');
  });

  test('digits that need Shift, as on a French keyboard, count by their place without it', () => {
    expect(heard(press('&', { code: 'Digit1' }))).toBe('rating-1');
  });

  test('signs count wherever they stand', () => {
    // German: `/` is Shift and 7, `?` is Shift and ß.
    expect(heard(press('/', { code: 'Digit7', shiftKey: true }))).toBe('search');
    expect(heard(press('?', { code: 'Minus', shiftKey: true }))).toBe('help');
  });

  test('the keypad has digits and an Enter too', () => {
    expect(heard(press('2', { code: 'Numpad2' }))).toBe('rating-2');
    expect(heard(press('Enter', { code: 'NumpadEnter' }))).toBe('submit');
  });
});

describe('a burst of typing', () => {
  const type = (by: Shortcuts, letters: string, gap: number, from = 5000): (string | null)[] =>
    [...letters].map((letter, index) =>
      heard(press(letter, { timeStamp: from + index * gap }), 'page', single, by),
    );

  test('means no command after its first letter, nor its Enter', () => {
    const by = new Shortcuts(actions);
    expect(type(by, 'secret', 80).slice(1)).toEqual(Array(5).fill('burst'));
    expect(heard(press('Enter', { timeStamp: 5600 }), 'page', single, by)).toBe('burst');
  });

  test('ends when the keys have been still for a second', () => {
    const by = new Shortcuts(actions);
    type(by, 'se', 80);
    expect(heard(press('c', { timeStamp: 6000 }), 'page', single, by)).toBe('burst');
    expect(heard(press('c', { timeStamp: 7100 }), 'page', single, by)).toBe('mark');
  });

  test('is not one key again and again, nor keys at the pace of commands', () => {
    expect(type(new Shortcuts(actions), 'jjjj', 60)).toEqual(Array(4).fill('next'));
    expect(type(new Shortcuts(actions), 'jkjk', 200)).toEqual([
      'next',
      'previous',
      'next',
      'previous',
    ]);
  });

  test('is not a digit and the Enter that follows it fast', () => {
    const by = new Shortcuts(actions);
    expect(heard(press('2', { timeStamp: 5000 }), 'page', single, by)).toBe('rating-2');
    expect(heard(press('Enter', { timeStamp: 5050 }), 'page', single, by)).toBe('submit');
  });

  test('of any words lets at most its first letter through', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789 '.split('')), {
          minLength: 2,
          maxLength: 40,
        }),
        fc.integer({ min: 10, max: 119 }),
        (letters, gap) => {
          fc.pre(letters.every((letter, index) => letter !== letters[index - 1]));
          const meant = type(new Shortcuts(actions), letters.join(''), gap);
          return meant.slice(1).every((each) => each === 'burst');
        },
      ),
    );
  });
});

test('single letters can be switched off; keys with Ctrl, arrows, Enter and Esc stay', () => {
  const off = { single: false };
  expect(['c', '1', '/', '?'].map((key) => heard(press(key), 'page', off))).toEqual(
    Array(4).fill(null),
  );
  expect(heard(press('k', { ctrlKey: true }), 'page', off)).toBe('palette');
  expect(heard(press('ArrowDown'), 'page', off)).toBe('next-sentence');
  expect(heard(press('Escape'), 'page', off)).toBe('back');
});

describe('the list of actions', () => {
  test('gives each its own id and, in one place of one page, no key to two', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = actions.flatMap(({ keys, page, places = ['page'] }) =>
      places.flatMap((place) => keys.map((key) => `${keyWords(key, true)} in ${place}, ${page}`)),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('names keys as people know them', () => {
    const undo = actions.find(({ id }) => id === 'undo')?.keys[0];
    expect(undo && [keyWords(undo, true), keyWords(undo, false)]).toEqual(['⌘Z', 'Ctrl Z']);
    expect([hintOf('mark'), hintOf('rationale'), hintOf('help')]).toEqual(['c', '⇧↵', '?']);
    expect(() => hintOf('edit-text')).toThrow(RangeError);
  });
});
