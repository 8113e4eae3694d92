/** What the server said: the record's roots of the Y.Doc as plain values, kept up to date key by key. */
import type * as Y from 'yjs';
import {
  indexRecords,
  type IndexedState,
  reindexed,
  type Replaced,
} from '../../domain/record/claim-records.ts';
import { readRecord, readRecords, readSettings } from '../../domain/record/codec.ts';
import { type Person, recordRoots, type RecordRoot } from '../../domain/record/state.ts';
import type { PersonId } from '../../domain/id.ts';

export class SharedRecord {
  readonly #doc: Y.Doc;
  readonly #onChange: () => void;
  #state: IndexedState;
  readonly #observers: (() => void)[] = [];
  #changed = false;

  /** `onChange` is called once after each transaction of the Y.Doc that changed a record. */
  constructor(doc: Y.Doc, onChange: () => void) {
    this.#doc = doc;
    this.#onChange = onChange;
    this.#state = indexRecords({
      claims: readRecords(doc, 'claims'),
      sources: readRecords(doc, 'sources'),
      evidence: readRecords(doc, 'evidence'),
      verdicts: readRecords(doc, 'verdicts'),
      reviews: readRecords(doc, 'reviews'),
      rulings: readRecords(doc, 'rulings'),
      comments: readRecords(doc, 'comments'),
      settings: readSettings(doc),
      people: new Map(),
    });
    for (const root of recordRoots) this.#observe(root);
    const settings = doc.getMap('settings');
    const onSettings = (): void => {
      this.#state = { ...this.#state, settings: readSettings(doc) };
      this.#changed = true;
    };
    settings.observe(onSettings);
    this.#observers.push(() => settings.unobserve(onSettings));
    doc.on('afterTransaction', this.#afterTransaction);
  }

  get state(): IndexedState {
    return this.#state;
  }

  setPeople(people: ReadonlyMap<PersonId, Person>): void {
    this.#state = { ...this.#state, people };
    this.#onChange();
  }

  destroy(): void {
    for (const stop of this.#observers) stop();
    this.#doc.off('afterTransaction', this.#afterTransaction);
  }

  #observe(root: RecordRoot): void {
    const map = this.#doc.getMap(root);
    const onKeys = (event: Y.YMapEvent<unknown>): void => {
      const records = new Map<string, unknown>(this.#state[root]);
      const replaced: Replaced[] = [];
      for (const key of event.keysChanged) {
        const record = readRecord(root, map.get(key)) ?? undefined;
        replaced.push({ root, before: records.get(key), after: record });
        if (record) records.set(key, record);
        else records.delete(key);
      }
      const byClaim = reindexed(this.#state.byClaim, replaced);
      // The reader of this very root read each of them.
      this.#state = { ...this.#state, [root]: records, byClaim } as IndexedState;
      this.#changed = true;
    };
    map.observe(onKeys);
    this.#observers.push(() => map.unobserve(onKeys));
  }

  /** After the transaction: the screen must not draw between two roots of one command. */
  readonly #afterTransaction = (): void => {
    if (!this.#changed) return;
    this.#changed = false;
    this.#onChange();
  };
}
