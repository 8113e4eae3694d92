import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyWords, type Place } from '../../../client/features/actions/action.ts';
import { conflictOf } from '../../../client/features/actions/conflicts.ts';
import { actions, hintOf } from '../../../client/features/actions/list.ts';
import type { Press } from '../../../client/features/actions/layout.ts';
import {
  BURST,
  CHORD,
  type Keyboard,
  Shortcuts,
} from '../../../client/features/actions/shortcuts.ts';

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

/** On the desk: the preview of an import has the same keys for its own undo. */
const single: Keyboard = {
  single: true,
  keysOf: ({ keys }) => keys,
  isHere: ({ page }) => page !== 'import',
};

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
    // French: both with Shift. Russian: Shift and 7. Hebrew: `/` in the place of Q.
    expect(heard(press('/', { code: 'Period', shiftKey: true }))).toBe('search');
    expect(heard(press('?', { code: 'Digit7', shiftKey: true }))).toBe('help');
    expect(heard(press('/', { code: 'KeyQ' }))).toBe('search');
    // Arabic writes it from the other side, and has a letter where others have `/`.
    expect(heard(press('؟', { code: 'Slash', shiftKey: true }))).toBe('help');
    expect(heard(press('ظ', { code: 'Slash' }))).toBe('search');
  });

  test.each([
    ['Greek', 'ψ', 'KeyC', 'mark'],
    ['Hebrew', 'ב', 'KeyC', 'mark'],
    ['Arabic', 'ؤ', 'KeyC', 'mark'],
    ['Arabic, two letters on one key', 'لا', 'KeyB', null],
    ['Ukrainian', 'о', 'KeyJ', 'next'],
    ['Turkish, a letter that Latin has not', 'ı', 'KeyI', null],
  ])('%s: %s counts by its place', (_, given, code, action) => {
    expect(heard(press(given, { code }))).toBe(action);
  });

  test('a sign in the place of a letter is no letter', () => {
    // The French M is right of L, and where others have M there is a comma. Dvorak has a full stop on E.
    expect(heard(press(',', { code: 'KeyM' }))).toBeNull();
    expect(heard(press('.', { code: 'KeyE' }))).toBeNull();
  });

  test('digits count with Shift where they are written with it', () => {
    expect(heard(press('1', { code: 'Digit1', shiftKey: true }))).toBe('rating-1');
    expect(heard(press('!', { code: 'Digit1', shiftKey: true }))).toBeNull();
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
});

describe('going somewhere', () => {
  const go = (by: Shortcuts, ...keys: [string, number][]): (string | null)[] =>
    keys.map(([each, timeStamp]) => heard(press(each, { timeStamp }), 'page', single, by));

  test('takes g, then a letter, however fast or slow within its time', () => {
    expect(go(new Shortcuts(actions), ['g', 5000], ['d', 5040])).toEqual(['chord', 'go-desk']);
    expect(go(new Shortcuts(actions), ['g', 5000], ['l', 8900])).toEqual(['chord', 'to-list']);
  });

  test('is over after a while, by Esc, and by a key that leads nowhere', () => {
    expect(go(new Shortcuts(actions), ['g', 5000], ['c', 5000 + CHORD])).toEqual(['chord', 'mark']);
    expect(go(new Shortcuts(actions), ['g', 5000], ['Escape', 5500], ['c', 6000])).toEqual([
      'chord',
      'lost',
      'mark',
    ]);
    expect(go(new Shortcuts(actions), ['g', 5000], ['x', 5500], ['c', 6000])).toEqual([
      'chord',
      'lost',
      'mark',
    ]);
  });

  test('does not mind Shift on the way, and leaves keys with Ctrl what they are', () => {
    const by = new Shortcuts(actions);
    go(by, ['g', 5000], ['Shift', 5100]);
    expect(heard(press('l', { timeStamp: 5300 }), 'page', single, by)).toBe('to-list');
    go(by, ['g', 9000]);
    expect(heard(press('k', { timeStamp: 9300, ctrlKey: true }), 'page', single, by)).toBe(
      'palette',
    );
  });

  test('counts by place on other layouts, signs too', () => {
    const by = new Shortcuts(actions);
    expect(heard(press('п', { code: 'KeyG' }), 'page', single, by)).toBe('chord');
    expect(heard(press('в', { code: 'KeyD', timeStamp: 1e9 + 300 }), 'page', single, by)).toBe(
      'go-desk',
    );
  });
});

/** What would have been run, and when: what waits is called off by the next key with a meaning. */
function ran(keys: readonly { key: string; after: number }[]): { id: string; index: number }[] {
  const by = new Shortcuts(actions);
  const done: { id: string; index: number }[] = [];
  let at = 10_000;
  let waiting: { id: string; index: number; until: number } | null = null;
  for (const [index, { key, after }] of keys.entries()) {
    at += after;
    if (waiting && at >= waiting.until) {
      done.push(waiting);
      waiting = null;
    }
    const meaning = by.meaningOf(press(key, { timeStamp: at }), 'page', single);
    if (meaning === null) continue;
    waiting = null;
    if (typeof meaning === 'string') continue;
    const found = { id: meaning.action.id, index };
    if (meaning.waits) waiting = { ...found, until: at + BURST };
    else done.push(found);
  }
  return waiting ? [...done, waiting] : done;
}

