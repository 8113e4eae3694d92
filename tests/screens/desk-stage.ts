/**
 * The desk on a real server, set for scenes: the seed in the middle of an
 * afternoon, the same text once more to be edited, and a document without claims.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { type ServerProcess, startProcess } from '../server-process.ts';
import { writeRecord } from './desk-record.ts';
import { type Colleague, documentsOf, invited, ownerOf } from './newsroom.ts';

export type Name = 'lead' | 'amir' | 'yuki' | 'vera' | 'noor';
export type DocumentName = 'seed' | 'example' | 'draft' | 'empty';

const SEED = new URL(
  '../../seeds/texts/isw-russian-offensive-campaign-assessment-november-25.txt',
  import.meta.url,
);

export interface Stage {
  readonly url: string;
  readonly people: Readonly<Record<Name, Colleague>>;
  readonly documents: Readonly<Record<DocumentName, string>>;
  /** A page of one of the people, not yet anywhere. */
  enter(browser: Browser, who: Name, options: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const directory = await mkdtemp(path.join(tmpdir(), 'attest-desk-'));
  const server = await startProcess({ directory });
  const { url } = server;
  const lead = await ownerOf(url, setupOf(server), 'Lena Okafor');
  const [seed = '', example = ''] = await documentsOf(lead);
  const join = (name: string, role: 'analyst' | 'editor' | 'viewer'): Promise<Colleague> =>
    invited(url, lead, seed, { name, role });
  const amir = await join('Amir Haddad', 'analyst');
  const yuki = await join('Yuki Tanaka', 'analyst');
  const vera = await join('Vera Lind', 'editor');
  const noor = await join('Noor Aziz', 'viewer');
  await writeRecord({ document: seed, lead, amir, yuki });

  const draft = await importedBy(lead, url);
  const empty = await importedBy(lead, url);
  await lead.give(draft, 'text.unlock', {});
  return {
    url,
    people: { lead, amir, yuki, vera, noor },
    documents: { seed, example, draft, empty },
    async enter(browser, who, options) {
      const context = await browser.newContext(options);
      await signIn(context, url, { lead, amir, yuki, vera, noor }[who].cookie);
      return context.newPage();
    },
    async close() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function setupOf({ setupUrl }: ServerProcess): string {
  if (setupUrl === null) throw new Error('The server printed no set-up link.');
  return setupUrl;
}

async function importedBy(lead: Colleague, url: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([await readFile(SEED)]), path.basename(SEED.pathname));
  const response = await fetch(`${url}/api/documents/import`, {
    method: 'POST',
    headers: { origin: url, cookie: lead.cookie },
    body: form,
  });
  const id = /"id":"([\w-]+)"/.exec(await response.text())?.[1];
  if (id === undefined) throw new Error(`Not imported: ${response.status}`);
  return id;
}

async function signIn(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const at = cookie.indexOf('=');
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }]);
}
