/**
 * Kills the server at random moments while people write, and counts what it had
 * acknowledged and no longer has. Some writers live for one round and note every
 * acknowledgement; some are pages as people have them open, which come back by
 * themselves for all rounds.
 */
import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import type { DocumentHandle } from '../../client/store/document.ts';
import { newId } from '../../client/store/new-id.ts';
import { placeOf } from '../../domain/anchor/locate.ts';
import type { Result } from '../../domain/protocol/result.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';
import type { Random } from '../random.ts';
import type { RawClient } from '../server/sync/raw-client.ts';
import { until } from '../until.ts';
import type { Newsroom } from './newsroom.ts';

const WRITERS = 3;
const PAGES = 2;
/** A server starts, and a page tries again, within this, in ms. */
const BACK = 60_000;

export interface Acknowledged {
  /** Words that occur once in the text. */
  readonly words: string[];
  readonly commands: string[];
  /** Sources and claims, by id. */
  readonly sources: string[];
  readonly claims: string[];
}

export interface CrashRun {
  readonly acknowledged: Acknowledged;
  /** Of a page's commands that were refused: none may be. */
  readonly refused: unknown[];
  readonly handedBack: number;
  /** The text as each page has it, and as somebody has it who comes afterwards. */
  readonly copies: readonly string[];
  /** What is there at the end. */
  readonly fresh: Y.Doc;
}

export async function crashRounds(
  newsroom: Newsroom,
  { rounds, random, onRound = () => {} }: CrashOptions,
): Promise<CrashRun> {
  const acknowledged: Acknowledged = { words: [], commands: [], sources: [], claims: [] };
  const refused: unknown[] = [];
  const first = await newsroom.writer();
  write(first, 'Begin.');
  await until('the text is begun', () => first.acked > 0);
  first.close();
  const pages = await Promise.all(
    Array.from({ length: PAGES }, async (_, who) => {
      const name = `page${who}`;
      const handle = await newsroom.page(name, await newsroom.member(name, 'editor'));
      await until(`${name} is open`, () => handle.getSnapshot().live, { within: BACK });
      return new PageWriter(name, handle, acknowledged, refused);
    }),
  );
  for (let round = 0; round < rounds; round += 1) {
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => newsroom.writer()));
    const raw = writers.map((client, who) => new RawWriter(client, `r${round}w${who}`));
    let stop = false;
    const typing = [...raw, ...pages].map(async (writer) => {
      for (let i = 0; !stop; i += 1) {
        writer.act(i);
        await pause(random.int(0, writer instanceof PageWriter ? 40 : 4));
      }
    });
    await pause(random.int(30, 500));
    await newsroom.crash();
    stop = true;
    await Promise.all(typing);
    await until('the sockets have noticed', () => writers.every((client) => client.closed));
    for (const writer of raw) writer.note(acknowledged);
    onRound(round + 1, acknowledged);
  }
  for (const page of pages) await page.done();
  const fresh = await newsroom.writer();
  const copies = pages.map((page) => page.text);
  const handedBack = pages.reduce((sum, page) => sum + page.handedBack, 0);
  for (const page of pages) await page.close();
  fresh.close();
  copies.push(fresh.doc.getXmlFragment('text').toString());
  return { acknowledged, refused, handedBack, copies, fresh: fresh.doc };
}

interface CrashOptions {
  readonly rounds: number;
  readonly random: Random;
  readonly onRound?: (round: number, acknowledged: Acknowledged) => void;
}

/** A frame a word, so that an acknowledgement says which words are durable. */
class RawWriter {
  readonly #client: RawClient;
  readonly #name: string;
  readonly #sent: string[] = [];

  constructor(client: RawClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  act(i: number): void {
    if (this.#client.closed) return;
    const word = `${this.#name}n${i}.`;
    this.#sent.push(word);
    write(this.#client, word);
    if (i % 7 !== 0) return;
    const id = `${this.#name}n${i}`.padEnd(21, '_');
    this.#client.command(id, 'source.add', { sourceId: id, source: { title: word } });
  }

  note(acknowledged: Acknowledged): void {
    acknowledged.words.push(...this.#sent.slice(0, this.#client.acked));
    for (const result of this.#client.all('result') as Result[]) {
      if (!('seq' in result)) continue;
      acknowledged.commands.push(result.commandId);
      acknowledged.sources.push(result.commandId);
    }
  }
}

/** A page with its own reconnects, outbox and notion of what is saved. */
class PageWriter {
  readonly #name: string;
  readonly #handle: DocumentHandle;
  readonly #refused: unknown[];
  readonly #acknowledged: Acknowledged;
  #unsaved: string[] = [];
  #commands = 0;

  constructor(
    name: string,
    handle: DocumentHandle,
    acknowledged: Acknowledged,
    refused: unknown[],
  ) {
    this.#name = name;
    this.#handle = handle;
    this.#refused = refused;
    this.#acknowledged = acknowledged;
    handle.subscribe(() => {
      const { saved, live } = handle.getSnapshot();
      if (live && saved.kind === 'saved') acknowledged.words.push(...this.#unsaved.splice(0));
    });
  }

  get text(): string {
    return this.#handle.getSnapshot().live?.text.toString() ?? '';
  }

  get handedBack(): number {
    return this.#handle.getSnapshot().handedBack.length;
  }

  #count = 0;

  act(i: number): void {
    const { live } = this.#handle.getSnapshot();
    // Nobody types on for ever while the server is away; and what waits would keep it from all else.
    if (!live || this.#unsaved.length > 10 || this.#commands > 3) return;
    this.#count += 1;
    const word = `${this.#name}n${this.#count}.`;
    this.#unsaved.push(word);
    live.doc.transact(() => addParagraph(live.doc, word));
    if (i % 5 !== 0) return;
    const claimId = newId();
    const whole = new FragmentText(live.text);
    const start = whole.string.indexOf(word);
    const place = placeOf(whole, { start, end: start + word.length - 1 });
    if (!place) return;
    this.#commands += 1;
    const { result } = live.store.dispatch('claim.mark', { claimId, place, checks: 'content' });
    void result.then((answer) => {
      this.#commands -= 1;
      if (isRefusal(answer)) this.#refused.push(answer);
      else this.#acknowledged.claims.push(claimId);
    });
  }

  /** Everything is saved and answered, without anybody's help. */
  async done(): Promise<void> {
    const saved = (): boolean =>
      this.#commands === 0 && this.#handle.getSnapshot().saved.kind === 'saved';
    await until(`${this.#name} is saved`, saved, { within: BACK });
    this.#acknowledged.words.push(...this.#unsaved.splice(0));
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

function write(client: RawClient, word: string): void {
  client.edit((doc) => addParagraph(doc, word));
}

function addParagraph(doc: Y.Doc, word: string): void {
  const text = doc.getXmlFragment('text');
  let section = text.length > 0 ? (text.get(0) as Y.XmlElement) : null;
  if (!section) {
    section = new Y.XmlElement('section');
    text.insert(0, [section]);
  }
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(word)]);
  section.insert(section.length, [paragraph]);
}
