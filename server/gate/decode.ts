/**
 * Reads one Yjs update (encoding V1) into plain values. It builds nothing of
 * Yjs, so that no option, type or document that a sender describes comes to
 * life, and it reads exactly what `Y.applyUpdate` will read: whatever the two
 * might take differently is refused here.
 *
 *   update   = count section*  deletes
 *   section  = structs client clock struct*          (clocks follow each other)
 *   struct   = 0 length | 10 length | info [left] [right] [parent [key]] content
 *   deletes  = count (client count (clock length)*)*
 *
 * V2 is never read: 21 bytes of it can describe twenty million structs.
 */
import * as decoding from 'lib0/decoding';
import type { Refusal } from '../../domain/refusal.ts';
import { refuse } from '../../domain/refusal.ts';

export interface Id {
  readonly client: number;
  readonly clock: number;
}

export type Content =
  /** Deleted before it was sent: only its length is left. */
  | { readonly kind: 'deleted' }
  | { readonly kind: 'string' }
  | { readonly kind: 'format'; readonly key: string; readonly value: unknown }
  /** `ref` is Yjs' number of the type; `name` only where that type has one. */
  | { readonly kind: 'type'; readonly ref: number; readonly name: string | null }
  /** Scalars as they are; COMPOUND for an object, an array or bytes. */
  | { readonly kind: 'any'; readonly values: readonly unknown[] };

export interface Struct extends Id {
  readonly length: number;
  /** `collected` is Yjs' GC: a length alone. `skip` is a gap that says nothing. */
  readonly kind: 'item' | 'collected' | 'skip';
  readonly left: Id | null;
  readonly right: Id | null;
  /** A root's name, or the item whose type this lies in. Only where neither neighbour is named. */
  readonly parent: string | Id | null;
  readonly key: string | null;
  readonly content: Content | null;
}

export interface Range {
  readonly clock: number;
  readonly length: number;
}

export interface DecodedUpdate {
  /** By client, in the order of clocks, without holes (a `skip` fills them). */
  readonly structs: ReadonlyMap<number, readonly Struct[]>;
  /** By client, ascending, not overlapping, none empty. */
  readonly deletes: ReadonlyMap<number, readonly Range[]>;
}

export const typeRef = { xmlElement: 3, xmlHook: 5, xmlText: 6 } as const;

/** Stands for a value that no attribute of the text may have, whatever is in it. */
export const COMPOUND = Symbol('compound');

/** An honest update of 4 MB stays below these; two bytes a struct would not. */
const MAX_STRUCTS = 250_000;
const MAX_RANGES = 250_000;
/** Other implementations of Yjs count clocks in 32 bits. */
const MAX_CLOCK = 2 ** 31;
/** Records are flat; what is nested deeper was made to exhaust a stack. */
const MAX_VALUE_DEPTH = 16;

const REF_BITS = 0b0001_1111;
const HAS_LEFT = 0b1000_0000;
const HAS_RIGHT = 0b0100_0000;
const HAS_KEY = 0b0010_0000;

class Unreadable extends Error {}

export function decodeUpdate(bytes: Uint8Array): DecodedUpdate | Refusal {
  const from = decoding.createDecoder(bytes);
  try {
    const structs = readSections(from);
    const deletes = readDeletes(from);
    // Bytes left over, or read past the end: V2 sent as V1, or a frame made to be read in two ways.
    if (from.pos !== bytes.length) throw new Unreadable('length');
    return { structs, deletes };
  } catch {
    // lib0, TextDecoder and JSON.parse each throw errors of their own; all mean the same here.
    return refuse('malformed-update', 'This change could not be read.');
  }
}

function readSections(from: decoding.Decoder): Map<number, Struct[]> {
  const sections = new Map<number, Struct[]>();
  let total = 0;
  const count = readCount(from, 3);
  for (let i = 0; i < count; i++) {
    // Yjs reserves the whole array before it reads the first struct.
    const length = readCount(from, 2);
    total += length;
    const client = decoding.readVarUint(from);
    // Of two sections of one client Yjs would apply the last alone.
    if (total > MAX_STRUCTS || sections.has(client)) throw new Unreadable('section');
    const structs: Struct[] = [];
    let clock = decoding.readVarUint(from);
    for (let j = 0; j < length; j++) {
      const struct = readStruct(from, client, clock);
      clock += struct.length;
      // A struct of length 0 is applied today and breaks every later load.
      if (struct.length < 1 || clock > MAX_CLOCK) throw new Unreadable('length');
      structs.push(struct);
    }
    sections.set(client, structs);
  }
  return sections;
}

