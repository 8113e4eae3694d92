/** Bytes that are no update, or one that no Yjs would write. */
import * as Y from 'yjs';
import { own, ownToo, server, victim } from '../document.ts';
import {
  any,
  deleted,
  forge,
  type ForgedItem,
  item,
  plain,
  raw,
  subdocument,
  type,
  words,
} from '../forge.ts';
import {
  type Attack,
  attack,
  formatted,
  heading,
  items,
  next,
  paragraphEnd,
  section,
  sound,
  verdict,
} from './attack.ts';
import { typed } from './typed.ts';

export const malformed: readonly Attack[] = [
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
