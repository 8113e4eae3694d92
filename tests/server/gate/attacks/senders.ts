/** Whose name a change bears, what it waits for, and who may make it. */
import type * as Y from 'yjs';
import { blockOf, own, ownToo, server, textOf, updateBy, victim } from '../document.ts';
import { forge, item, plain, words } from '../forge.ts';
import { type Attack, attack, items, next, paragraphEnd } from './attack.ts';
import { typed } from './typed.ts';

export const identities: readonly Attack[] = [
  attack('foreign-client', 'the victim’s next clocks taken by a collected struct', () =>
    forge([{ client: victim, clock: 1, structs: [plain(0, 1_000_000)] }]),
  ),
  attack('foreign-client', 'words under the victim’s id', () =>
    forge([
      {
        client: victim,
        clock: 1,
        structs: [item({ left: paragraphEnd, content: words('I lied') })],
      },
    ]),
  ),
  attack('foreign-client', 'words under the server’s id', () =>
    forge([
      { client: server, clock: 43, structs: [item({ left: paragraphEnd, content: words('x') })] },
    ]),
  ),
  attack('foreign-client', 'words under an id that wins every race', () =>
    forge([
      {
        client: 2 ** 32 - 1,
        clock: 0,
        structs: [item({ left: paragraphEnd, content: words('x') })],
      },
    ]),
  ),
];

export const pending: readonly Attack[] = [
  attack('missing-dependency', 'the victim’s next words deleted in advance', () =>
    forge([], [[victim, [1, 1000]]]),
  ),
  attack('missing-dependency', 'a delete that begins inside of what there is', () =>
    forge([], [[victim, [0, 1000]]]),
  ),
  attack('missing-dependency', 'a delete under an id that nobody has', () =>
    forge([], [[777, [0, 10]]]),
  ),
  attack('missing-dependency', 'an item beside one that does not exist', () =>
    items({ left: [victim, 900], content: words('x') }),
  ),
  attack('missing-dependency', 'an item before one that does not exist', () =>
    items({ right: [victim, 900], content: words('x') }),
  ),
  attack('missing-dependency', 'an item inside one that does not exist', () =>
    items({ parent: [victim, 900], content: words('x') }),
  ),
  attack('missing-dependency', 'a hole in the sender’s own clocks', () =>
    forge([
      { client: own, clock: 50, structs: [item({ left: paragraphEnd, content: words('x') })] },
    ]),
  ),
  attack('missing-dependency', 'a hole filled by a gap', () =>
    forge([
      {
        client: own,
        clock: next,
        structs: [plain(10, 10), item({ left: paragraphEnd, content: words('x') })],
      },
    ]),
  ),
  attack('missing-dependency', 'an item beside itself', () =>
    items({ left: [own, next], content: words('x') }),
  ),
  attack('missing-dependency', 'two items that each wait for the other', () =>
    forge([
      { client: own, clock: next, structs: [item({ left: [ownToo, 0], content: words('x') })] },
      { client: ownToo, clock: 0, structs: [item({ left: [own, next], content: words('y') })] },
    ]),
  ),
  attack('malformed-update', 'a known struct that names one which does not exist', () =>
    forge([
      { client: own, clock: 0, structs: [item({ left: [victim, 900], content: words('Hi') })] },
    ]),
  ),
];

const reader = { mayEditText: false } as const;
const locked = { locked: true } as const;

export const rights: readonly Attack[] = [
  attack('may-not-edit', 'a reader types', typed, { from: reader }),
  attack(
    'may-not-edit',
    'a reader deletes words',
    (doc) => updateBy(doc, own, (copy) => textOf(copy, 1).delete(0, 3)),
    { from: reader },
  ),
  attack(
    'may-not-edit',
    'a reader deletes a block',
    (doc) => updateBy(doc, own, (copy) => (blockOf(copy, 0).parent as Y.XmlElement).delete(1, 1)),
    { from: reader },
  ),
  attack(
    'may-not-edit',
    'a reader deletes an attribute',
    (doc) => updateBy(doc, own, (copy) => blockOf(copy, 0).removeAttribute('level')),
    { from: reader },
  ),
  attack(
    'may-not-edit',
    'a reader hides words among formatting',
    () => forge([], [[server, [37, 3]]]),
    { from: reader },
  ),
  attack(
    'may-not-edit',
    'a reader fills clocks',
    () => forge([{ client: own, clock: next, structs: [plain(0, 5)] }]),
    { from: reader },
  ),
  attack('foreign-root', 'a reader deletes a verdict', () => forge([], [[server, [41, 1]]]), {
    from: reader,
  }),
  attack('text-locked', 'an editor types into a locked text', typed, { from: locked }),
  attack(
    'text-locked',
    'an editor deletes from a locked text',
    () => forge([], [[server, [3, 1]]]),
    { from: locked },
  ),
];
