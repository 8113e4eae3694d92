/** The people of a small newsroom on a real server: accounts, membership, and commands over HTTP. */
import * as z from 'zod/mini';
import type { ArgsOf, CommandName } from '../../domain/command/list.ts';
import type { Role } from '../../domain/role.ts';

const PASSWORD = 'four words in a row';

const me = z.object({ person: z.object({ id: z.number() }) });

/** One person's signed-in browser, without the browser. */
export class Colleague {
  readonly #url: string;
  #commands = 0;
  /** Name and value of the session's cookie. */
  cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#url}/api${path}`, {
      method,
      headers: {
        origin: this.#url,
        'content-type': 'application/json',
        ...(this.cookie !== '' && { cookie: this.cookie }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie()[0];
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  /** Who they are in a document; the people of the example have numbers too. */
  async id(): Promise<number> {
    return me.parse(await this.call('GET', '/me')).person.id;
  }

  async give<Name extends CommandName>(
    document: string,
    name: Name,
    args: ArgsOf<Name>,
  ): Promise<void> {
    this.#commands += 1;
    const commandId = recordIdOf(`${name.replace('.', '-')}-${this.#commands}`);
    await this.call('POST', `/documents/${document}/commands`, { commandId, name, args });
  }
}

/** The same id for the same words, so that two runs look alike. */
export function recordIdOf(words: string): string {
  return words.padEnd(21, '_').slice(0, 21);
}

/** The owner, made with the link that the server printed. */
export async function ownerOf(url: string, setupUrl: string, name: string): Promise<Colleague> {
  const owner = new Colleague(url);
  const token = new URL(setupUrl).searchParams.get('token');
  await owner.call('POST', '/setup', { token, name, ...accountOf(name) });
  return owner;
}

/** Somebody who follows an invitation to a document and makes an account on the way. */
export async function invited(
  url: string,
  lead: Colleague,
  document: string,
  { name, role }: { readonly name: string; readonly role: Role },
): Promise<Colleague> {
  const offer = await lead.call('POST', `/documents/${document}/invitations`, {
    role,
    expiresInDays: 7,
    maxUses: 1,
  });
  const link = /\/invite\/([\w-]+)/.exec(JSON.stringify(offer))?.[1];
  const colleague = new Colleague(url);
  await colleague.call('POST', `/invitations/${link}/sign-up`, { name, ...accountOf(name) });
  return colleague;
}

const listed = z.array(z.object({ id: z.string() }));

/** The documents of whoever asks, the newest change first: on a fresh server, the seed and the example. */
export async function documentsOf(colleague: Colleague): Promise<string[]> {
  return listed.parse(await colleague.call('GET', '/documents')).map(({ id }) => id);
}

function accountOf(name: string): { email: string; password: string } {
  const first = name.split(' ')[0] ?? name;
  return { email: `${first.toLowerCase()}@newsroom.example`, password: PASSWORD };
}
