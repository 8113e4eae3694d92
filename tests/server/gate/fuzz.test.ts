import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { anchorKey } from '../../../domain/text/mark-key.ts';
import { applyChecked } from '../../../server/gate/apply-checked.ts';
import { checkUpdate } from '../../../server/gate/check-update.ts';
import { attacks } from './attacks.ts';
import { typed } from './attacks/typed.ts';
import {
  anchor,
  blockOf,
  contextOf,
  own,
  ownToo,
  sampleDocument,
  server,
  stranger,
  textOf,
  updateBy,
  victim,
} from './document.ts';
import {
  any,
  type At,
  type Body,
  deleted,
  element,
  forge,
  type ForgedItem,
  format,
  item,
  plain,
  run,
  type,
  words,
} from './forge.ts';
import type { Random } from './page.ts';
import { seeded } from './room.ts';
import { expectSound, fingerprint, recordOf } from './sound.ts';

const rounds = Number(process.env['GATE_FUZZ'] ?? 20);
const seeds = Array.from({ length: rounds }, (_, i) => i + 1);
const FRAMES = 100;

/** What the first check passes, the second must pass too, and both must leave the document sound. */
function send(bytes: Uint8Array, doc: Y.Doc, seed: string): 'ok' | 'ignore' | 'refused' {
  const before = fingerprint(doc);
  const record = recordOf(doc);
  const context = contextOf(doc);
  const checked = checkUpdate(bytes, context);
  expect(fingerprint(doc), seed).toEqual(before);
  if (checked.ok !== true) return checked.ok === 'ignore' ? 'ignore' : 'refused';
  expect(applyChecked(doc, bytes, 'test', context), seed).not.toHaveProperty('code');
  expect(recordOf(doc), seed).toEqual(record);
  expectSound(doc);
  return 'ok';
}

describe('frames with bytes changed', () => {
  const counts = { ok: 0, ignore: 0, refused: 0 };
  test.each(seeds)('are refused or do no harm (seed %i)', (seed) => {
    const random = seeded(seed);
    for (let frame = 0; frame < FRAMES; frame++) {
      const doc = sampleDocument();
      const corpus = [...honest(doc), pick(random, attacks).make(doc)];
      const bytes = mutate(pick(random, corpus), random);
      counts[
        send(bytes, doc, `seed ${seed}, frame ${frame}: ${Buffer.from(bytes).toString('hex')}`)
      ]++;
    }
  });

  test('are of all three kinds', () => {
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(rounds / 5);
  });
});

describe('frames made of likely parts', () => {
  const counts = { ok: 0, ignore: 0, refused: 0 };
  test.each(seeds)('are refused or do no harm (seed %i)', (seed) => {
    const random = seeded(seed);
    let doc = sampleDocument();
    for (let frame = 0; frame < FRAMES; frame++) {
      if (frame % 10 === 0) doc = sampleDocument();
      const bytes = madeUp(random, doc);
      counts[
        send(bytes, doc, `seed ${seed}, frame ${frame}: ${Buffer.from(bytes).toString('hex')}`)
      ]++;
    }
  });

  test('are often accepted and often refused', () => {
    expect(Math.min(counts.ok, counts.refused)).toBeGreaterThan(5 * rounds);
  });
});

function honest(doc: Y.Doc): Uint8Array[] {
  const by = (work: (copy: Y.Doc) => void): Uint8Array => updateBy(doc, own, work);
  return [
    typed(doc),
    by((copy) => textOf(copy, 1).delete(2, 5)),
    by((copy) => textOf(copy, 1).format(2, 5, { strong: {} })),
    by((copy) => textOf(copy, 1).format(0, 9, { [anchorKey(anchor)]: { id: anchor } })),
    by((copy) => blockOf(copy, 0).setAttribute('level', 3 as unknown as string)),
    by((copy) => {
      const list = new Y.XmlElement('bullet_list');
      const entry = new Y.XmlElement('list_item');
      const paragraph = new Y.XmlElement('paragraph');
      (blockOf(copy, 0).parent as Y.XmlElement).insert(1, [list]);
      list.insert(0, [entry]);
      entry.insert(0, [paragraph]);
      paragraph.insert(0, [new Y.XmlText('new words')]);
    }),
    by((copy) => (blockOf(copy, 0).parent as Y.XmlElement).delete(2, 1)),
    Y.encodeStateAsUpdate(doc),
  ];
}

