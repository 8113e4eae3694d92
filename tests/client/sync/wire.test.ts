import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, describe, expect, test } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { MERGE_WINDOW, ownPresence, Wire } from '../../../client/sync/wire.ts';
import { encodeMessage } from '../../../domain/protocol/frame.ts';
import { until } from '../until.ts';
import { syncFrame } from './tiny-room.ts';

/** A socket that is open and keeps what is sent. */
class FakeSocket {
  static last: FakeSocket;
  readonly sent: Uint8Array[] = [];
  readyState = 1;
  binaryType = '';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: unknown) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;

  constructor() {
    FakeSocket.last = this;
  }

  send(bytes: Uint8Array): void {
    this.sent.push(bytes);
  }

  close(): void {
    this.readyState = 3;
    this.onclose?.({ code: 1000 });
  }
}

const client = 42;
const wires: Wire[] = [];
afterEach(() => {
  for (const wire of wires.splice(0)) wire.close();
});

function open(): { wire: Wire; socket: FakeSocket; frames: string[] } {
  const frames: string[] = [];
  const wire = new Wire(
    {
      client,
      onFrame: (frame, kind) => frames.push(`${frame} ${kind}`),
      WebSocket: FakeSocket as unknown as typeof WebSocket,
    },
    'ws://nowhere',
  );
  wires.push(wire);
  return { wire, socket: FakeSocket.last, frames };
}

/** Updates of single letters, and the document that made them. */
function typing(): { doc: Y.Doc; type: (letter: string) => Uint8Array } {
  const doc = new Y.Doc();
  let last = new Uint8Array();
  doc.on('update', (update: Uint8Array) => {
    last = new Uint8Array(update);
  });
  return {
    doc,
    type(letter) {
      const text = doc.getText('text');
      text.insert(text.length, letter);
      return last;
    },
  };
}

function textOf(socket: FakeSocket): string {
  const doc = new Y.Doc();
  for (const bytes of socket.sent) {
    const decoder = decoding.createDecoder(bytes);
    if (decoding.readVarUint(decoder) !== 0) continue;
    if (decoding.readVarUint(decoder) > 0) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  }
  return doc.getText('text').toString();
}

const types = (socket: FakeSocket): number[] => socket.sent.map((bytes) => bytes[0] ?? -1);
const introduce = (wire: Wire): void => wire.send(syncFrame(1, new Uint8Array([0, 0])));

describe('Text', () => {
  test('goes out at once, and what follows within the window goes out as one frame', async () => {
    const { wire, socket, frames } = open();
    const { type } = typing();
    introduce(wire);
    wire.send(syncFrame(2, type('a')));
    expect(frames).toEqual(['1 state', '2 change']);
    for (const letter of 'bcdefg') wire.send(syncFrame(2, type(letter)));
    expect(frames).toHaveLength(2);
    await until(() => frames.length === 3, 'the window closed');
    expect(textOf(socket)).toBe('abcdefg');
  });

  test('after the window is at once again only when nothing went out in between', async () => {
    const { wire, frames } = open();
    const { type } = typing();
    introduce(wire);
    const start = performance.now();
    wire.send(syncFrame(2, type('a')));
    wire.send(syncFrame(2, type('b')));
    await until(() => frames.length === 3, 'the first window closed');
    wire.send(syncFrame(2, type('c')));
    // Still inside the second window: one frame in 50 ms at most.
    expect(frames).toHaveLength(3);
    await until(() => frames.length === 4, 'the second window closed');
    expect(performance.now() - start).toBeGreaterThanOrEqual(2 * MERGE_WINDOW - 5);
  });

  test('waits until the first step of syncing went out, which holds it', () => {
    const { wire, socket, frames } = open();
    const { doc, type } = typing();
    wire.send(syncFrame(2, type('a')));
    wire.send(syncFrame(2, type('b')));
    expect(frames).toEqual([]);
    wire.send(syncFrame(1, Y.encodeStateAsUpdate(doc)));
    expect(frames).toEqual(['1 state']);
    wire.send(syncFrame(2, type('c')));
    expect(frames).toEqual(['1 state', '2 change']);
    expect(textOf(socket)).toBe('abc');
  });

  test('a step-1 message is no numbered frame', () => {
    const { wire, socket, frames } = open();
    wire.send(syncFrame(0, new Uint8Array([0])));
    expect(socket.sent).toHaveLength(1);
    expect(frames).toEqual([]);
  });

  test('that waits goes out before a command', () => {
    const { wire, socket } = open();
    const { type } = typing();
    introduce(wire);
    wire.send(syncFrame(2, type('a')));
    wire.send(syncFrame(2, type('b')));
    wire.sendMessage(
      encodeMessage('command', { commandId: 'x'.repeat(21), name: 'text.lock', args: {} }),
    );
    expect(types(socket)).toEqual([0, 0, 0, 101]);
    expect(textOf(socket)).toBe('ab');
  });

  test('that waited is forgotten with its socket: the next one syncs the whole', async () => {
    const { wire, socket } = open();
    const { type } = typing();
    introduce(wire);
    wire.send(syncFrame(2, type('a')));
    wire.send(syncFrame(2, type('b')));
    wire.close();
    await new Promise((resolve) => setTimeout(resolve, 2 * MERGE_WINDOW));
    expect(textOf(socket)).toBe('a');
  });
});

