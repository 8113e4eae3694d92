/**
 * Frames of type 100 and more: a varUint, then one varString of JSON, at most
 * `limits.messageBytes`. Types 0 to 3 are y-websocket's own.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { refuse, type Refusal, type RefusalCode } from '../refusal.ts';
import { ack } from './ack.ts';
import { commandMessage } from './command-message.ts';
import { hello } from './hello.ts';
import { people } from './people.ts';
import { privateMessage } from './private-message.ts';
import { reading } from './reading.ts';
import { refused } from './refused.ts';
import { result } from './result.ts';

/** Every message of our own: its number on the wire and its schema. Numbers are frozen. */
export const messages = {
  hello: { type: 100, schema: hello },
  command: { type: 101, schema: commandMessage },
  result: { type: 102, schema: result },
  ack: { type: 103, schema: ack },
  refused: { type: 104, schema: refused },
  private: { type: 105, schema: privateMessage },
  people: { type: 106, schema: people },
  reading: { type: 107, schema: reading },
} as const;
export type MessageName = keyof typeof messages;
export type Message<Name extends MessageName> = z.infer<(typeof messages)[Name]['schema']>;

/** The bytes of one frame. The message is not validated: whoever sends built it typed. */
export function encodeMessage<Name extends MessageName>(
  name: Name,
  message: Message<Name>,
): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messages[name].type);
  encoding.writeVarString(encoder, JSON.stringify(message));
  return encoding.toUint8Array(encoder);
}

/** Not a plain union with `Refusal`: some messages have a code and a reason themselves. */
export type Decoded<Name extends MessageName> =
  | { readonly ok: true; readonly message: Message<Name> }
  | { readonly ok: false; readonly refusal: Refusal };

/** Reads what follows the type; a refusal for anything that the schema does not admit. */
export function decodeMessage<Name extends MessageName>(
  name: Name,
  decoder: decoding.Decoder,
): Decoded<Name> {
  const no = (code: RefusalCode, reason: string): Decoded<Name> => ({
    ok: false,
    refusal: refuse(code, reason),
  });
  if (decoder.arr.length > limits.messageBytes) {
    return no('too-large', `A message may be at most ${limits.messageBytes / 1024} kB.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(decoding.readVarString(decoder));
  } catch {
    return no('bad-request', `This ${name} message is not JSON.`);
  }
  if (decoding.hasContent(decoder)) return no('bad-request', `Bytes follow this ${name} message.`);
  const read = messages[name].schema.safeParse(json);
  if (!read.success) {
    const issue = read.error.issues[0];
    const what = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
    return no('bad-request', `This ${name} message is malformed: ${what}`);
  }
  // The schema of this very name read it, which the compiler cannot follow through the table.
  return { ok: true, message: read.data as Message<Name> };
}