function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let list = [...bytes];
  for (let times = 1 + random(3); times > 0; times--) {
    const at = random(list.length + 1);
    const kind = random(6);
    if (kind === 0) list[at] = random(256);
    else if (kind === 1) list[at] = (list[at] ?? 0) ^ (1 << random(8));
    else if (kind === 2) list.splice(at, 1 + random(4));
    else if (kind === 3)
      list.splice(at, 0, ...Array.from({ length: 1 + random(4) }, () => random(256)));
    else if (kind === 4) list.splice(at, 0, ...list.slice(at, at + random(20)));
    else list = [...list.slice(0, at), ...list.slice(random(list.length + 1))];
  }
  return Uint8Array.from(list, (byte) => byte ?? 0);
}

/** One or two sections of items whose neighbours, parents, keys and contents mostly exist. */
function madeUp(random: Random, doc: Y.Doc): Uint8Array {
  const state = (client: number): number => Y.getState(doc.store, client);
  const clients = [own, own, own, ownToo, random(8) === 0 ? victim : own];
  const at = (fresh: number): At => {
    const client = pick(random, [server, server, server, own, own, victim, ownToo]);
    return [
      client,
      random(state(client) + (client === own ? fresh + 1 : random(10) === 0 ? 2 : 0)),
    ];
  };
  const sections = new Map<number, ForgedItem[]>();
  for (let n = 1 + random(2); n > 0; n--) {
    const list = Array.from({ length: 1 + random(3) }, (_, i): ForgedItem => {
      const content = body(random);
      const kind = random(6);
      if (kind === 0) return { content, left: at(i), right: at(i) };
      if (kind < 3) return { content, left: at(i) };
      if (kind === 3) return { content, right: at(i) };
      const parent = random(6) === 0 ? pick(random, ['text', 'text', 'verdicts', 'new']) : at(i);
      return random(3) === 0
        ? { content, parent, key: pick(random, ['level', 'order', 'claim:1', 'onclick']) }
        : { content, parent };
    });
    sections.set(pick(random, clients), list);
  }
  const deletes =
    random(3) > 0 ? [] : [[server, [random(state(server)), 1 + random(6)] as const] as const];
  return forge(
    [...sections].map(([client, list]) => {
      const structs = list.map(item);
      if (random(8) === 0) structs.push(plain(pick(random, [0, 10]), random(4)));
      return { client, clock: state(client) - (random(8) === 0 ? 1 : 0), structs };
    }),
    deletes,
  );
}

function body(random: Random): Body {
  const names = [
    'paragraph',
    'heading',
    'section',
    'hard_break',
    'list_item',
    'ordered_list',
    'code_block',
    'blockquote',
    'script',
  ];
  return pick(random, [
    words('some words'),
    words('x'),
    run,
    element(pick(random, names)),
    element(pick(random, names)),
    type(random(7)),
    any(pick(random, [1, 2, 9, 'x', null])),
    deleted(1 + random(3)),
    format(
      pick(random, ['strong', 'em', 'link', 'code']),
      pick(random, [{}, null, { href: 'https://a.org' }]),
    ),
    format(
      anchorKey(pick(random, [anchor, anchor, stranger])),
      pick(random, [{ id: anchor }, null]),
    ),
  ]);
}

function pick<T>(random: Random, list: readonly T[]): T {
  const one = list[random(list.length)];
  if (one === undefined) throw new RangeError('Nothing to pick from');
  return one;
}
