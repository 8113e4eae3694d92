/** Keeps what can be searched in step with one open document: records one by one, the text block by block. */
import { claimOf, type Comment } from '../../domain/record/comment.ts';
import { goesBy, wentInto } from '../../domain/record/merged-claims.ts';
import type { Put, RecordKinds, RecordRoot } from '../../domain/record/state.ts';
import { mentionsIn } from '../../domain/talk/words.ts';
import type { Batch, Derived } from '../derived/derived.ts';
import type { Database } from '../storage/database.ts';
import type { LiveDocument } from '../sync/live-document.ts';
import type { SearchIndex } from './search-index.ts';
import type { IndexedUnit, Unit } from './unit.ts';
import { blocksOf, DOCUMENT_KEY, keyOf, unitOf } from './units.ts';
import { tokensOf } from './words.ts';

export interface DerivedSearchOptions {
  readonly database: Database;
  readonly document: number;
  readonly live: LiveDocument;
  readonly index: SearchIndex;
}

/** Bounds how long one transaction keeps the writer from others. */
const UNITS_AT_ONCE = 200;

export class DerivedSearch implements Derived {
  readonly name = 'search';
  readonly delay = 1000;
  readonly #options: DerivedSearchOptions;
  /** Keys of records that changed. */
  readonly #outdated = new Set<string>();
  /** Blocks whose words are not in the index yet. */
  readonly #blocks = new Map<string, Unit>();
  #textMoved = false;
  /** What the index holds is not to be built upon. */
  #anew = false;
  /** The keys of the blocks that the index has; null until they are asked for. */
  #known: Set<string> | null = null;

  constructor(options: DerivedSearchOptions) {
    this.#options = options;
    options.live.follow({
      recordChanged: (put, before) => this.#recordChanged(put, before),
      textChanged: () => {
        this.#textMoved = true;
      },
    });
  }

  all(): void {
    const { claims, sources, evidence, comments } = this.#options.live.state;
    this.#outdated.add(DOCUMENT_KEY);
    for (const id of claims.keys()) this.#outdated.add(keyOf('claim', id));
    for (const id of sources.keys()) this.#outdated.add(keyOf('source', id));
    for (const id of evidence.keys()) this.#outdated.add(keyOf('evidence', id));
    for (const id of comments.keys()) this.#outdated.add(keyOf('comment', id));
    this.#textMoved = true;
    this.#anew = true;
  }

  /** What people are called stands in comments that mention them; who may see what is asked when somebody searches. */
  peopleChanged(): void {
    for (const { id, comment } of this.#options.live.state.comments.values())
      if (mentionsIn(comment).length > 0) this.#outdated.add(keyOf('comment', id));
  }

  #recordChanged(put: Put, before: Before): void {
    const { state } = this.#options.live;
    if (put.root === 'settings') this.#outdated.add(DOCUMENT_KEY);
    if (put.root === 'evidence') this.#outdated.add(keyOf('evidence', put.key));
    if (put.root === 'comments') this.#outdated.add(keyOf('comment', put.key));
    this.#recheckComments(put, before);
    // Evidence is found by its source's title, and only while its claim is there.
    if (put.root === 'claims' || put.root === 'sources') {
      const of = put.root === 'claims' ? 'claim' : 'source';
      this.#outdated.add(keyOf(of, put.key));
      for (const evidence of state.evidence.values())
        if (evidence[of] === put.key) this.#outdated.add(keyOf('evidence', evidence.id));
    }
  }

  /** They are found only while their claim is there and what they speak of can be read. */
  #recheckComments(put: Put, before: Before): void {
    const { state } = this.#options.live;
    const { claims, comments } = state;
    let isTouched: ((comment: Comment) => boolean) | null = null;
    if (put.root === 'evidence' && claimIn(before) !== put.value.claim) {
      isTouched = ({ about }) => about.kind === 'evidence' && about.evidence === put.key;
    } else if (put.root === 'claims' && takenBack(before) !== takenBack(put.value)) {
      // Whatever came to this claim went on from it elsewhere before.
      isTouched = (comment) => {
        const claim = claimOf(state, comment);
        return claim !== null && goesBy(claims, claim, put.key);
      };
    } else if (put.root === 'verdicts' && isSealed(before) !== isSealed(put.value)) {
      const end = wentInto(claims, put.value.claim);
      isTouched = (comment) => {
        const claim = claimOf(state, comment);
        return claim !== null && wentInto(claims, claim) === end;
      };
    }
    if (!isTouched) return;
    for (const comment of comments.values())
      if (isTouched(comment)) this.#outdated.add(keyOf('comment', comment.id));
  }

  take(ms: number): Batch {
    const anew = this.#anew;
    this.#anew = false;
    if (anew) this.#known = new Set();
    // What the index knows of the text is asked for first; the text is read in the next turn.
    if (this.#textMoved && !this.#known) return this.#asking();
    const gone = this.#textMoved ? this.#readText() : [];
    const until = performance.now() + ms;
    const put: IndexedUnit[] = [];
    const taken: string[] = [];
    const isFull = () => put.length >= UNITS_AT_ONCE || performance.now() > until;
    const state = this.#options.live.indexed;
    for (const key of this.#outdated) {
      if (taken.length > 0 && isFull()) break;
      this.#outdated.delete(key);
      taken.push(key);
      const unit = unitOf(state, key);
      if (unit) put.push(indexed(unit));
      else gone.push(key);
    }
    for (const [key, unit] of this.#blocks) {
      if (taken.length > 0 && isFull()) break;
      this.#blocks.delete(key);
      taken.push(key);
      put.push(indexed(unit));
    }
    const { database, document, index } = this.#options;
    return {
      last: this.#outdated.size === 0 && this.#blocks.size === 0,
      async write(stamp) {
        if (anew) await index.erase(document);
        await index.write(document, put, gone);
        // After the words, wherever they are kept: what was not stamped is derived again.
        if (stamp.length > 0) await database.transact(stamp);
      },
      // Rare, and what is in the index now is not known: from the beginning.
      dropped: () => this.all(),
    };
  }

  #asking(): Batch {
    const { document, index } = this.#options;
    return {
      last: false,
      write: async () => {
        this.#known = new Set(await index.keys(document, 'text'));
      },
      dropped() {},
    };
  }

  /** Finds the blocks that came; answers with the keys of those that went. */
  #readText(): string[] {
    this.#textMoved = false;
    const now = blocksOf(this.#options.live.fragment);
    const known = this.#known ?? new Set();
    const gone = [...known].filter((key) => !now.has(key));
    for (const key of gone) {
      known.delete(key);
      this.#blocks.delete(key);
    }
    for (const [key, unit] of now) {
      if (known.has(key)) continue;
      known.add(key);
      this.#blocks.set(key, unit);
    }
    return gone;
  }
}

type Before = RecordKinds[RecordRoot] | undefined;

function isSealed(verdict: Before): boolean {
  return verdict !== undefined && 'kind' in verdict && verdict.kind === 'sealed';
}

function claimIn(record: Before): string | null {
  return record !== undefined && 'claim' in record ? record.claim : null;
}

/** Differs where a claim was made, withdrawn, merged or restored. */
function takenBack(claim: Before): string {
  if (!claim || !('mergedInto' in claim)) return 'missing';
  if (!claim.withdrawn) return '';
  return claim.mergedInto ?? 'withdrawn';
}

function indexed(unit: Unit): IndexedUnit {
  return { ...unit, titleTokens: tokensOf(unit.title), bodyTokens: tokensOf(unit.body) };
}