describe('Presence', () => {
  test('speaks of this page alone', () => {
    const { wire, socket } = open();
    const { frame } = presenceOf([client, 77], client);
    wire.send(frame);
    expect(socket.sent).toHaveLength(1);
    const sent = decoding.createDecoder(socket.sent[0] ?? new Uint8Array());
    decoding.readVarUint(sent);
    const inner = decoding.createDecoder(decoding.readVarUint8Array(sent));
    expect(decoding.readVarUint(inner)).toBe(1);
    expect(decoding.readVarUint(inner)).toBe(client);
  });

  test('of others alone is not repeated', () => {
    const { wire, socket } = open();
    wire.send(presenceOf([77], 77).frame);
    expect(socket.sent).toEqual([]);
    expect(ownPresence(presenceOf([77], 77).bytes, client)).toBeNull();
  });

  test('waits for text that waits, and only the latest goes', async () => {
    const { wire, socket } = open();
    const { type } = typing();
    introduce(wire);
    wire.send(syncFrame(2, type('a')));
    wire.send(syncFrame(2, type('b')));
    wire.send(presenceOf([client], client).frame);
    wire.send(presenceOf([client], client).frame);
    expect(types(socket)).toEqual([0, 0]);
    await until(() => socket.sent.length > 2, 'the window closed');
    expect(types(socket)).toEqual([0, 0, 0, 1]);
  });
});

describe('What arrives', () => {
  test('is held while an input method composes, and comes in order afterwards', () => {
    const { wire, socket } = open();
    const seen: number[] = [];
    wire.onmessage = ({ data }) => seen.push(new Uint8Array(data)[0] ?? -1);
    wire.hold(true);
    for (const byte of [1, 2, 3]) socket.onmessage?.({ data: new Uint8Array([byte]).buffer });
    expect(seen).toEqual([]);
    wire.hold(false);
    socket.onmessage?.({ data: new Uint8Array([4]).buffer });
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  test('as a text frame is passed over', () => {
    const { wire, socket } = open();
    wire.onmessage = () => expect.unreachable();
    socket.onmessage?.({ data: 'hello' });
  });

  test('and breaks the reader closes the socket, so that it starts over', () => {
    const { wire, socket } = open();
    wire.onmessage = () => {
      throw new Error('unreadable');
    };
    socket.onmessage?.({ data: new Uint8Array([9]).buffer });
    expect(socket.readyState).toBe(3);
  });
});

function presenceOf(clients: number[], own: number): { frame: Uint8Array; bytes: Uint8Array } {
  const doc = new Y.Doc();
  doc.clientID = own;
  const awareness = new Awareness(doc);
  for (const id of clients) {
    awareness.states.set(id, { claim: null });
    awareness.meta.set(id, { clock: 1, lastUpdated: 0 });
  }
  const bytes = encodeAwarenessUpdate(awareness, clients);
  awareness.destroy();
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, bytes);
  return { frame: encoding.toUint8Array(encoder), bytes };
}