describe('random typing, at random pace', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789 ,.?/'.split('');
  const typed = (min: number, max: number) =>
    fc.array(fc.record({ key: fc.constantFrom(...letters), after: fc.integer({ min, max }) }), {
      minLength: 3,
      maxLength: 60,
    });
  const differ = (keys: readonly { key: string }[]): boolean =>
    keys.every(({ key: each }, index) => each !== keys[index - 1]?.key);

  test('faster than a burst runs at most what its first letter does at once, and nothing that waits', () => {
    fc.assert(
      fc.property(typed(5, BURST - 1), (keys) => {
        fc.pre(differ(keys));
        const done = ran(keys);
        return done.every(({ id, index }) => {
          const action = actions.find((each) => each.id === id);
          return index === 0 && !action?.waits;
        });
      }),
    );
  });

  test('once it is a burst, nothing runs until the keys were still for a second', () => {
    fc.assert(
      fc.property(typed(5, 999), (keys) => {
        const done = new Set(ran(keys).map(({ index }) => index));
        let typing = false;
        let inWay = false;
        return keys.every(({ key: each, after }, index) => {
          const before = keys[index - 1]?.key;
          const isSecond: boolean = inWay;
          inWay =
            each === 'g' && !typing && !isSecond && !(after < BURST && index > 0 && before !== 'g');
          if (!isSecond && index > 0 && after < BURST && before !== each) typing = true;
          return !typing || !done.has(index);
        });
      }),
    );
  });

  test('slower than that, each key is a command of its own', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            key: fc.constantFrom('j', 'k', '1', '2', 'c', 's'),
            after: fc.integer({ min: BURST, max: 3000 }),
          }),
          { maxLength: 40 },
        ),
        (keys) => ran(keys).length === keys.length,
      ),
    );
  });

  test('with fields in between: what is typed into them does nothing, whatever the pace', () => {
    fc.assert(
      fc.property(typed(1, 3000), (keys) => {
        const by = new Shortcuts(actions);
        let at = 0;
        return keys.every(({ key: each, after }) => {
          at += after;
          return ['field', 'text'].every(
            (place) =>
              by.meaningOf(press(each, { timeStamp: at }), place as Place, single) === null,
          );
        });
      }),
    );
  });
});

test('single letters can be switched off; keys with Ctrl, arrows, Enter and Esc stay', () => {
  const off = { ...single, single: false };
  expect(['c', '1', '/', '?'].map((key) => heard(press(key), 'page', off))).toEqual(
    Array(4).fill(null),
  );
  expect(heard(press('k', { ctrlKey: true }), 'page', off)).toBe('palette');
  expect(heard(press('ArrowDown'), 'page', off)).toBe('next-sentence');
  expect(heard(press('Escape'), 'page', off)).toBe('back');
});

test('from any page one goes to the queue and the search of all documents, to the desk only of one', () => {
  const gone: string[] = [];
  const shell = { document: null, show() {}, navigate: (address: string) => gone.push(address) };
  const offer = (id: string) => actions.find((each) => each.id === id)?.offer({ any: shell });
  offer('go-queue')?.run();
  offer('go-search')?.run();
  expect(gone).toEqual(['/queue', '/search']);
  expect(offer('go-queue')?.off).toBeNull();
  expect(offer('go-desk')?.off).toBe('Open a document first.');
});

test('the same sign goes to the search that is on the page, and can be switched off there too', () => {
  const around: Keyboard = { ...single, isHere: ({ page }) => page !== 'desk' };
  expect(heard(press('/'), 'page', around)).toBe('search-field');
  expect(heard(press('/'), 'field', around)).toBeNull();
  expect(heard(press('/'), 'page', { ...around, single: false })).toBeNull();
});

describe('the list of actions', () => {
  test('gives each its own id and, in one place of one page, no key to two', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const twice = actions.flatMap((action) =>
      action.keys.flatMap((key) => conflictOf(action, key, actions, ({ keys }) => keys)?.id ?? []),
    );
    expect(twice).toEqual([]);
  });

  test('names keys as people know them', () => {
    const undo = actions.find(({ id }) => id === 'undo')?.keys[0];
    expect(undo && [keyWords(undo, true), keyWords(undo, false)]).toEqual(['⌘Z', 'Ctrl Z']);
    expect([hintOf('mark'), hintOf('rationale'), hintOf('help')]).toEqual(['c', '⇧↵', '?']);
    expect([hintOf('go-desk'), hintOf('edit-text')]).toEqual(['g d', '']);
    expect(() => hintOf('no-such-action')).toThrow(RangeError);
  });
});

test('on the preview of an import, Enter is for its paragraphs, and undo for joins and splits', () => {
  const preview: Keyboard = { ...single, isHere: ({ page }) => page === 'import' };
  expect(heard(press('Enter', { code: 'Enter' }), 'text', preview)).toBe('import-split');
  expect(heard(press('Enter', { code: 'Enter', shiftKey: true }), 'text', preview)).toBe(
    'import-join',
  );
  expect(heard(press('z', { ctrlKey: true }), 'text', preview)).toBe('import-undo');
  expect(heard(press('z', { ctrlKey: true }), 'field', preview)).toBeNull();
  expect(heard(press('Enter', { code: 'Enter' }), 'page', preview)).toBeNull();
});
