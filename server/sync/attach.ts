/**
 * Where sockets come in: `/sync/<document>`. Every handshake is checked before
 * a frame is read; one that fails is accepted and closed with a code, because
 * a browser shows no HTTP status of a refused upgrade and would retry for ever.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { limits } from '../../domain/limits.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import type { Identities } from '../accounts/identity.ts';
import type { Meters } from '../metrics/meters.ts';
import { RefusedError } from '../refused-error.ts';
import { Farewells } from './farewell.ts';
import type { Rooms } from './rooms.ts';
import { RoomSocket } from './socket.ts';

export interface SyncOptions {
  readonly rooms: Rooms;
  readonly identities: Identities;
  readonly log: Logger;
  readonly meters?: Pick<Meters, 'refused'>;
  /** How long clients wait that would dial again as soon as they are refused, in ms. */
  readonly hold?: number;
}

/** Whoever has dialled. */
interface Visitor {
  readonly request: IncomingMessage;
  /** Ends it with the reason, in or out of the room. */
  turnAway: (refusal: Refusal) => void;
}

/** Sessions and tokens run out without a word; so often they are looked at again, in ms. */
const RECHECK = 60_000;

/** How long sockets have to take their leave when the server stops, in ms. */
const FAREWELL = 1500;
/**
 * Clients dial again without drawing lots, so a server that stops lets them go
 * one after the other: so long for each, and for all of them, in ms.
 */
const PARTING = { each: 10, all: 4000 };

const ADDRESS = /^\/sync\/([A-Za-z0-9_-]{21})$/;

export interface Sync {
  /** Cuts off whoever could not come in any more: signed out, token revoked or run out. */
  recheck(): Promise<void>;
  /** Takes nobody in any more and lets everybody go, a few at a time; whoever is still here is served as before. Resolves when all are gone. */
  stop(): Promise<void>;
}

/** Serves websockets on an HTTP server. */
export function attachSync(server: Server, options: SyncOptions): Sync {
  const sockets = new WebSocketServer({
    noServer: true,
    // Above our own limit, so that too large a message gets our close code and not a 1009 that is retried.
    maxPayload: limits.updateBytes * 2,
    // Compressing every keystroke costs more than it saves; large first syncs are worth it.
    perMessageDeflate: { threshold: 16 * 1024 },
  });
  const farewells = new Farewells(options.hold);
  const visitors = new Map<WebSocket, Visitor>();
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Node takes its own listener off before this event; without one, a reset would end the process.
    socket.on('error', ignore);
    const url = addressOf(request);
    const document = url && ADDRESS.exec(url.pathname)?.[1];
    if (!url || !document) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      // Frames may be read, and be malformed, before anybody else listens.
      accepted.on('error', ignore);
      const query = url.searchParams;
      const stock = !query.has('client');
      const visitor: Visitor = {
        request,
        turnAway(refusal) {
          // Whoever is kept waiting for it is not turned away anew at each look.
          visitor.turnAway = ignore;
          options.meters?.refused(refusal.code);
          farewells.bid(accepted, refusal, { stock });
        },
      };
      visitors.set(accepted, visitor);
      accepted.on('close', () => visitors.delete(accepted));
      void enter(accepted, visitor, document, query, { ...options, farewells });
    });
  };
  server.on('upgrade', upgrade);

  async function recheck(): Promise<void> {
    for (const visitor of visitors.values()) {
      try {
        if (!(await options.identities.authenticate(visitor.request))) visitor.turnAway(signedOut);
      } catch (error) {
        // Whether they may stay cannot be told now: they stay until it can.
        options.log.error({ err: error }, 'a session could not be checked again');
      }
    }
  }
  const timer = setInterval(() => void recheck(), RECHECK);
  timer.unref();

  return {
    recheck,
    async stop() {
      clearInterval(timer);
      server.off('upgrade', upgrade);
      const all = [...sockets.clients];
      const pause = Math.min(PARTING.each, PARTING.all / all.length);
      const gone = all.map(async (socket, turn) => {
        // Not `once` of node:events: that rejects where a last frame is malformed.
        const closed = new Promise((done) => socket.once('close', done));
        await wait(turn * pause);
        socket.close(1012, 'The server is restarting.');
        // Whoever does not answer that would keep the server from ending.
        const late = setTimeout(() => socket.terminate(), FAREWELL);
        await closed;
        clearTimeout(late);
      });
      await Promise.all(gone);
    },
  };
}

