/** Keeps the rows of what waits for whom in step with one open document, claim by claim. */
import type { AnchorState } from '../../domain/anchor/anchor-state.ts';
import { type QueueTask, queueAt, rankOf } from '../../domain/derive/queue.ts';
import type { PersonId } from '../../domain/id.ts';
import type { Claim } from '../../domain/record/claim.ts';
import { isOwned } from '../../domain/record/claim-records.ts';
import type { Put, RecordState } from '../../domain/record/state.ts';
import type { Batch, Derived } from '../derived/derived.ts';
import type { Database } from '../storage/database.ts';
import type { Statement } from '../storage/statement.ts';
import type { Follower, LiveDocument } from '../sync/live-document.ts';
import { diffRows, type WaitingRows } from './diff.ts';

export interface WaitingOptions {
  readonly database: Database;
  readonly document: number;
  readonly live: LiveDocument;
  /** What waits for them in this document changed. */
  readonly tell: (people: Iterable<PersonId>) => void;
}

type Changed = Parameters<Follower['recordChanged']>[1];

/** Bounds how long one transaction keeps the writer from others. */
const CLAIMS_AT_ONCE = 200;
const WORDS_KEPT = 200;
const priorities: readonly Claim['priority'][] = ['high', 'normal', 'low'];

export class DerivedWaiting implements Derived {
  readonly name = 'waiting';
  readonly delay = 150;
  readonly #options: WaitingOptions;
  readonly #outdated = new Set<string>();
  #anchors: ReadonlyMap<string, AnchorState>;
  /** Words may have changed under claims since the anchors were read. */
  #wordsMoved = false;

  constructor(options: WaitingOptions) {
    this.#options = options;
    const { live } = options;
    this.#anchors = live.anchors();
    live.follow({
      recordChanged: (put, before) => this.#recordChanged(put, before),
      textChanged: () => {
        this.#wordsMoved = true;
      },
    });
  }

  all(): void {
    for (const id of this.#options.live.state.claims.keys()) this.#outdated.add(id);
  }

  /** Who is asked, and what is revealed, hangs on everybody's role. */
  peopleChanged(): void {
    this.all();
  }

  #recordChanged(put: Put, before: Changed): void {
    // The policy says who is asked, the scale how far apart verdicts are.
    if (put.root === 'settings') {
      if (put.key === 'policy' || put.key === 'scale') this.all();
    } else if (put.root === 'claims') {
      this.#outdate(put.key, before);
      this.#wordsMoved = true;
    } else if (isOwned(put.root)) {
      for (const record of [before, put.value])
        if (record && 'claim' in record) this.#outdate(record.claim);
    }
  }

  /** A claim, and those that it was or is merged into: they show what was given on it. */
  #outdate(claim: string, before?: Changed): void {
    const { claims } = this.#options.live.state;
    const next = [claim];
    if (before && 'mergedInto' in before && before.mergedInto) next.push(before.mergedInto);
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (this.#outdated.has(id) && id !== claim) continue;
      this.#outdated.add(id);
      const into = claims.get(id)?.mergedInto;
      if (into) next.push(into);
    }
  }

  take(ms: number): Batch {
    const { live } = this.#options;
    if (this.#wordsMoved) this.#readAnchors();
    const state = live.indexed;
    const until = performance.now() + ms;
    const taken: string[] = [];
    const rows: WaitingRows = { claims: [], waiting: [] };
    for (const id of this.#outdated) {
      if (taken.length >= CLAIMS_AT_ONCE || (taken.length > 0 && performance.now() > until)) break;
      this.#outdated.delete(id);
      taken.push(id);
      const claim = state.claims.get(id);
      if (claim) this.#derive(state, claim, rows);
    }
    return {
      last: this.#outdated.size === 0,
      write: (stamp) => this.#write(taken, rows, stamp),
      dropped: () => {
        for (const id of taken) this.#outdated.add(id);
      },
    };
  }

  #derive(state: RecordState, claim: Claim, rows: WaitingRows): void {
    const { document } = this.#options;
    const items = queueAt(state, claim, this.#anchors.get(claim.id));
    if (items.length === 0) return;
    rows.claims.push({
      document,
      claim: claim.id,
      number: claim.number,
      priority: priorities.indexOf(claim.priority),
      words: wordsOf(claim),
    });
    for (const { person, tasks } of items) {
      rows.waiting.push({ document, claim: claim.id, person, ...columnsOf(tasks) });
    }
  }

  #readAnchors(): void {
    const before = this.#anchors;
    this.#wordsMoved = false;
    this.#anchors = this.#options.live.anchors();
    for (const id of new Set([...before.keys(), ...this.#anchors.keys()]))
      if (before.get(id) !== this.#anchors.get(id)) this.#outdated.add(id);
  }

  async #write(
    claims: readonly string[],
    rows: WaitingRows,
    stamp: readonly Statement[],
  ): Promise<void> {
    const { database, document, tell } = this.#options;
    const { statements, people } = await diffRows(database, document, claims, rows);
    if (statements.length + stamp.length > 0) await database.transact([...statements, ...stamp]);
    tell(people);
  }
}

function columnsOf(tasks: readonly QueueTask[]) {
  const [first] = tasks;
  return {
    rank: first ? rankOf(first) : 0,
    since: first?.since ?? null,
    kinds: ` ${[...new Set(tasks.map(({ kind }) => kind))].join(' ')} `,
    tasks: JSON.stringify(tasks),
  };
}

function wordsOf({ short, restatement, quote }: Claim): string {
  const words = (short || restatement || quote.exact).replaceAll(/\s+/g, ' ').trim();
  const points = [...words];
  return points.length <= WORDS_KEPT ? words : `${points.slice(0, WORDS_KEPT - 1).join('')}…`;
}
