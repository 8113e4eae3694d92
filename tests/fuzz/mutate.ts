/** Makes hostile frames of real ones: by bits, by parts, by numbers, and by messages that look like ours. */
import * as encoding from 'lib0/encoding';
import { encodeMessage } from '../../domain/protocol/frame.ts';
import { commands } from '../../domain/command/list.ts';
import type { Random } from '../random.ts';

type Mutation = (frame: Uint8Array, corpus: readonly Uint8Array[], random: Random) => Uint8Array;

const one = (random: Random, list: readonly Uint8Array[]): Uint8Array => random.pick(list);
const part = (random: Random, bytes: Uint8Array): Uint8Array => {
  const from = random.int(0, bytes.length);
  return bytes.subarray(from, random.int(from, bytes.length));
};

/** Numbers at which decoders, lengths and clocks break. */
const edges = [0, 1, 2, 127, 128, 255, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 53 - 1];

const mutations: Readonly<Record<string, Mutation>> = {
  'bits flipped': (frame, _corpus, random) => {
    const bytes = frame.slice();
    for (let times = random.int(1, 4); times > 0 && bytes.length > 0; times -= 1) {
      const at = random.int(0, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
    }
    return bytes;
  },
  'cut short': (frame, _corpus, random) => frame.subarray(0, random.int(0, frame.length)),
  'a part of another spliced in': (frame, corpus, random) => {
    const at = random.int(0, frame.length);
    const to = random.int(at, Math.min(frame.length, at + 20));
    return joined(frame.subarray(0, at), part(random, one(random, corpus)), frame.subarray(to));
  },
  'a part repeated': (frame, _corpus, random) => {
    const at = random.int(0, frame.length);
    return joined(frame.subarray(0, at), part(random, frame), frame.subarray(at));
  },
  'a number at its edge': (frame, _corpus, random) => {
    const at = random.int(0, Math.max(0, frame.length - 1));
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, random.pick(edges));
    return joined(frame.subarray(0, at), encoding.toUint8Array(encoder), frame.subarray(at + 1));
  },
  'another type': (frame, _corpus, random) => {
    const bytes = frame.slice();
    bytes[random.int(0, Math.min(1, Math.max(0, bytes.length - 1)))] = random.pick([
      0, 1, 2, 3, 4, 100, 101, 102, 103, 104, 107, 255,
    ]);
    return bytes;
  },
  // Of other people's ids and clocks, out of order, once more.
  'said again': (_frame, corpus, random) => one(random, corpus),
  'two at once': (frame, corpus, random) => joined(frame, one(random, corpus)),
  nonsense: (_frame, _corpus, random) =>
    Uint8Array.from({ length: random.int(0, 60) }, () => random.int(0, 255)),
  'a hostile command': (_frame, _corpus, random) =>
    encodeMessage('command', {
      commandId: random.pick(['', 'x', 'c'.repeat(21), '_'.repeat(21), '\u0000'.repeat(21)]),
      name: random.pick([
        ...commands.map(({ name }) => name),
        'constructor',
        '__proto__',
        'nothing.at-all',
      ]),
      args: random.pick<unknown>([
        null,
        [],
        {},
        { __proto__: { role: 'lead' } },
        { claimId: 'c'.repeat(21), place: null },
        { changes: { title: 'x'.repeat(10_000) } },
        { changes: { policy: { sealed: true } } },
        { person: 1, role: 'lead' },
        { claim: '__proto__', rating: 'true', actor: 1 },
      ]) as Record<string, unknown>,
    }),
  'hostile presence': (_frame, _corpus, random) => {
    const update = encoding.createEncoder();
    encoding.writeVarUint(update, random.pick([1, 2, 1000]));
    for (let states = random.int(1, 3); states > 0; states -= 1) {
      encoding.writeVarUint(update, random.pick(edges));
      encoding.writeVarUint(update, random.pick(edges));
      encoding.writeVarString(
        update,
        random.pick(['null', '{', '{"user":{"id":1,"name":"Somebody else"}}', '1e999', '[[[[']),
      );
    }
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update));
    return encoding.toUint8Array(encoder);
  },
};

export function hostileFrame(corpus: readonly Uint8Array[], random: Random): Uint8Array {
  const mutate = mutations[random.pick(Object.keys(mutations))];
  const frame = mutate?.(one(random, corpus), corpus, random) ?? one(random, corpus);
  // Now and then one more on top.
  if (!random.chance(0.3)) return frame;
  return mutations['bits flipped']?.(frame, corpus, random) ?? frame;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
