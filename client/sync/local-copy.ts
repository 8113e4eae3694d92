/**
 * The document's text and record as this browser keeps them (IndexedDB), one
 * copy for each document, lineage and person. Copies are never merged across
 * lineages: what an older one holds unsent is taken out as words.
 */
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { Device } from './device.ts';
import { unsentWords } from './unsent.ts';

export class LocalCopy {
  readonly #name: string;
  readonly #doc: Y.Doc;
  #store: IndexeddbPersistence | null;

  private constructor(name: string, doc: Y.Doc, store: IndexeddbPersistence | null) {
    this.#name = name;
    this.#doc = doc;
    this.#store = store;
  }

  /** Loads the copy into `doc`; on a device that keeps nothing it does nothing. */
  static async open(device: Device, name: string, doc: Y.Doc): Promise<LocalCopy> {
    if (!device.lasting) return new LocalCopy(name, doc, null);
    const store = new IndexeddbPersistence(name, doc);
    await store.whenSynced;
    return new LocalCopy(name, doc, store);
  }

  /** Lets go of the database, e.g. because another tab deletes it. */
  async release(): Promise<void> {
    const store = this.#store;
    this.#store = null;
    await store?.destroy();
  }

  /** Writes all of this page's document into a new copy. */
  resume(): void {
    this.#store ??= new IndexeddbPersistence(this.#name, this.#doc);
  }
}

/** The words of the copy `name` that the server never confirmed. */
export async function leftWords(
  device: Device,
  name: string,
  known: ReadonlyMap<number, number>,
): Promise<string> {
  const doc = new Y.Doc();
  const copy = await LocalCopy.open(device, name, doc);
  const words = unsentWords(doc.getXmlFragment('text'), known);
  await copy.release();
  doc.destroy();
  return words;
}
