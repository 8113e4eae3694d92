/**
 * The first of the gate's two checks: reads an update and says whether it may
 * be applied, before anything of it is. It passes what an honest editor of the
 * text sends and nothing else. What it let through is looked at once more
 * after it was applied, by `check-effect.ts`.
 */
import * as Y from 'yjs';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { decodeUpdate, type DecodedUpdate, type Range, type Struct } from './decode.ts';
import type { GateContext } from './context.ts';
import { containerOf, NOWHERE, Placement } from './placement.ts';
import { refuseAt } from './text-rules.ts';

export type Checked =
  /** May be applied. `clients` are those under which it brings new structs. */
  | { readonly ok: true; readonly clients: number[] }
  /** Would change nothing that counts: drop and acknowledge it. */
  | { readonly ok: 'ignore' }
  | { readonly ok: false; readonly refusal: Refusal };

export function checkUpdate(bytes: Uint8Array, context: GateContext): Checked {
  const update = decodeUpdate(bytes);
  if (isRefusal(update)) return { ok: false, refusal: update };
  const fresh = checkStructs(update, context);
  if (isRefusal(fresh)) return { ok: false, refusal: fresh };
  const deletes = checkDeletes(update, context);
  if (typeof deletes !== 'string') return { ok: false, refusal: deletes };

  const clients = [...fresh.keys()];
  if (clients.length === 0 && deletes === 'nothing') return { ok: 'ignore' };
  if (context.mayEditText && !context.locked) return { ok: true, clients };
  // Yjs tidies formatting up by itself, on the pages of those who only read too.
  // Every copy does the same, so that nothing is missed when theirs is dropped.
  if (clients.length === 0 && deletes === 'formatting') return { ok: 'ignore' };
  return {
    ok: false,
    refusal: context.mayEditText
      ? refuse(
          'text-locked',
          'This text is locked. Your words are kept here; ask a lead to unlock it.',
        )
      : refuse('may-not-edit', 'You may not edit this text. Your words are kept here.'),
  };
}

/** The structs that the document does not have yet, by client, each with a legal place. */
function checkStructs(
  update: DecodedUpdate,
  context: GateContext,
): Map<number, Struct[]> | Refusal {
  const placement = new Placement(context.doc);
  const fresh = new Map<number, Struct[]>();
  for (const [client, structs] of update.structs) {
    const state = Y.getState(context.doc.store, client);
    let next = state;
    for (const struct of structs) {
      if (struct.kind === 'skip') continue;
      const end = struct.clock + struct.length;
      if (end <= state) {
        if (!isHarmlessRepeat(struct, placement, context.doc)) return malformed();
        continue;
      }
      if (!context.ownsClient(client)) {
        return refuse(
          'foreign-client',
          'This change is written in the name of another person’s page.',
        );
      }
      if (struct.clock > next) return missing();
      next = end;
      const list = fresh.get(client);
      if (list === undefined) fresh.set(client, [struct]);
      else list.push(struct);
    }
  }
  return placeAll(fresh, placement, context) ?? fresh;
}

/**
 * Yjs skips a struct that it has, but not before it has looked up everything
 * that the struct names, which would wait for ever or throw, and made the root.
 */
function isHarmlessRepeat(struct: Struct, placement: Placement, doc: Y.Doc): boolean {
  const { left, right, parent } = struct;
  if (typeof parent === 'string') return doc.share.has(parent);
  return [left, right, parent].every((id) => id === null || placement.has(id));
}

/** Rounds over the clients, as far as each comes, since what one wrote may hang on what another did. */
function placeAll(
  fresh: Map<number, Struct[]>,
  placement: Placement,
  context: GateContext,
): Refusal | null {
  const queues = [...fresh.values()].map((structs) => ({ structs, next: 0 }));
  for (let moved = true; moved; ) {
    moved = false;
    for (const queue of queues) {
      for (
        let struct = queue.structs[queue.next];
        struct !== undefined;
        struct = queue.structs[queue.next]
      ) {
        const place = placement.place(struct);
        if (place === 'waiting') break;
        if (place === 'broken') return malformed();
        if (place === 'ambiguous') return ambiguous();
        const refusal = place === NOWHERE ? null : refuseAt(place, struct, context);
        if (refusal !== null) return refusal;
        queue.next++;
        moved = true;
      }
    }
  }
  return queues.every((queue) => queue.next === queue.structs.length) ? null : missing();
}

/**
 * What the deletes of an update would take away, new structs of its own left
 * out. The first sync of every client brings all deletes that it knows, so that
 * most of them hit nothing any more.
 */
function checkDeletes(
  update: DecodedUpdate,
  context: GateContext,
): 'nothing' | 'formatting' | 'text' | Refusal {
  let hits: 'nothing' | 'formatting' | 'text' = 'nothing';
  for (const [client, ranges] of update.deletes) {
    const end = endOf(client, update, context.doc);
    for (const range of ranges) {
      // Yjs would keep it, and delete what somebody writes there later.
      if (range.clock + range.length > end) return missing();
      for (const item of liveItems(context.doc, client, range)) {
        if (containerOf(item.parent).kind === 'foreign') {
          return refuse(
            'foreign-root',
            'This change deletes outside the text. Records change by commands alone.',
          );
        }
        if (!(item.content instanceof Y.ContentFormat)) hits = 'text';
        else if (hits === 'nothing') hits = 'formatting';
      }
    }
  }
  return hits;
}

function endOf(client: number, update: DecodedUpdate, doc: Y.Doc): number {
  const last = update.structs.get(client)?.findLast((struct) => struct.kind !== 'skip');
  const state = Y.getState(doc.store, client);
  return last === undefined ? state : Math.max(state, last.clock + last.length);
}

/** Items of the document that a range would delete; whole ones, though it may cover them in part. */
function* liveItems(doc: Y.Doc, client: number, range: Range): Generator<Y.Item> {
  const structs = doc.store.clients.get(client);
  if (structs === undefined || range.clock >= Y.getState(doc.store, client)) return;
  const end = range.clock + range.length;
  for (let i = Y.findIndexSS(structs, range.clock); i < structs.length; i++) {
    const struct = structs[i];
    if (struct === undefined || struct.id.clock >= end) return;
    if (struct instanceof Y.Item && !struct.deleted) yield struct;
  }
}

function malformed(): Refusal {
  return refuse('malformed-update', 'This change could not be read.');
}

function ambiguous(): Refusal {
  return refuse(
    'malformed-update',
    'Undo put words where every copy of the text would show them in another place.',
  );
}

function missing(): Refusal {
  return refuse('missing-dependency', 'This change rests on another that has not arrived.');
}
