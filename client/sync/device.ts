/**
 * What this browser keeps beside the documents' local copies: commands that
 * wait, words that were handed back, and up to where the server is known to
 * hold each copy. Where the browser keeps nothing (a private window), the same
 * in memory.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Located } from '../../domain/command/command.ts';
import type { HandedBack } from './state.ts';

/** One person's local copy of one life of a document. */
export interface Copy {
  /** Also the name of its IndexedDB database. */
  readonly name: string;
  readonly document: string;
  readonly lineage: string;
  readonly person: number;
  readonly schema: number;
  readonly known: ReadonlyMap<number, number>;
}

export interface WaitingCommand {
  readonly commandId: string;
  readonly copy: string;
  readonly order: number;
  readonly at: number;
  readonly name: string;
  readonly args: unknown;
  /** What this page found at the command's place, for showing it until the server answers. */
  readonly located: Located | null;
}

/** Words handed back belong to a person in a document, whatever the lineage. */
export interface KeptWords extends HandedBack {
  readonly owner: string;
}

export interface Device {
  /** False: everything here ends with the page. */
  readonly lasting: boolean;
  copies(document: string, person: number): Promise<Copy[]>;
  putCopy(copy: Copy): Promise<void>;
  /** Deletes the copy's words too; its waiting commands stay. */
  deleteCopy(name: string): Promise<void>;
  /** In the order in which they were given. */
  waiting(copy: string): Promise<WaitingCommand[]>;
  putWaiting(command: WaitingCommand): Promise<void>;
  deleteWaiting(commandId: string): Promise<void>;
  kept(owner: string): Promise<KeptWords[]>;
  putKept(words: KeptWords): Promise<void>;
  deleteKept(id: string): Promise<void>;
  close(): void;
}

export function copyName(document: string, lineage: string, person: number): string {
  return `attest/${document}/${lineage}/${person}`;
}

interface Schema extends DBSchema {
  copies: { key: string; value: Copy; indexes: { document: string } };
  waiting: { key: string; value: WaitingCommand; indexes: { copy: string } };
  kept: { key: string; value: KeptWords; indexes: { owner: string } };
}

export async function openDevice(name = 'attest'): Promise<Device> {
  try {
    return new BrowserDevice(
      await openDB<Schema>(name, 1, {
        upgrade(database) {
          database
            .createObjectStore('copies', { keyPath: 'name' })
            .createIndex('document', 'document');
          database
            .createObjectStore('waiting', { keyPath: 'commandId' })
            .createIndex('copy', 'copy');
          database.createObjectStore('kept', { keyPath: 'id' }).createIndex('owner', 'owner');
        },
      }),
    );
  } catch {
    return new MemoryDevice();
  }
}

function byOrder(a: WaitingCommand, b: WaitingCommand): number {
  return a.order - b.order;
}

function byTime(a: KeptWords, b: KeptWords): number {
  return a.at - b.at;
}

class BrowserDevice implements Device {
  readonly lasting = true;
  readonly #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  async copies(document: string, person: number): Promise<Copy[]> {
    const all = await this.#database.getAllFromIndex('copies', 'document', document);
    return all.filter((copy) => copy.person === person);
  }

  async putCopy(copy: Copy): Promise<void> {
    await this.#database.put('copies', copy);
  }

  async deleteCopy(name: string): Promise<void> {
    await this.#database.delete('copies', name);
    await deleteDatabase(name);
  }

  async waiting(copy: string): Promise<WaitingCommand[]> {
    return (await this.#database.getAllFromIndex('waiting', 'copy', copy)).sort(byOrder);
  }

  async putWaiting(command: WaitingCommand): Promise<void> {
    await this.#database.put('waiting', command);
  }

  async deleteWaiting(commandId: string): Promise<void> {
    await this.#database.delete('waiting', commandId);
  }

  async kept(owner: string): Promise<KeptWords[]> {
    return (await this.#database.getAllFromIndex('kept', 'owner', owner)).sort(byTime);
  }

  async putKept(words: KeptWords): Promise<void> {
    await this.#database.put('kept', words);
  }

  async deleteKept(id: string): Promise<void> {
    await this.#database.delete('kept', id);
  }

  close(): void {
    this.#database.close();
  }
}

/** Resolves once it is gone; another tab that still has it open is closed by the version change. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`${name} could not be deleted`));
  });
}

class MemoryDevice implements Device {
  readonly lasting = false;
  readonly #waiting = new Map<string, WaitingCommand>();
  readonly #kept = new Map<string, KeptWords>();

  copies = async (): Promise<Copy[]> => [];
  putCopy = async (): Promise<void> => {};
  deleteCopy = async (): Promise<void> => {};

  async waiting(copy: string): Promise<WaitingCommand[]> {
    return [...this.#waiting.values()].filter((command) => command.copy === copy).sort(byOrder);
  }

  async putWaiting(command: WaitingCommand): Promise<void> {
    this.#waiting.set(command.commandId, command);
  }

  async deleteWaiting(commandId: string): Promise<void> {
    this.#waiting.delete(commandId);
  }

  async kept(owner: string): Promise<KeptWords[]> {
    return [...this.#kept.values()].filter((words) => words.owner === owner).sort(byTime);
  }

  async putKept(words: KeptWords): Promise<void> {
    this.#kept.set(words.id, words);
  }

  async deleteKept(id: string): Promise<void> {
    this.#kept.delete(id);
  }

  close(): void {}
}