/** What ends a connection is followed by its close, which says all there is to say. */
function ignore(): void {}

/** Null for a request line that is no address: anybody may send one. */
function addressOf(request: IncomingMessage): URL | null {
  return URL.parse(request.url ?? '/', 'http://localhost');
}

const signedOut = refuse('signed-out', 'You are signed out. Sign in again to go on.');

/** Checks the handshake; frames that arrive meanwhile wait in the socket. */
async function enter(
  socket: WebSocket,
  visitor: Visitor,
  publicId: string,
  query: URLSearchParams,
  options: SyncOptions & { readonly farewells: Farewells },
): Promise<void> {
  socket.pause();
  try {
    const entry = await admit(visitor.request, publicId, query, options);
    socket.resume();
    // Gone meanwhile: its close has been told already, and nobody would ever take it out of the room.
    if (socket.readyState !== socket.OPEN) return;
    if (isRefusal(entry)) return visitor.turnAway(entry);
    const { room, ...rest } = entry;
    const member = new RoomSocket(socket, room, { ...rest, farewells: options.farewells });
    visitor.turnAway = ({ code, reason }) => member.close(code, reason);
    room.enter(member);
  } catch (error) {
    socket.resume();
    if (!(error instanceof RefusedError)) options.log.error({ err: error }, 'handshake failed');
    const refusal =
      error instanceof RefusedError
        ? error.refusal
        : refuse('internal', 'Something went wrong here.');
    visitor.turnAway(refusal);
  }
}

async function admit(
  request: IncomingMessage,
  publicId: string,
  query: URLSearchParams,
  options: SyncOptions,
) {
  const { rooms, identities } = options;
  const identity = await identities.authenticate(request);
  if (!identity) return refuse('signed-out', 'Sign in to open this document.');
  const document = await rooms.find(publicId);
  const role = document && (await identities.roleIn(identity, document.id));
  // The same answer for both, so that a stranger cannot learn which documents exist.
  if (!document || !role)
    return refuse(
      'forbidden',
      'You have no access to this document. Ask a lead for an invitation.',
    );
  const version = checkVersions(query, document.lineage);
  if (version) return version;
  const room = await rooms.open(document);
  const client = query.has('client') ? Number(query.get('client')) : null;
  if (client !== null && room.clients.ownerOf(client) !== identity.person) {
    return refuse('conflict', 'This page’s session is not known here. Load the page again.');
  }
  const { person: id, name, owner, cap } = identity;
  return {
    room,
    participant: { id, name, owner, cap },
    client,
    knowsLineage: query.has('lineage'),
  };
}

function checkVersions(query: URLSearchParams, lineage: string): Refusal | null {
  if (query.get('schema') !== String(SCHEMA_VERSION)) {
    return refuse(
      'wrong-schema',
      `This server needs schema ${SCHEMA_VERSION}. Load the page again.`,
    );
  }
  if (query.has('client') && query.get('protocol') !== String(PROTOCOL_VERSION)) {
    return refuse(
      'wrong-schema',
      `This server speaks protocol ${PROTOCOL_VERSION}. Load the page again.`,
    );
  }
  if (query.has('lineage') && query.get('lineage') !== lineage) {
    return refuse(
      'wrong-lineage',
      'This document was restored from a backup since. Your unsent words are kept here.',
    );
  }
  return null;
}
