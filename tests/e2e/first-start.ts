/**
 * The first start of a server, made once for all tests: it migrates, and plays
 * the whole finished example, which takes as long as starting itself. Each test
 * begins with a copy of what it left.
 */
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { startProcess } from '../server-process.ts';

const cache = path.join(import.meta.dirname, '../../node_modules/.cache/attest-tests');
const made = path.join(cache, 'first-start');

/** Before the first test. */
export default async function makeFirstStart(): Promise<void> {
  await rm(made, { recursive: true, force: true });
  await mkdir(made, { recursive: true });
  const server = await startProcess({ directory: made });
  // Ended in order: everything is in the one file then.
  await server.stop();
}

/** What a server left that was started and ended before anybody came. */
export async function copyFirstStart(to: string): Promise<void> {
  await cp(made, to, { recursive: true });
}
