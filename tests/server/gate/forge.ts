/** Writes updates that no client of Yjs would: the encoding by hand, one value at a time. */
import * as encoding from 'lib0/encoding';

export type At = readonly [client: number, clock: number];

export interface ForgedItem {
  readonly left?: At;
  readonly right?: At;
  /** A root's name, or the item that holds the type. */
  readonly parent?: string | At;
  readonly key?: string;
  readonly content: Body;
}

type Write = (to: encoding.Encoder) => void;
export interface Body {
  readonly ref: number;
  readonly write: Write;
}

export const words = (text: string): Body => ({
  ref: 4,
  write: (to) => encoding.writeVarString(to, text),
});
export const deleted = (length: number): Body => ({
  ref: 1,
  write: (to) => encoding.writeVarUint(to, length),
});
export const format = (key: string, value: unknown): Body => ({
  ref: 6,
  write: (to) => {
    encoding.writeVarString(to, key);
    encoding.writeVarString(to, typeof value === 'string' ? value : JSON.stringify(value));
  },
});
export const element = (name: string): Body => ({
  ref: 7,
  write: (to) => {
    encoding.writeVarUint(to, 3);
    encoding.writeVarString(to, name);
  },
});
export const type = (ref: number): Body => ({
  ref: 7,
  write: (to) => encoding.writeVarUint(to, ref),
});
export const run = type(6);
export const any = (...values: readonly unknown[]): Body => ({
  ref: 8,
  write: (to) => {
    encoding.writeVarUint(to, values.length);
    for (const value of values)
      encoding.writeAny(to, value as Parameters<typeof encoding.writeAny>[1]);
  },
});
export const subdocument = (options: object): Body => ({
  ref: 9,
  write: (to) => {
    encoding.writeVarString(to, 'guid');
    encoding.writeAny(to, options as Record<string, never>);
  },
});
export const raw = (ref: number, ...bytes: readonly number[]): Body => ({
  ref,
  write: (to) => bytes.forEach((byte) => encoding.write(to, byte)),
});

/** A struct of length alone: 0 is collected, 10 a gap. */
export const plain =
  (ref: number, length: number): Write =>
  (to) => {
    encoding.write(to, ref);
    encoding.writeVarUint(to, length);
  };

export function item({ left, right, parent, key, content }: ForgedItem): Write {
  return (to) => {
    encoding.write(
      to,
      content.ref | (left ? 128 : 0) | (right ? 64 : 0) | (key === undefined ? 0 : 32),
    );
    for (const id of [left, right]) if (id) writeAt(to, id);
    if (!left && !right) {
      encoding.writeVarUint(to, typeof parent === 'string' ? 1 : 0);
      if (typeof parent === 'string') encoding.writeVarString(to, parent);
      else writeAt(to, parent ?? [0, 0]);
      if (key !== undefined) encoding.writeVarString(to, key);
    }
    content.write(to);
  };
}

export interface Section {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly Write[];
  /** Said in place of the true count. */
  readonly count?: number;
}

export type Deletes = readonly (readonly [
  client: number,
  ...ranges: (readonly [clock: number, length: number])[],
])[];

export function forge(sections: readonly Section[], deletes: Deletes = []): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, sections.length);
  for (const { client, clock, structs, count } of sections) {
    encoding.writeVarUint(to, count ?? structs.length);
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, clock);
    for (const write of structs) write(to);
  }
  encoding.writeVarUint(to, deletes.length);
  for (const [client, ...ranges] of deletes) {
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, ranges.length);
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(to, clock);
      encoding.writeVarUint(to, length);
    }
  }
  return encoding.toUint8Array(to);
}

function writeAt(to: encoding.Encoder, [client, clock]: At): void {
  encoding.writeVarUint(to, client);
  encoding.writeVarUint(to, clock);
}
