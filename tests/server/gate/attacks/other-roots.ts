/** What lies beside the text, or is no part of it. */
import * as Y from 'yjs';
import { own, server, updateBy } from '../document.ts';
import { any, deleted, forge, item, words } from '../forge.ts';
import { type Attack, attack, headingWords, items, next, paragraphEnd, verdict } from './attack.ts';

export const otherRoots: readonly Attack[] = [
  attack('foreign-root', 'a thousand new roots', () =>
    items(...Array.from({ length: 1000 }, (_, i) => ({ parent: `root${i}`, content: words('x') }))),
  ),
  attack('foreign-root', 'a root named like a prototype', () =>
    items({ parent: '__proto__', content: words('x') }),
  ),
  attack('malformed-update', 'a new root named by a struct that is known', () =>
    forge([{ client: own, clock: 0, structs: [item({ parent: 'evil', content: words('Hi') })] }]),
  ),
  attack('foreign-root', 'a colleague’s verdict forged', () =>
    items({ parent: 'verdicts', key: 'claim:2', content: any({ by: 2, rating: 'false' }) }),
  ),
  attack('foreign-root', 'a colleague’s verdict overwritten', (doc) =>
    updateBy(doc, own, (copy) => copy.getMap('verdicts').set('claim:1', { rating: 'false' })),
  ),
  attack('foreign-root', 'a verdict overwritten under its right neighbour’s name', () =>
    items({ right: verdict, content: any({ rating: 'false' }) }),
  ),
  attack('foreign-root', 'a verdict overwritten without any delete', () =>
    items({ left: verdict, content: any({ rating: 'false' }) }),
  ),
  attack('foreign-root', 'a verdict deleted', (doc) =>
    updateBy(doc, own, (copy) => copy.getMap('verdicts').delete('claim:1')),
  ),
  attack('foreign-root', 'the text unlocked by hand', (doc) =>
    updateBy(doc, own, (copy) => copy.getMap('settings').set('lock', { locked: false })),
  ),
  attack('foreign-root', 'a type nested in the record', (doc) =>
    updateBy(doc, own, (copy) => {
      const nested = new Y.Map();
      copy.getMap('claims').set('x', nested);
      nested.set('words', new Y.Text('hidden'));
    }),
  ),
  attack('foreign-root', 'words hidden in a map', () =>
    items({ parent: 'sources', content: words('x'.repeat(1000)) }),
  ),
  attack('foreign-root', 'deleted items in the record', () =>
    items({ parent: 'comments', key: 'x', content: deleted(3) }),
  ),
  attack('foreign-root', 'an item between a verdict and a word, which lands at the verdict', () =>
    items({ left: verdict, right: [server, 12], content: any(1) }),
  ),
  attack('foreign-root', 'a chain of ten thousand items, the first at a verdict', () =>
    items(
      ...Array.from({ length: 10_000 }, (_, i) => ({
        left: i === 0 ? verdict : ([own, next + i - 1] as const),
        content: any(i),
      })),
    ),
  ),
  attack('malformed-update', 'more of known words, said to lie in the record', () =>
    forge([
      {
        client: own,
        clock: 0,
        structs: [item({ parent: 'verdicts', key: 'claim:1', content: any(1, 2, 3) })],
      },
    ]),
  ),
  attack('malformed-update', 'more of known words, said to lie in another block', () =>
    forge([
      {
        client: own,
        clock: 0,
        structs: [item({ parent: headingWords, content: words('High') })],
      },
    ]),
  ),
  attack('malformed-update', 'more of known words, before another neighbour', () =>
    forge([
      {
        client: own,
        clock: 0,
        structs: [item({ left: [server, 30], right: [own, 1], content: words('High') })],
      },
    ]),
  ),
  attack('malformed-update', 'words between the words of two blocks', () =>
    items({ left: [server, 12], right: [server, 5], content: words('x') }),
  ),
  attack('malformed-update', 'words between a letter and itself', () =>
    items({ left: [server, 12], right: [server, 12], content: words('x') }),
  ),
  attack('malformed-update', 'words between two letters in reverse', () =>
    items({ left: [server, 14], right: [server, 12], content: words('x') }),
  ),
  attack('malformed-update', 'words between two new letters in reverse', () =>
    items(
      { left: paragraphEnd, content: words('abc') },
      { left: [own, next + 2], right: [own, next], content: words('x') },
    ),
  ),
];
