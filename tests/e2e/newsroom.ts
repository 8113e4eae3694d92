/**
 * A newsroom for one test: the real server as a process of its own, on a free
 * port and a fresh data directory, and people who each have a browser to
 * themselves. Whatever a page complains of fails the test when it ends: an
 * error, a breach of the security policy, a request to another host.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  expect,
  type Page,
  test as base,
} from '@playwright/test';
import * as z from 'zod/mini';
import type { Role } from '../../domain/role.ts';
import { type ServerProcess, startProcess } from '../server-process.ts';
import { watch } from './complaints.ts';
import { copyFirstStart } from './first-start.ts';

const PASSWORD = 'four words in a row';

/** Somebody in front of a browser. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly context: BrowserContext;
  readonly page: Page;
}

const made = z.object({ id: z.string() });
const rows = z.array(z.object({ id: z.string(), title: z.string(), example: z.boolean() }));
const members = z.object({
  members: z.array(z.object({ person: z.object({ id: z.number(), name: z.string() }) })),
});
const invitation = z.object({ id: z.string(), url: z.string() });

export class Newsroom {
  /** What pages complained of, with the page's address. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;
  readonly #directory: string;
  readonly #contexts: BrowserContext[] = [];
  #server: ServerProcess;
  #frozen = false;

  private constructor(browser: Browser, directory: string, server: ServerProcess) {
    this.#browser = browser;
    this.#directory = directory;
    this.#server = server;
  }

  static async open(browser: Browser): Promise<Newsroom> {
    const directory = await mkdtemp(path.join(tmpdir(), 'attest-e2e-'));
    await copyFirstStart(directory);
    return new Newsroom(browser, directory, await startProcess({ directory }));
  }

  /** Where the database of its server is. */
  get dataDirectory(): string {
    return path.join(this.#directory, 'data');
  }

  get url(): string {
    return this.#server.url;
  }

  /** Null once there is an owner. */
  get setupUrl(): string | null {
    return this.#server.setupUrl && onThisHost(this.#server.setupUrl);
  }

  /** A browser in which nobody is signed in. */
  async browser(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      baseURL: this.url,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(15_000);
    await watch(context, this.url, this.complaints);
    this.#contexts.push(context);
    return context;
  }

  /** The owner, signed in, on a blank page; made through the API. */
  async owner(name = 'Ada Osei'): Promise<Person> {
    const context = await this.browser();
    const token = new URL(this.setupUrl ?? '').searchParams.get('token');
    const person = { name, email: emailOf(name), password: PASSWORD };
    await this.#call(context, 'POST', '/api/setup', { token, ...person });
    return { name, email: person.email, context, page: await context.newPage() };
  }

  /** Somebody who has come in by an invitation, signed in, on a blank page. */
  async member(lead: Person, document: string, name: string, role: Role): Promise<Person> {
    const token = (await this.invite(lead, document, { role })).split('/').at(-1);
    const context = await this.browser();
    const person = { name, email: emailOf(name), password: PASSWORD };
    await this.#call(context, 'POST', `/api/invitations/${token}/sign-up`, person);
    return { name, email: person.email, context, page: await context.newPage() };
  }

  /** The link. */
  async invite(
    lead: Person,
    document: string,
    terms: { role: Role; maxUses?: number; expiresInDays?: number },
  ): Promise<string> {
    const answer = await this.#call(
      lead.context,
      'POST',
      `/api/documents/${document}/invitations`,
      {
        expiresInDays: 7,
        maxUses: 1,
        ...terms,
      },
    );
    return invitation.parse(answer).url;
  }

  /** The id of the report that a new workspace begins with. */
  seed(lead: Person): Promise<string> {
    return this.#begun(lead, false);
  }

  /** The id of the finished example beside it. */
  example(lead: Person): Promise<string> {
    return this.#begun(lead, true);
  }

  async #begun(lead: Person, example: boolean): Promise<string> {
    const documents = rows.parse(await this.#call(lead.context, 'GET', '/api/documents'));
    const found = documents.find((document) => document.example === example);
    if (!found) throw new Error('The workspace has begun without it.');
    return found.id;
  }

  /** An empty, unlocked document. Its id. */
  async blank(lead: Person, title: string): Promise<string> {
    return made.parse(await this.#call(lead.context, 'POST', '/api/documents', { title })).id;
  }

  async personId(lead: Person, document: string, name: string): Promise<number> {
    const answer = await this.#call(lead.context, 'GET', `/api/documents/${document}/members`);
    const found = members.parse(answer).members.find(({ person }) => person.name === name);
    if (!found) throw new Error(`${name} is no member.`);
    return found.person.id;
  }

  /** A request as the person's own pages make it; throws with the server's reason. */
  async call(person: Person, method: string, address: string, body?: unknown): Promise<unknown> {
    return this.#call(person.context, method, `/api${address}`, body);
  }

  /** Ends the server where it stands: no farewell, nothing written any more. */
  async kill(): Promise<void> {
    await this.#server.kill();
  }

  /** Stops its clock: it is there, and answers nothing. */
  freeze(): void {
    this.#frozen = true;
    process.kill(this.#server.pid, 'SIGSTOP');
  }

  thaw(): void {
    if (!this.#frozen) return;
    this.#frozen = false;
    process.kill(this.#server.pid, 'SIGCONT');
  }

  /** Starts it again, on the same port and data directory. */
  async start(): Promise<void> {
    const port = Number(new URL(this.url).port);
    this.#server = await startProcess({ directory: this.#directory, port });
  }

  async close(): Promise<void> {
    this.thaw();
    for (const context of this.#contexts) await context.close();
    await this.#server.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #call(
    context: BrowserContext,
    method: string,
    address: string,
    data?: unknown,
  ): Promise<unknown> {
    const response = await context.request.fetch(address, {
      method,
      headers: { origin: this.url },
      ...(data === undefined ? {} : { data }),
    });
    const text = await response.text();
    if (!response.ok()) throw new Error(`${method} ${address}: ${response.status()} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}

/** What the server prints may name the host otherwise than the tests do; cookies know the difference. */
function onThisHost(url: string): string {
  return url.replace('//localhost:', '//127.0.0.1:');
}

function emailOf(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '-')}@newsroom.example`;
}

/** Fills in the form for a new account and sends it. */
export async function makeAccount(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(emailOf(name));
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: action }).click();
}

export const test = base.extend<{ newsroom: Newsroom }>({
  newsroom: async ({ browser }, use) => {
    const newsroom = await Newsroom.open(browser);
    await use(newsroom);
    const { complaints } = newsroom;
    await newsroom.close();
    expect(complaints, 'what pages complained of').toEqual([]);
  },
});

export { expect };
