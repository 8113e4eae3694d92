/** A fresh workspace of our own server as somebody uses it over HTTP: an owner, a token, documents, a colleague. */
import type { ServerProcess } from '../../tests/server-process.ts';

export interface Workspace {
  /** The owner's session, as a browser sends it. */
  readonly cookie: string;
  /** An access token of the owner's. */
  readonly token: string;
  /** The document that a workspace begins with. */
  seed(): Promise<string>;
  newDocument(title: string): Promise<string>;
  /** Imports a text file and unlocks it. */
  importText(name: string, text: string): Promise<string>;
  unlock(document: string): Promise<void>;
  /** Opens a session in a document with the access token. */
  session(document: string): Promise<{ readonly lineage: string; readonly client: number }>;
  /** The owner gives a verdict on a claim that is at its first version. */
  judge(document: string, claimId: string): Promise<void>;
  /** Invites an analyst to a document; returns their session. */
  analyst(document: string): Promise<string>;
}

type Json = Readonly<Record<string, unknown>>;

const PASSWORD = 'correct horse battery';

export async function openWorkspace(server: ServerProcess): Promise<Workspace> {
  const http = new Requests(server.url);
  const setupToken = new URL(server.setupUrl ?? '').searchParams.get('token');
  const cookie = cookieOf(
    await http.post('/api/setup', {
      token: setupToken,
      name: 'Ada Owner',
      email: 'owner@example.org',
      password: PASSWORD,
    }),
  );
  const token = await textIn(
    await http.post('/api/tokens', { name: 'bench', role: 'lead', expiresInDays: 1 }, { cookie }),
    'token',
  );
  const authorization = `Bearer ${token}`;
  const unlock = async (document: string): Promise<void> => {
    const commandId = `unlock-${document}`.slice(0, 21);
    const command = { commandId, name: 'text.unlock', args: {} };
    await http.post(`/api/documents/${document}/commands`, command, { authorization });
  };
  let analysts = 0;

  return {
    cookie,
    token,
    unlock,
    seed: async () => {
      const rows = await json(await http.get('/api/documents', { cookie }));
      const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
      return field(first, 'id');
    },
    newDocument: async (title) =>
      textIn(await http.post('/api/documents', { title }, { cookie }), 'id'),
    importText: async (name, content) => {
      const form = new FormData();
      form.append('file', new File([content], name, { type: 'text/plain' }));
      const document = await textIn(
        await http.send('/api/documents/import', { headers: { cookie }, body: form }),
        'id',
      );
      await unlock(document);
      return document;
    },
    session: async (document) => {
      const opened = await json(
        await http.post(`/api/documents/${document}/session`, {}, { authorization }),
      );
      const client = isJson(opened) ? opened['client'] : undefined;
      if (typeof client !== 'number') throw new Error('The session bears no client id.');
      return { lineage: field(opened, 'lineage'), client };
    },
    judge: async (document, claimId) => {
      const args = {
        claimId,
        claimVersion: 1,
        rating: 'half-true',
        confidence: 'low',
        basis: '',
        rationale: '',
        likelihood: null,
        evidence: [],
      };
      const command = { commandId: `judge-${claimId}`.slice(0, 21), name: 'verdict.give', args };
      await http.post(`/api/documents/${document}/commands`, command, { authorization });
    },
    analyst: async (document) => {
      const terms = { role: 'analyst', maxUses: 1, expiresInDays: 1 };
      const link = await textIn(
        await http.post(`/api/documents/${document}/invitations`, terms, { cookie }),
        'url',
      );
      const account = {
        name: 'Ben Analyst',
        email: `analyst${(analysts += 1)}@example.org`,
        password: PASSWORD,
      };
      return cookieOf(
        await http.post(`/api/invitations/${link.split('/').at(-1)}/sign-up`, account),
      );
    },
  };
}

/** Requests as our own pages make them; they throw with the server's reason. */
class Requests {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async send(
    path: string,
    init: Omit<RequestInit, 'headers'> & { readonly headers: Record<string, string> },
  ): Promise<Response> {
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      ...init,
      headers: { origin: new URL(this.#url).origin, ...init.headers },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  get(path: string, headers: Record<string, string>): Promise<Response> {
    return this.send(path, { method: 'GET', headers });
  }

  post(path: string, body: Json, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

async function json(response: Response): Promise<unknown> {
  return await response.json();
}

async function textIn(response: Response, name: string): Promise<string> {
  return field(await json(response), name);
}

function field(value: unknown, name: string): string {
  const found = isJson(value) ? value[name] : undefined;
  if (typeof found !== 'string') throw new Error(`No ${name} in ${JSON.stringify(value)}`);
  return found;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
