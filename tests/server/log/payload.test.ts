import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePayload, encodePayload, PayloadError } from '../../../server/log/payload.ts';

const seed = 7;

describe('payloads', () => {
  test('come back as they were', () => {
    const note = fc.option(fc.dictionary(fc.string(), fc.jsonValue()));
    const update = fc.option(fc.uint8Array({ minLength: 1, maxLength: 300 }));
    fc.assert(
      fc.property(note, update, (givenNote, givenUpdate) => {
        const plain = givenNote && JSON.parse(JSON.stringify(givenNote));
        const back = decodePayload(encodePayload({ note: plain, update: givenUpdate }));
        expect(back.note).toEqual(plain);
        expect(back.update && [...back.update]).toEqual(givenUpdate && [...givenUpdate]);
      }),
      { seed },
    );
  });

  test('have the bytes that the file describes', () => {
    const bytes = encodePayload({ note: { a: 1 }, update: new Uint8Array([9, 8]) });
    expect([...bytes]).toEqual([1, 7, ...Buffer.from('{"a":1}'), 9, 8]);
    expect([...encodePayload({ update: new Uint8Array([9]) })]).toEqual([1, 0, 9]);
    expect([...encodePayload({})]).toEqual([1, 0]);
  });

  test('that nobody wrote are refused by name, whatever they are', () => {
    for (const bytes of [[], [2, 0], [1], [1, 5, 1], [1, 1, 0x7b], [1, 2, 0x5b, 0x5d], [1, 0x80]]) {
      expect(() => decodePayload(new Uint8Array(bytes))).toThrow(PayloadError);
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          decodePayload(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(PayloadError);
        }
      }),
      { seed },
    );
  });
});