function readStruct(from: decoding.Decoder, client: number, clock: number): Struct {
  const info = decoding.readUint8(from);
  if (info === 0 || info === 10) {
    const kind = info === 0 ? 'collected' : 'skip';
    return {
      client,
      clock,
      length: decoding.readVarUint(from),
      kind,
      left: null,
      right: null,
      parent: null,
      key: null,
      content: null,
    };
  }
  const left = (info & HAS_LEFT) === 0 ? null : readId(from);
  const right = (info & HAS_RIGHT) === 0 ? null : readId(from);
  const placed = left !== null || right !== null;
  const parent = placed ? null : decoding.readVarUint(from) === 1 ? readString(from) : readId(from);
  const key = placed || (info & HAS_KEY) === 0 ? null : readString(from);
  const { content, length } = readContent(from, info & REF_BITS);
  return { client, clock, length, kind: 'item', left, right, parent, key, content };
}

/** 0 and 10 with further bits, JSON (2), binary (3), embed (5) and subdocument (9) occur in no document of ours. */
function readContent(from: decoding.Decoder, ref: number): { content: Content; length: number } {
  switch (ref) {
    case 1:
      return { content: { kind: 'deleted' }, length: decoding.readVarUint(from) };
    case 4:
      return { content: { kind: 'string' }, length: readString(from).length };
    case 6:
      return {
        content: { kind: 'format', key: readString(from), value: JSON.parse(readString(from)) },
        length: 1,
      };
    case 7: {
      const type = decoding.readVarUint(from);
      const named = type === typeRef.xmlElement || type === typeRef.xmlHook;
      if (type > typeRef.xmlText) throw new Unreadable('type');
      return {
        content: { kind: 'type', ref: type, name: named ? readString(from) : null },
        length: 1,
      };
    }
    case 8: {
      const length = readCount(from, 1);
      return {
        content: {
          kind: 'any',
          values: Array.from({ length }, () => readValue(from, MAX_VALUE_DEPTH)),
        },
        length,
      };
    }
    default:
      throw new Unreadable('content');
  }
}

function readValue(from: decoding.Decoder, depth: number): unknown {
  const tag = decoding.peekUint8(from);
  // Above these three are the scalars, which lib0 reads without recursion.
  if (tag !== 116 && tag !== 117 && tag !== 118)
    return tag === 119 ? readTaggedString(from) : decoding.readAny(from);
  if (depth === 0) throw new Unreadable('depth');
  decoding.skip8(from);
  const count = readCount(from, 1);
  if (tag === 116) from.pos += count;
  for (let i = 0; tag !== 116 && i < count; i++) {
    if (tag === 118) readString(from);
    readValue(from, depth - 1);
  }
  return COMPOUND;
}

function readTaggedString(from: decoding.Decoder): string {
  decoding.skip8(from);
  return readString(from);
}

function readDeletes(from: decoding.Decoder): Map<number, Range[]> {
  const deletes = new Map<number, Range[]>();
  let total = 0;
  const count = readCount(from, 2);
  for (let i = 0; i < count; i++) {
    const client = decoding.readVarUint(from);
    const length = readCount(from, 2);
    total += length;
    if (total > MAX_RANGES || deletes.has(client)) throw new Unreadable('deletes');
    const ranges: Range[] = [];
    let end = 0;
    for (let j = 0; j < length; j++) {
      const range = { clock: decoding.readVarUint(from), length: decoding.readVarUint(from) };
      // Ranges that overlap would make Yjs (and us) walk the same structs over and over.
      if (range.clock < end || range.length < 1) throw new Unreadable('range');
      end = range.clock + range.length;
      ranges.push(range);
    }
    if (end > MAX_CLOCK) throw new Unreadable('range');
    deletes.set(client, ranges);
  }
  return deletes;
}

/** How many of something follow, none of which takes fewer than `least` bytes. */
function readCount(from: decoding.Decoder, least: number): number {
  const count = decoding.readVarUint(from);
  if (count * least > from.arr.length - from.pos) throw new Unreadable('count');
  return count;
}

function readId(from: decoding.Decoder): Id {
  return { client: decoding.readVarUint(from), clock: decoding.readVarUint(from) };
}

/** lib0 would read past the frame, into whatever shares its buffer. */
function readString(from: decoding.Decoder): string {
  const start = from.pos;
  if (decoding.readVarUint(from) > from.arr.length - from.pos) throw new Unreadable('string');
  from.pos = start;
  return decoding.readVarString(from);
}
