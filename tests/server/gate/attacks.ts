/**
 * Every known way to harm a document with an update, as data: how it is made,
 * who sends it, and with what the first check must refuse it. `second` says
 * what the second check makes of it alone, as if the first were not there:
 * it catches it, or there is nothing wrong with what Yjs did.
 *
 * The sample: the server (1) wrote section 0 > heading 1 > words 2: "Title"
 * 3–7, paragraph 8 > words 9: 10–30, code_block 31 > words 32: 33–37, level
 * 38, anchor 39 and 40, a verdict 41, the lock 42. Victim: "!" 0. Sender: "Hi" 0–1.
 */
import * as Y from 'yjs';
import type { RefusalCode } from '../../../domain/refusal.ts';
import { anchorKey } from '../../../domain/text/mark-key.ts';
import type { GateContext } from '../../../server/gate/context.ts';
import {
  anchor,
  blockOf,
  own,
  ownToo,
  server,
  stranger,
  textOf,
  updateBy,
  victim,
} from './document.ts';
import {
  any,
  deleted,
  element,
  forge,
  type ForgedItem,
  format,
  item,
  plain,
  raw,
  run,
  subdocument,
  type,
  words,
} from './forge.ts';

export interface Attack {
  readonly name: string;
  readonly first: RefusalCode;
  readonly second: 'caught' | 'nothing wrong';
  readonly make: (doc: Y.Doc) => Uint8Array;
  readonly from?: Partial<GateContext>;
}

const section = [server, 0] as const;
const heading = [server, 1] as const;
const headingWords = [server, 2] as const;
const paragraph = [server, 8] as const;
const level = [server, 38] as const;
const verdict = [server, 41] as const;
const paragraphEnd = [own, 1] as const;
const codeEnd = [server, 37] as const;
/** The next clock of the sender's own id. */
const next = 2;

/** Items of the sender, at the next clock. */
const items = (...list: readonly ForgedItem[]): Uint8Array =>
  forge([{ client: own, clock: next, structs: list.map(item) }]);
const attribute = (name: string, ...values: readonly unknown[]): Uint8Array =>
  items({ parent: heading, key: name, content: any(...values) });
const formatted = (
  key: string,
  value: unknown,
  left: readonly [number, number] = paragraphEnd,
): Uint8Array => items({ left, content: format(key, value) });
const attack = (
  first: RefusalCode,
  name: string,
  make: Attack['make'],
  rest: Partial<Pick<Attack, 'second' | 'from'>> = {},
): Attack => ({ name, first, second: 'caught', make, ...rest });
const sound = { second: 'nothing wrong' } as const;

