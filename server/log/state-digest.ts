/**
 * What a Y.Doc means, as one hash. Two documents that went through the same
 * changes have the same digest, however Yjs cut their items, ordered their
 * clients or encoded them; a changed letter, order, format, deletion or author
 * id gives another. (The bytes of `encodeStateAsUpdate` promise no such thing.)
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { sha256 } from './chain.ts';

export function stateDigest(doc: Y.Doc): Uint8Array {
  const encoder = encoding.createEncoder();
  const names = [...doc.share.keys()].sort();
  for (const name of names) {
    const type = doc.share.get(name);
    // Asking a Y.Doc for a root makes it: an empty one is none.
    if (!type || (type._start === null && type._map.size === 0)) continue;
    encoding.writeVarString(encoder, name);
    writeType(encoder, type);
  }
  writeIds(encoder, doc);
  return sha256(encoding.toUint8Array(encoder));
}

type AnyType = NonNullable<ReturnType<Y.Doc['share']['get']>>;

/** Consecutive units of one author: Yjs cuts and joins these as it likes. */
interface Run {
  readonly client: number;
  readonly clock: number;
  readonly text: boolean;
  length: number;
  readonly parts: unknown[];
}

const MARK = { run: 1, single: 2, key: 3, end: 4 } as const;

function writeType(encoder: encoding.Encoder, type: AnyType): void {
  let run: Run | null = null;
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    run = writeItem(encoder, item, run);
  }
  flush(encoder, run);
  for (const key of [...type._map.keys()].sort()) {
    const item = type._map.get(key);
    if (!item || item.deleted) continue;
    encoding.writeUint8(encoder, MARK.key);
    encoding.writeVarString(encoder, key);
    flush(encoder, writeItem(encoder, item, null));
  }
  encoding.writeUint8(encoder, MARK.end);
}

function writeItem(encoder: encoding.Encoder, item: Y.Item, open: Run | null): Run | null {
  const { content } = item;
  const text = content instanceof Y.ContentString;
  if (text || content instanceof Y.ContentAny) {
    const parts = text ? [content.str] : content.arr;
    if (open && continues(open, item, text)) {
      open.parts.push(...parts);
      open.length += item.length;
      return open;
    }
    flush(encoder, open);
    const { client, clock } = item.id;
    return { client, clock, text, length: item.length, parts: [...parts] };
  }
  flush(encoder, open);
  encoding.writeUint8(encoder, MARK.single);
  encoding.writeVarUint(encoder, item.id.client);
  encoding.writeVarUint(encoder, item.id.clock);
  encoding.writeVarUint(encoder, content.getRef());
  const update = new Y.UpdateEncoderV1();
  content.write(update, 0);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update.restEncoder));
  if (content instanceof Y.ContentType) writeType(encoder, content.type);
  return null;
}

function continues(run: Run, item: Y.Item, text: boolean): boolean {
  const { client, clock } = item.id;
  return run.text === text && run.client === client && run.clock + run.length === clock;
}

function flush(encoder: encoding.Encoder, run: Run | null): void {
  if (!run) return;
  encoding.writeUint8(encoder, MARK.run);
  encoding.writeVarUint(encoder, run.client);
  encoding.writeVarUint(encoder, run.clock);
  if (run.text) {
    encoding.writeVarString(encoder, run.parts.join(''));
    return;
  }
  encoding.writeVarUint(encoder, run.parts.length);
  for (const part of run.parts) encoding.writeAny(encoder, part as encoding.AnyEncodable);
}

/** The state vector and the delete set, in the order of the client ids. */
function writeIds(encoder: encoding.Encoder, doc: Y.Doc): void {
  const clients = [...doc.store.clients].sort(([a], [b]) => a - b);
  for (const [client, structs] of clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, Y.getState(doc.store, client));
    let start = -1;
    let end = -1;
    for (const struct of structs) {
      if (!struct.deleted) continue;
      if (struct.id.clock !== end) {
        writeRange(encoder, start, end);
        start = struct.id.clock;
      }
      end = struct.id.clock + struct.length;
    }
    writeRange(encoder, start, end);
    encoding.writeUint8(encoder, MARK.end);
  }
}

function writeRange(encoder: encoding.Encoder, start: number, end: number): void {
  if (start < 0) return;
  encoding.writeUint8(encoder, MARK.run);
  encoding.writeVarUint(encoder, start);
  encoding.writeVarUint(encoder, end);
}
