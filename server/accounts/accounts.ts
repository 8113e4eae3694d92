/** Everything about who somebody is and what they may reach, put together. */
import type { Logger } from 'pino';
import type { Config } from '../config/options.ts';
import type { PersonId } from '../../domain/id.ts';
import type { Database } from '../storage/database.ts';
import type { DocumentRow } from '../sync/document-row.ts';
import { type AccessTokens, createAccessTokens } from './access-tokens.ts';
import { type Auth, createAuth } from './better-auth.ts';
import { createIdentities, type Identities } from './identity.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { createPeople, type People } from './people.ts';
import { createPost, type Post } from './post.ts';
import { rename } from './rename.ts';
import { createSetup, type Setup } from './setup.ts';
import { createTurn, type InTurn } from './turn.ts';

export interface Accounts extends Identities {
  readonly auth: Auth;
  readonly people: People;
  readonly setup: Setup;
  readonly invitations: Invitations;
  readonly tokens: AccessTokens;
  readonly post: Post;
  /** For joining and signing up: one at a time. */
  readonly inTurn: InTurn;
  /** Where links in letters lead: the configured public address, else this machine's. */
  readonly publicUrl: string;
  now(): number;
}

export function createAccounts(options: {
  config: Pick<Config, 'publicUrl' | 'sessionDays' | 'mailUrl' | 'mailFrom'>;
  database: Database;
  log: Logger;
  /** Signs cookies. */
  secret: string;
  /** The port that the server really listens on. */
  port: number;
  /** Where letters are printed while no mail server is configured. */
  announce: (text: string) => void;
  now?: () => number;
  /** Something by which somebody had come in holds no more: whoever is in by it must be asked again. */
  onEnded?: () => void;
  /** Somebody is called otherwise; their name may stand in these documents. */
  onRenamed?: (
    person: { readonly id: PersonId; readonly name: string },
    documents: readonly DocumentRow[],
  ) => void;
}): Accounts {
  const { config, database, log, secret, port, announce, now = Date.now } = options;
  const onEnded = options.onEnded ?? (() => {});
  const publicUrl =
    config.publicUrl === undefined ? `http://localhost:${port}` : new URL(config.publicUrl).origin;
  const post = createPost({ mailUrl: config.mailUrl, mailFrom: config.mailFrom, log, announce });
  const people = createPeople(database);
  const auth = createAuth({
    database,
    publicUrl,
    secret,
    sessionDays: config.sessionDays,
    post,
    log,
    onEnded,
    async renamed(userId, name) {
      const id = await people.ofUser(userId);
      if (id === null || (await people.nameOf(id)) === name) return;
      options.onRenamed?.({ id, name }, await rename(database, { id, name }));
    },
  });
  const setup = createSetup({ database, auth, people, now });
  const tokens = createAccessTokens({ database, now, onEnded });
  const invitations = createInvitations({ database, now });
  const identities = createIdentities({
    database,
    auth,
    people,
    setup,
    tokens,
    publicUrl: config.publicUrl,
  });
  return {
    ...identities,
    auth,
    people,
    setup,
    invitations,
    tokens,
    post,
    inTurn: createTurn(),
    publicUrl,
    now,
  };
}
