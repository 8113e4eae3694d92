/** Reads a file of signed heads, which somebody kept. */
import { readFile } from 'node:fs/promises';
import { HeadKey } from './head-key.ts';
import { type HeadsFile, headsFile } from './head.ts';

/**
 * The heads, or in words why they cannot be used. Where this machine has the
 * server's key, heads of another key are refused: anybody can make a key.
 */
export async function readHeads(path: string, keyDirectory: string): Promise<HeadsFile | string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    return `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
  const { data } = headsFile.safeParse(parsed);
  if (!data) return `${path} is not a file of signed heads.`;
  const own = HeadKey.existing(keyDirectory)?.public;
  if (own && own.public !== data.key.public) {
    return `${path} was signed by key ${data.key.id}, and this server's is ${own.id}.`;
  }
  return data;
}
