/** A fresh workspace of our own server as somebody uses it over HTTP: an owner, a token, documents. */
import type { ServerProcess } from '../../tests/server-process.ts';

export interface Workspace {
  /** The owner's session, as a browser would send it. */
  readonly cookie: string;
  readonly owner: { readonly email: string; readonly password: string };
  /** An access token of a lead's. */
  readonly token: string;
  newDocument(title: string): Promise<string>;
  /** Imports a text file; returns the document's id. */
  importText(name: string, text: string): Promise<string>;
  /** Opens a session in a document with the access token. */
  session(document: string): Promise<{ readonly lineage: string; readonly client: number }>;
}

type Json = Readonly<Record<string, unknown>>;

export async function openWorkspace(server: ServerProcess): Promise<Workspace> {
  const { url, setupUrl } = server;
  const owner = { email: 'owner@example.org', password: 'correct horse battery' };

  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      ...init,
      headers: { origin: new URL(url).origin, ...init.headers },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const post = async (path: string, body: Json, cookie = ''): Promise<Response> =>
    ask(path, {
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const text = async (response: Response, field: string): Promise<string> => {
    const json = (await response.json()) as Json;
    const value = json[field];
    if (typeof value !== 'string') throw new Error(`No ${field} in ${JSON.stringify(json)}`);
    return value;
  };

  const setupToken = new URL(setupUrl ?? '').searchParams.get('token');
  const made = await post('/api/setup', { token: setupToken, name: 'Owner', ...owner });
  const cookie = made.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const token = await text(
    await post('/api/tokens', { name: 'bench', role: 'lead', expiresInDays: 1 }, cookie),
    'token',
  );

  return {
    cookie,
    owner,
    token,
    newDocument: async (title) => text(await post('/api/documents', { title }, cookie), 'id'),
    importText: async (name, content) => {
      const form = new FormData();
      form.append('file', new File([content], name, { type: 'text/plain' }));
      return text(await ask('/api/documents/import', { headers: { cookie }, body: form }), 'id');
    },
    session: async (document) => {
      const response = await ask(`/api/documents/${document}/session`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { lineage, client } = (await response.json()) as Json;
      if (typeof lineage !== 'string' || typeof client !== 'number')
        throw new Error('The session is not what it should be.');
      return { lineage, client };
    },
  };
}
