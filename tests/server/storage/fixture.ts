/** A data directory of one's own, gone when the test is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../../server/storage/database.ts';

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'attest-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export async function openTemporary(
  directory = temporaryDirectory(),
  access: 'read' | 'write' = 'write',
): Promise<Database> {
  const db = await openDatabase({ directory, access });
  onTestFinished(() => db.close());
  return db;
}
