/** A server and its owner, who imports files: for one test file. */
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ImportOrder, ImportPreview } from '../../../domain/import/preview.ts';
import { type Browser, signUpOwner, startServer, type TestServer } from './start-server.ts';

export let server: TestServer;
export let owner: Browser;
beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
});
afterAll(() => server.stop());

export const utf8 = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

export function upload(browser: Browser, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const form = new FormData();
  form.append('file', new Blob([bytes]), name);
  return browser.send('POST', '/api/imports', form);
}
export async function drafted(browser: Browser, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const answer = await upload(browser, name, bytes);
  expect([answer.status, answer.text]).toEqual([201, answer.text]);
  return String(answer.json.id);
}
export async function preview(browser: Browser, id: string, query = ''): Promise<ImportPreview> {
  const answer = await browser.get(`/api/imports/${id}${query}`);
  expect([answer.status, answer.json?.detail]).toEqual([200, undefined]);
  return answer.json;
}
export function order(of: ImportPreview, changes: Partial<ImportOrder> = {}): ImportOrder {
  const settings = of.settings as ImportOrder['settings'];
  return { format: of.format, encoding: of.encoding, edits: [], settings, leftOut: [], ...changes };
}
export async function bundleOf(browser: Browser, document: string) {
  return (await browser.get(`/api/documents/${document}/export/bundle`)).json;
}
export const rows = async () => ({
  drafts: await server.database.query.selectFrom('import_drafts').select('id').execute(),
  documents: await server.database.query.selectFrom('documents').select('id').execute(),
  originals: await server.database.query.selectFrom('originals').select('document').execute(),
});

/** Resolves with the next process that the server begins. */
export function processBegun(): Promise<ChildProcess> {
  return new Promise((resolve) => {
    const begun = (message: unknown): void => {
      unsubscribe('child_process', begun);
      resolve((message as { process: ChildProcess }).process);
    };
    subscribe('child_process', begun);
  });
}
