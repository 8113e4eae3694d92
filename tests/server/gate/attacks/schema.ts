/** What no text of this schema holds. */
import { own, server } from '../document.ts';
import { any, deleted, element, run, type, words } from '../forge.ts';
import {
  type Attack,
  attack,
  attribute,
  heading,
  headingWords,
  items,
  level,
  next,
  paragraph,
  paragraphEnd,
  section,
} from './attack.ts';

export const schema: readonly Attack[] = [
  ...['script', 'image', '__proto__', 'constructor', 'toString', 'doc', 'text', ''].map((name) =>
    attack('outside-schema', `an element named "${name}"`, () =>
      items({ parent: section, content: element(name) }),
    ),
  ),
  attack('outside-schema', 'a paragraph outside of any section', () =>
    items({ parent: 'text', content: element('paragraph') }),
  ),
  attack('outside-schema', 'a section inside of a paragraph', () =>
    items({ parent: paragraph, content: element('section') }),
  ),
  attack('outside-schema', 'a list item without a list', () =>
    items({ parent: section, content: element('list_item') }),
  ),
  attack('outside-schema', 'words outside of any block', () =>
    items({ parent: section, content: run }),
  ),
  attack('outside-schema', 'words at the root', () => items({ parent: 'text', content: run })),
  attack('outside-schema', 'a string at the root', () =>
    items({ parent: 'text', content: words('x') }),
  ),
  attack('outside-schema', 'a break inside of code', () =>
    items({ parent: [server, 31], content: element('hard_break') }),
  ),
  attack('outside-schema', 'an element among words', () =>
    items({ left: paragraphEnd, content: element('hard_break') }),
  ),
  ...[0, 1, 2, 4].map((ref) =>
    attack('outside-schema', `type ${ref} of Yjs in a section`, () =>
      items({ parent: section, content: type(ref) }),
    ),
  ),
  attack('outside-schema', 'a hook', () =>
    items({
      parent: section,
      content: {
        ...element('x'),
        write: (to) => {
          type(5).write(to);
          words('x').write(to);
        },
      },
    }),
  ),
  attack('outside-schema', 'values among blocks', () =>
    items({ parent: section, content: any(1) }),
  ),
  attack('outside-schema', 'values among words', () =>
    items({ left: paragraphEnd, content: any('x') }),
  ),
  attack('outside-schema', 'forty quotes inside each other', () =>
    items(
      ...Array.from({ length: 40 }, (_, i) => ({
        parent: i === 0 ? section : ([own, next + i - 1] as const),
        content: element('blockquote'),
      })),
    ),
  ),
  ...['onclick', '__proto__', 'constructor', 'id', 'style'].map((name) =>
    attack('outside-schema', `an attribute named "${name}"`, () => attribute(name, 'alert(1)')),
  ),
  ...[99, 0, 1.5, '2', 'javascript:1', true, null, undefined, { valueOf: 2 }, [2]].map((value) =>
    attack('outside-schema', `a heading of level ${JSON.stringify(value)}`, () =>
      attribute('level', value),
    ),
  ),
  attack('outside-schema', 'a level of two values', () => attribute('level', 99, 2)),
  attack('outside-schema', 'a level in place of another', () =>
    items({ left: level, content: any('2') }),
  ),
  attack('outside-schema', 'an attribute of another node', () =>
    items({ parent: paragraph, key: 'level', content: any(2) }),
  ),
  attack('outside-schema', 'an attribute of words', () =>
    items({ parent: headingWords, key: 'level', content: any(2) }),
  ),
  attack('outside-schema', 'an attribute of the root', () =>
    items({ parent: 'text', key: 'level', content: any(2) }),
  ),
  attack('outside-schema', 'a deleted attribute that nothing has', () =>
    items({ parent: heading, key: 'onclick', content: deleted(1) }),
  ),
];
