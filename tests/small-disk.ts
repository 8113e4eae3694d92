/** Disks that stop taking writes: a small file system that is filled, where this process may mount one, and everywhere a store that refuses as one does. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '../server/storage/database.ts';
import { StorageError } from '../server/storage/errors.ts';

export interface SmallDisk {
  readonly directory: string;
  /** From now on it takes nothing. */
  fill(database: Database): Promise<void>;
  /** There is space again. */
  free(database: Database): Promise<void>;
  remove(): void;
}

interface KindOfDisk {
  readonly name: string;
  make(): SmallDisk;
}

const MEGABYTES = 12;

export const smallDisks: readonly KindOfDisk[] = [
  { name: 'a store that refuses', make: refusingStore },
  ...(mayMount() ? [{ name: 'a file system without space', make: smallFileSystem }] : []),
];

function mayMount(): boolean {
  const at = mkdtempSync(path.join(tmpdir(), 'attest-mount-'));
  const may = process.platform === 'linux' && mount(at);
  if (may) spawnSync('umount', [at]);
  rmSync(at, { recursive: true, force: true });
  return may;
}

function mount(at: string): boolean {
  const size = `size=${MEGABYTES}m`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'attest-test', at]).status === 0;
}

function smallFileSystem(): SmallDisk {
  const at = mkdtempSync(path.join(tmpdir(), 'attest-small-'));
  if (!mount(at)) throw new Error('A small file system could not be mounted');
  const ballast = path.join(at, 'ballast');
  return {
    directory: path.join(at, 'data'),
    async fill() {
      const file = openSync(ballast, 'a');
      try {
        for (const size of [1024 * 1024, 4096, 1]) fillWith(file, Buffer.alloc(size));
      } finally {
        closeSync(file);
      }
    },
    async free() {
      rmSync(ballast);
    },
    remove() {
      spawnSync('umount', ['--lazy', at]);
      rmSync(at, { recursive: true, force: true });
    },
  };
}

function fillWith(file: number, block: Buffer): void {
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

function refusingStore(): SmallDisk {
  const directory = mkdtempSync(path.join(tmpdir(), 'attest-refusing-'));
  let whole: Pick<Database, 'append' | 'transact' | 'probe'> | null = null;
  const refuse = (): Promise<never> =>
    Promise.reject(new StorageError('disk-full', 'database or disk is full'));
  return {
    directory,
    async fill(database) {
      const { append, transact, probe } = database;
      whole = {
        append: append.bind(database),
        transact: transact.bind(database),
        probe: probe.bind(database),
      };
      Object.assign(database, { append: refuse, transact: refuse, probe: refuse });
    },
    async free(database) {
      Object.assign(database, whole);
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