const malformed: readonly Attack[] = [
  attack('malformed-update', 'no bytes at all', () => new Uint8Array(), {}),
  attack('malformed-update', 'random bytes', () =>
    Uint8Array.from({ length: 200 }, (_, i) => (i * 151 + 7) % 256),
  ),
  attack('malformed-update', 'a million structs in a few bytes of V2', bombV2, sound),
  attack(
    'malformed-update',
    'an honest change in V2',
    (doc) => Y.convertUpdateFormatV1ToV2(typed(doc)),
    sound,
  ),
  attack('malformed-update', 'bytes left over', (doc) => Uint8Array.of(...typed(doc), 0), sound),
  attack('malformed-update', 'an update cut short', (doc) => typed(doc).subarray(0, -1)),
  attack('malformed-update', 'a collected struct of length 0', () =>
    forge([{ client: own, clock: next, structs: [plain(0, 0)] }]),
  ),
  attack('malformed-update', 'a collected struct of length 0 under an id of its own', () =>
    forge([{ client: ownToo, clock: 0, structs: [plain(0, 0)] }]),
  ),
  attack('malformed-update', 'a deleted item of length 0', () =>
    items({ left: paragraphEnd, content: deleted(0) }),
  ),
  attack('malformed-update', 'empty words', () =>
    items({ left: paragraphEnd, content: words('') }),
  ),
  attack('malformed-update', 'a verdict overwritten by a value without length', () =>
    items({ left: verdict, content: any() }),
  ),
  attack(
    'malformed-update',
    'two sections of one client',
    () => {
      const structs = (text: string) => [item({ left: paragraphEnd, content: words(text) })];
      return forge([
        { client: own, clock: next, structs: structs('good') },
        { client: own, clock: next, structs: structs('evil') },
      ]);
    },
    sound,
  ),
  attack(
    'malformed-update',
    'a gap with further bits',
    () => forge([{ client: own, clock: next, structs: [plain(10 | 32, 3)] }]),
    sound,
  ),
  attack(
    'malformed-update',
    'a collected struct with further bits',
    () => forge([{ client: own, clock: next, structs: [plain(32, 3)] }]),
    sound,
  ),
  attack('malformed-update', 'an unknown kind of content', () =>
    items({ left: paragraphEnd, content: raw(11, 0) }),
  ),
  attack('malformed-update', 'a subdocument with options', () =>
    items({ left: paragraphEnd, content: subdocument({ autoLoad: true, gc: false }) }),
  ),
  attack('malformed-update', 'more structs announced than there are bytes', () =>
    forge([{ client: own, clock: next, structs: [], count: 30_000_000 }]),
  ),
  attack('malformed-update', 'a count beyond all arrays', () =>
    forge([{ client: own, clock: next, structs: [], count: 2 ** 40 }]),
  ),
  attack('malformed-update', 'a value nested a hundred thousand deep', () =>
    items({ parent: heading, key: 'level', content: nestedValue(100_000) }),
  ),
  attack('malformed-update', 'a string longer than its frame', () => stringPastTheFrame()),
  attack(
    'malformed-update',
    'a clock near 2^53',
    () => forge([{ client: own, clock: next, structs: [plain(0, Number.MAX_SAFE_INTEGER - 10)] }]),
    sound,
  ),
  attack('malformed-update', 'a delete of length 0 beyond the state', () =>
    forge([], [[victim, [50, 0]]]),
  ),
  attack(
    'malformed-update',
    'deletes that overlap',
    () => forge([], [[server, [3, 5], [3, 5]]]),
    sound,
  ),
  attack(
    'malformed-update',
    'an item inside of words',
    () => items({ parent: [server, 12], content: words('x') }),
    sound,
  ),
  attack('malformed-update', 'a format that is no JSON', () => formatted('strong', '{')),
  attack('malformed-update', 'a type that Yjs does not have', () =>
    items({ parent: section, content: type(9) }),
  ),
  attack('malformed-update', 'bytes, embeds and JSON', () =>
    items({ left: paragraphEnd, content: raw(3, 1, 1) }),
  ),
  attack('malformed-update', 'an embed among words', () =>
    items({ left: paragraphEnd, content: raw(5, 2, 123, 125) }),
  ),
  attack('malformed-update', 'JSON of the first Yjs', () =>
    items({ left: paragraphEnd, content: raw(2, 1, 1, 49) }),
  ),
];

