import fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../domain/limits.ts';
import {
  decodeMessage,
  encodeMessage,
  type Message,
  type MessageName,
  messages,
} from '../../../domain/protocol/frame.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';
import { ANA, Desk, id } from '../desk.ts';

const desk = new Desk();
desk.marks(ANA);
desk.judges(ANA, 'true');
desk.passes(3);

const examples: { [Name in MessageName]: readonly Message<Name>[] } = {
  hello: [
    {
      protocol: 1,
      schema: 1,
      lineage: 'l',
      document: 'd',
      person: { id: ANA, name: 'Ana “Ä” 😀', role: 'analyst' },
      client: 4_294_967_295,
      seq: 0,
    },
  ],
  command: [
    { commandId: id('c'), name: 'claim.withdraw', args: { claimId: id('claim'), reason: '' } },
  ],
  result: [
    { commandId: id('c'), seq: 12, answer: { number: 3 } },
    { commandId: id('c'), seq: 12 },
    { commandId: id('c'), code: 'claim-moved-on', reason: 'Moved.' },
  ],
  ack: [{ frame: 1, seq: 99 }],
  refused: [{ frame: 7, code: 'text-locked', reason: 'Locked.' }],
  private: [{ verdicts: [...desk.state.verdicts.values()] }, { verdicts: [] }],
  reading: [
    { person: ANA, blocks: ['4294967295:0', '1:9007199254740'], anew: true },
    { person: ANA, blocks: [], anew: false },
  ],
  people: [
    {
      people: [
        { id: ANA, name: 'Ana', role: 'lead' },
        { id: 9, name: 'Gone', role: null },
      ],
    },
  ],
};

function read<Name extends MessageName>(name: Name, decoder: decoding.Decoder): Message<Name> {
  const decoded = decodeMessage(name, decoder);
  if (!decoded.ok) throw new Error(decoded.refusal.reason);
  return decoded.message;
}

function refusal(name: MessageName, decoder: decoding.Decoder): RefusalCode | null {
  const decoded = decodeMessage(name, decoder);
  return decoded.ok ? null : decoded.refusal.code;
}

/** The decoder behind the type, as a socket's handler has it. */
function behindType(bytes: Uint8Array, type: number): decoding.Decoder {
  const decoder = decoding.createDecoder(bytes);
  expect(decoding.readVarUint(decoder)).toBe(type);
  return decoder;
}

function frameOf(text: string, ...more: number[]): decoding.Decoder {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, text);
  for (const byte of more) encoding.writeUint8(encoder, byte);
  return decoding.createDecoder(encoding.toUint8Array(encoder));
}

const names = Object.keys(messages) as MessageName[];

describe.each(names)('%s', (name) => {
  test('comes back as it was sent', () => {
    for (const message of examples[name]) {
      const decoder = behindType(encodeMessage(name, message), messages[name].type);
      expect(read(name, decoder)).toEqual(message);
    }
  });

  test('has its number in the range of our own, and to itself', () => {
    expect(messages[name].type).toBeGreaterThanOrEqual(100);
    expect(names.filter((other) => messages[other].type === messages[name].type)).toEqual([name]);
  });

  test('drops what a newer version adds', () => {
    const [message] = examples[name];
    expect(read(name, frameOf(JSON.stringify({ ...message, newer: true })))).toEqual(message);
  });

  test('is refused when it is something else', () => {
    for (const text of ['', 'null', '[]', '{}', '{"commandId": 1}', '"x"', '{', '12']) {
      expect(refusal(name, frameOf(text)), text).toBe('bad-request');
    }
    for (const [at, message] of examples[name].entries()) {
      for (const key of Object.keys(message).filter(
        (field) => field !== 'answer' && field !== 'args',
      )) {
        const broken = { ...message, [key]: {} };
        expect(refusal(name, frameOf(JSON.stringify(broken))), `${at} ${key}`).toBe('bad-request');
      }
    }
  });

  test('is refused with bytes behind it, and cut short', () => {
    const [message] = examples[name];
    const text = JSON.stringify(message);
    expect(refusal(name, frameOf(text, 0))).toBe('bad-request');
    const whole = frameOf(text).arr;
    for (let length = 0; length < whole.length; length += 7) {
      const decoder = decoding.createDecoder(whole.slice(0, length));
      expect(refusal(name, decoder), `${length} bytes`).toBe('bad-request');
    }
  });

  test('is refused above the limit of a message', () => {
    const text = `{"x": "${'x'.repeat(limits.messageBytes)}"}`;
    expect(refusal(name, frameOf(text))).toBe('too-large');
  });

  test('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusal(name, decoding.createDecoder(bytes))).toBe('bad-request');
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
