/** A document behind the gate with two editors and a reader around it, each of whom may be cut off for a while. */
import * as Y from 'yjs';
import { anchorKey } from '../../../domain/text/mark-key.ts';
import { applyChecked } from '../../../server/gate/apply-checked.ts';
import { checkUpdate } from '../../../server/gate/check-update.ts';
import { anchor, contextOf, sampleDocument } from './document.ts';
import { Page, type Random } from './page.ts';

const anchors = [anchor, 'bbbbbbbbbbbbbbbbbbbbb', 'ccccccccccccccccccccc'];
const known = new Map(anchors.map((id) => [anchorKey(id), id]));
const READER = 2;

export class Room {
  readonly doc = sampleDocument();
  readonly pages: Page[];
  readonly refused: unknown[] = [];
  accepted = 0;
  ignored = 0;
  undone = 0;
  /** Refused for yjs issue 794, upon which the page starts over. */
  ambiguous = 0;
  readonly #seed: number;
  #opened = 0;
  readonly #queues: Uint8Array[][] = [[], [], []];
  readonly #online = [true, true, true];

  constructor(seed: number) {
    this.#seed = seed;
    this.pages = [0, 1, READER].map(() => this.#open());
    this.doc.on('update', (update) => this.#queues.forEach((queue) => queue.push(update)));
  }

  /** Something that somebody does, or that the network does. */
  step(random: Random): void {
    const what = random(40);
    if (what === 0) this.#setAnchor(random);
    else if (what === 1) this.#toggleConnection(random(3));
    else if (what < 8) this.#deliver(random(3), 1 + random(5));
    else if (what < 14) this.#send(random(3), random(2) === 0);
    else this.pages[random(READER)]?.act(random);
  }

  /** Everybody is back, and all has arrived; some of it makes others tidy up in turn. */
  settle(): void {
    for (let round = 0; round < 4; round++) {
      for (const who of this.pages.keys()) {
        if (this.#online[who] === false) this.#toggleConnection(who);
        this.#send(who, false);
      }
      for (const who of this.pages.keys()) this.#deliver(who, Number.POSITIVE_INFINITY);
    }
    for (const page of this.pages) this.undone += page.undone;
  }

  close(): void {
    for (const page of this.pages) page.destroy();
  }

  #open(): Page {
    this.#opened++;
    return new Page(1000 * this.#seed + this.#opened, Y.encodeStateAsUpdate(this.doc));
  }

  #send(who: number, merged: boolean): void {
    const page = this.pages[who];
    if (page === undefined || this.#online[who] === false) return;
    const updates = page.sent.splice(0);
    for (const update of merged && updates.length > 1 ? [Y.mergeUpdates(updates)] : updates) {
      // What follows a refused update is never read: the socket is closed.
      if (this.pages[who] === page) this.#receive(who, update);
    }
  }

  #receive(who: number, update: Uint8Array): void {
    const client = this.pages[who]?.doc.clientID;
    const context = contextOf(this.doc, {
      ownsClient: (id) => id === client,
      mayEditText: who !== READER,
      anchorOf: (key) => known.get(key),
    });
    const checked = checkUpdate(update, context);
    if (checked.ok === 'ignore') {
      this.ignored++;
      return;
    }
    const outcome = checked.ok ? applyChecked(this.doc, update, who, context) : checked.refusal;
    if (!('code' in outcome)) this.accepted++;
    else if (outcome.reason.startsWith('Undo')) this.#startOver(who);
    else this.refused.push({ who, ...outcome });
  }

  #startOver(who: number): void {
    this.ambiguous++;
    this.undone += this.pages[who]?.undone ?? 0;
    this.pages[who]?.destroy();
    this.#queues[who]?.splice(0);
    this.pages[who] = this.#open();
  }

  /** Coming back, a page sends all that the server lacks with every delete that it knows, and gets the rest. */
  #toggleConnection(who: number): void {
    const page = this.pages[who];
    this.#online[who] = this.#online[who] === false;
    if (page === undefined || this.#online[who] === false) return;
    page.sent = [];
    this.#receive(who, Y.encodeStateAsUpdate(page.doc, Y.encodeStateVector(this.doc)));
    if (this.pages[who] !== page) return;
    this.#queues[who]?.splice(0);
    page.receive(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(page.doc)));
  }

  #deliver(who: number, count: number): void {
    if (this.#online[who] === false) return;
    for (const update of this.#queues[who]?.splice(0, count) ?? [])
      this.pages[who]?.receive(update);
  }

  /** The server sets and removes anchors by itself, so that pages carry them along. */
  #setAnchor(random: Random): void {
    const runs = [
      ...this.doc.getXmlFragment('text').createTreeWalker((node) => node instanceof Y.XmlText),
    ];
    const run = runs[random(runs.length)];
    const id = anchors[random(anchors.length)] ?? anchor;
    if (!(run instanceof Y.XmlText) || run.length === 0) return;
    const letters = [
      ...run
        .toDelta()
        .map(({ insert }: { insert: string }) => insert)
        .join(''),
    ];
    const at = (count: number): number => letters.slice(0, count).join('').length;
    const start = random(letters.length);
    const end = start + 1 + random(letters.length - start);
    run.format(at(start), at(end) - at(start), {
      [anchorKey(id)]: random(4) === 0 ? null : { id },
    });
  }
}

export function shown(doc: Y.Doc): string {
  return doc.getXmlFragment('text').toString();
}

/** mulberry32: numbers below the one that is asked for, the same for the same seed. */
export function seeded(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b9);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