const identities: readonly Attack[] = [
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

const pending: readonly Attack[] = [
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

const otherRoots: readonly Attack[] = [
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

const schema: readonly Attack[] = [
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

const marks: readonly Attack[] = [
  ...[
    'underline',
    'strong--aaaaaaaa',
    'anchor',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'claim--aaaaaaaa',
    '',
  ].map((key) => attack('outside-schema', `a mark named "${key}"`, () => formatted(key, {}))),
  attack('outside-schema', 'the end of a mark that does not exist', () =>
    formatted('underline', null),
  ),
  ...[true, 'x', 1, [], { onclick: 'x' }].map((value) =>
    attack('outside-schema', `bold as ${JSON.stringify(value)}`, () =>
      formatted('strong', JSON.stringify(value)),
    ),
  ),
  attack('outside-schema', 'bold with a prototype', () =>
    formatted('strong', '{"__proto__":{"x":1}}'),
  ),
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//host',
    '/path',
    '',
  ].map((href) =>
    attack('outside-schema', `a link to ${JSON.stringify(href)}`, () =>
      formatted('link', { href }),
    ),
  ),
  attack('outside-schema', 'a link with more than its target', () =>
    formatted('link', { href: 'https://a.org', onclick: 'x' }),
  ),
  attack('outside-schema', 'a link without a target', () => formatted('link', {})),
  attack('outside-schema', 'bold code', () => formatted('strong', {}, codeEnd)),
  attack('outside-schema', 'the end of bold in code', () => formatted('strong', null, codeEnd)),
  attack('outside-schema', 'a format outside of words', () =>
    items({ parent: section, content: format('strong', {}) }),
  ),
  attack('unknown-anchor', 'an anchor that never was', () =>
    formatted(anchorKey(stranger), { id: stranger }),
  ),
  attack('unknown-anchor', 'the end of an anchor that never was', () =>
    formatted(anchorKey(stranger), null),
  ),
  attack('unknown-anchor', 'an anchor under another’s key', () =>
    formatted(anchorKey(anchor), { id: stranger }),
  ),
  attack('unknown-anchor', 'an anchor under a key made up', () =>
    formatted('anchor--AAAAAAAA', { id: anchor }),
  ),
  attack('outside-schema', 'an anchor under too short a key', () =>
    formatted('anchor--AAAA', { id: anchor }),
  ),
  attack('outside-schema', 'an anchor under a key hashed twice', () =>
    formatted(`${anchorKey(anchor)}--AAAAAAAA`, { id: anchor }),
  ),
  ...[true, [], {}, { id: [anchor] }, { id: anchor, claim: 1 }].map((value) =>
    attack('unknown-anchor', `an anchor of the value ${JSON.stringify(value)}`, () =>
      formatted(anchorKey(anchor), JSON.stringify(value)),
    ),
  ),
];

const reader = { mayEditText: false } as const;
const locked = { locked: true } as const;

const rights: readonly Attack[] = [
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

export const attacks: readonly Attack[] = [
  ...malformed,
  ...identities,
  ...pending,
  ...otherRoots,
  ...schema,
  ...marks,
  ...rights,
];

export function typed(doc: Y.Doc): Uint8Array {
  return updateBy(doc, own, (copy) => textOf(copy, 1).insert(0, 'Yes. '));
}

function bombV2(): Uint8Array {
  const encoder = new Y.UpdateEncoderV2();
  const rest = encoder.restEncoder;
  rest.cpos = 0;
  const count = 1_000_000;
  for (const value of [1, count]) writeVarUint(rest, value);
  encoder.writeClient(own);
  writeVarUint(rest, 0);
  for (let i = 0; i < count; i++) {
    encoder.writeInfo(0);
    encoder.writeLen(1);
  }
  writeVarUint(rest, 0);
  return encoder.toUint8Array();
}

function writeVarUint(to: { cbuf: Uint8Array; cpos: number }, value: number): void {
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) to.cbuf[to.cpos++] = 128 | (left % 128);
  to.cbuf[to.cpos++] = left;
}

function nestedValue(depth: number): ForgedItem['content'] {
  const bytes = [1, ...Array.from({ length: depth }, () => [117, 1]).flat(), 126];
  return { ref: 8, write: (to) => bytes.forEach((byte) => raw(8, byte).write(to)) };
}

/** The frame lies in a larger buffer, as those of a socket do; the string would reach into what follows it. */
function stringPastTheFrame(): Uint8Array {
  const whole = new Uint8Array(1000).fill(65);
  const frame = forge([
    { client: own, clock: next, structs: [item({ left: paragraphEnd, content: raw(4, 100) })] },
  ]);
  whole.set(frame);
  return whole.subarray(0, frame.length);
}
