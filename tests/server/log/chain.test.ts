import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Chained, entryHash, GENESIS, saltedDigest } from '../../../server/log/chain.ts';

const bytesFrom = (from: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (from + index) % 256);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const entry: Chained = {
  lineage: 'līneage',
  document: 7,
  seq: 4_294_967_296,
  at: 1_700_000_000_123,
  actor: 12,
  kind: 3,
  salt: bytesFrom(0, 32),
  payload: bytesFrom(100, 5),
};

describe('the hash of an entry', () => {
  test('is that of the encoding which the file describes, byte by byte', () => {
    const digest = createHash('sha256')
      .update(Buffer.from(hex(bytesFrom(0, 32)) + hex(bytesFrom(100, 5)), 'hex'))
      .digest('hex');
    const encoded = [
      '6174746573742d6c6f672d31',
      '00'.repeat(32),
      '0008',
      '6cc4ab6e65616765',
      '0000000000000007',
      '0000000100000000',
      '0000018bcfe5687b',
      '000000000000000c',
      '0003',
      digest,
    ].join('');
    const expected = createHash('sha256').update(Buffer.from(encoded, 'hex')).digest('hex');
    expect(hex(entryHash(GENESIS, entry))).toBe(expected);
  });

  test('has not changed since the first version', () => {
    const first = entryHash(GENESIS, entry);
    expect(hex(first)).toBe('4e04495dc2bcbe80f2967a1365f5b60314e07a2b431ece75835d848a18e1791c');
    expect(hex(entryHash(first, { ...entry, seq: entry.seq + 1, payload: new Uint8Array() }))).toBe(
      '7451f40a64fa1ef64011ddb0238e7465112fb6a235080fb4272762a99370b8d9',
    );
    expect(hex(saltedDigest(entry.salt, entry.payload))).toBe(
      '183f6ef6ef3f0b28931c48b07a95d9c46254e4803870a5cc81afeadc78c5bd71',
    );
  });

  test('depends on every field', () => {
    const number = fc.nat(2 ** 40);
    const field = fc.record({
      lineage: fc.string({ minLength: 1, maxLength: 30 }),
      document: number,
      seq: number,
      at: number,
      actor: number,
      kind: fc.nat(65_535),
      salt: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      payload: fc.uint8Array({ maxLength: 60 }),
    });
    fc.assert(
      fc.property(field, field, (one, other) => {
        for (const name of Object.keys(one)) {
          const changed: Chained = { ...one, [name]: Reflect.get(other, name) };
          const same = hex(entryHash(GENESIS, one)) === hex(entryHash(GENESIS, changed));
          const equal =
            JSON.stringify(Reflect.get(one, name)) === JSON.stringify(Reflect.get(other, name));
          expect(same).toBe(equal);
        }
      }),
      { seed: 20_26 },
    );
  });

  test('depends on what stood before', () => {
    expect(hex(entryHash(bytesFrom(1, 32), entry))).not.toBe(hex(entryHash(GENESIS, entry)));
  });

  test('is not computed for what the encoding cannot hold', () => {
    expect(() => entryHash(GENESIS, { ...entry, salt: bytesFrom(0, 31) })).toThrow(RangeError);
    expect(() => entryHash(bytesFrom(0, 31), entry)).toThrow(RangeError);
    expect(() => entryHash(GENESIS, { ...entry, at: -1 })).toThrow(RangeError);
    expect(() => entryHash(GENESIS, { ...entry, seq: 0.5 })).toThrow(RangeError);
    expect(() => entryHash(GENESIS, { ...entry, kind: 65_536 })).toThrow(RangeError);
    expect(() => entryHash(GENESIS, { ...entry, lineage: 'x'.repeat(65_536) })).toThrow(RangeError);
  });
});
