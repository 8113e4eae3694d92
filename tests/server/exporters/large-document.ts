// A document that takes a while to write, on a server: its files are larger than
// what a connection takes in advance.
import { bundle } from '../../../server/exporters/bundle.ts';
import type { Browser } from '../http/start-server.ts';
import { largeInput } from './large.ts';
import { written } from './written.ts';

/** The id of the document that it makes. */
export async function importLarge(owner: Browser, claims: number): Promise<string> {
  const file = written(bundle, { ...largeInput(claims), original: null }, { audience: 'internal' });
  const form = new FormData();
  form.append('file', new Blob([file]), 'large.attest.json');
  const answer = await owner.send('POST', '/api/documents/import', form);
  if (answer.status !== 201) throw new Error(`Not imported: ${answer.text}`);
  return answer.json.id;
}
