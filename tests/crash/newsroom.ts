/** The real server as a process with an owner, members, writers' access tokens and one unlocked document, over plain HTTP. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DocumentHandle } from '../../client/store/document.ts';
import { openDocument } from '../../client/store/open-document.ts';
import { openDevice } from '../../client/sync/device.ts';
import type { Role } from '../../domain/role.ts';
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import { RawClient } from '../server/sync/raw-client.ts';
import { type ServerProcess, startProcess } from '../server-process.ts';

export interface Newsroom {
  readonly directory: string;
  readonly document: string;
  server: ServerProcess;
  /** Kills the server where it stands and starts it again on the same port. */
  crash(): Promise<void>;
  /** A writer with a copy of their own, synced. */
  writer(): Promise<RawClient>;
  /** The owner's requests to the API, as it runs now. */
  readonly owner: Caller;
  /** Somebody else of the document, who has come in by an invitation. */
  member(name: string, role: Role): Promise<Caller>;
  /** The document as a page of that member has it open, through all crashes. */
  page(name: string, member: Caller): Promise<DocumentHandle>;
}

/** Throws with the server's reason, or where it is gone. */
export type Caller = (method: string, address: string, body?: unknown) => Promise<Answer>;

interface Answer {
  readonly [key: string]: unknown;
}

/** A request as our pages make it; throws with the server's reason. */
async function call(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<{ json: Answer; cookie: string }> {
  const response = await fetch(url, {
    method,
    headers: {
      origin: new URL(url).origin,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${method} ${new URL(url).pathname}: ${response.status} ${text}`);
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return { json: text ? (JSON.parse(text) as Answer) : {}, cookie };
}

export async function openNewsroom(): Promise<Newsroom> {
  const directory = await mkdtemp(path.join(tmpdir(), 'attest-crash-'));
  const server = await startProcess({ directory });
  const setup = new URL(server.setupUrl ?? '');
  const { cookie } = await call(
    `${server.url}/api/setup`,
    'POST',
    {},
    {
      token: setup.searchParams.get('token'),
      name: 'Owner',
      email: 'owner@example.org',
      password: 'correct horse battery',
    },
  );
  const { json: token } = await call(
    `${server.url}/api/tokens`,
    'POST',
    { cookie },
    {
      name: 'writers',
      role: 'lead',
      expiresInDays: 1,
    },
  );
  const { json: made } = await call(
    `${server.url}/api/documents`,
    'POST',
    { cookie },
    { title: 'Crash' },
  );
  const secret = String(token['token']);
  const document = String(made['id']);
  const port = Number(new URL(server.url).port);

  const callerWith =
    (cookies: string): Caller =>
    async (method, address, body) =>
      (await call(`${room.server.url}/api${address}`, method, { cookie: cookies }, body)).json;

  const room: Newsroom = {
    owner: callerWith(cookie),
    async member(name, role) {
      const terms = { role, expiresInDays: 1, maxUses: 1 };
      const invited = await room.owner('POST', `/documents/${document}/invitations`, terms);
      const invitation = new URL(String(invited['url'])).pathname.split('/').at(-1);
      const { cookie: theirs } = await call(
        `${room.server.url}/api/invitations/${invitation}/sign-up`,
        'POST',
        {},
        { name, email: `${name}@example.org`, password: 'correct horse battery' },
      );
      return callerWith(theirs);
    },
    async page(name, member) {
      const { token: theirs } = await member('POST', '/tokens', {
        name,
        role: 'lead',
        expiresInDays: 1,
      });
      return openDocument(document, {
        server: server.url.replace('http', 'ws'),
        fetch: (address, init) =>
          // A page asks by path.
          fetch(new URL(address as string, room.server.url), {
            ...init,
            headers: { authorization: `Bearer ${String(theirs)}` },
          }),
        WebSocket: class extends WebSocket {
          constructor(url: string | URL, protocols?: string | string[]) {
            super(`${String(url)}&token=${String(theirs)}`, protocols);
          }
        },
        device: openDevice(`crash-${name}`),
      });
    },
    directory,
    document,
    server,
    async crash() {
      await room.server.kill();
      room.server = await startProcess({ directory, port });
    },
    async writer() {
      const { json: session } = await call(
        `${room.server.url}/api/documents/${document}/session`,
        'POST',
        { authorization: `Bearer ${secret}` },
      ).catch((error: unknown) => {
        throw new Error(`${String(error)}\n${room.server.output()}`);
      });
      const query = new URLSearchParams({
        token: secret,
        protocol: '1',
        lineage: String(session['lineage']),
        schema: String(SCHEMA_VERSION),
        client: String(session['client']),
      });
      const client = RawClient.at(
        `${room.server.url.replace('http', 'ws')}/sync/${document}?${query}`,
      );
      client.doc.clientID = Number(session['client']);
      await client.introduced().catch((error: unknown) => {
        const heard = client.heard.map(({ kind }) => kind).join(' ');
        throw new Error(`${String(error)}\nheard: ${heard}\n${room.server.output()}`);
      });
      return client;
    },
  };
  return room;
}
