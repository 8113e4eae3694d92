/**
 * better-auth, set up for passwords, sign-in links and sessions, and for
 * nothing else. It never creates an account: our own routes do, in the
 * transaction that uses up the invitation (sign-up.ts).
 */
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Logger } from 'pino';
import { limits } from '../../domain/limits.ts';
import type { Database } from '../storage/database.ts';
import type { Post } from './post.ts';

export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/**
 * What of better-auth is reachable over HTTP. Everything else that its version
 * may bring answers "not found".
 */
export const authPaths: ReadonlySet<string> = new Set([
  'POST /sign-in/email',
  'POST /sign-in/magic-link',
  'GET /magic-link/verify',
  'POST /sign-out',
  'POST /request-password-reset',
  'POST /reset-password',
  'GET /get-session',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-other-sessions',
  'POST /change-password',
  'POST /update-user',
  'POST /send-verification-email',
  'GET /verify-email',
]);

export interface AuthOptions {
  readonly database: Database;
  readonly publicUrl: string;
  readonly secret: string;
  readonly sessionDays: number;
  readonly post: Post;
  readonly log: Logger;
  /** A session has ended before its time: somebody signed out, here or everywhere. */
  readonly onEnded: () => void;
  /** An account bears another name, or the same again. */
  readonly renamed: (userId: string, name: string) => Promise<void>;
}

export type Auth = ReturnType<typeof createAuth>;

export function createAuth(options: AuthOptions) {
  const { database, publicUrl, secret, sessionDays, post, log, onEnded, renamed } = options;
  return betterAuth({
    appName: 'Attest',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    // Without `transaction`: the writer takes whole transactions, never an open one.
    database: { db: database.query, type: 'sqlite' },
    telemetry: { enabled: false },
    // Both are done for every route alike in server/http.
    rateLimit: { enabled: false },
    advanced: {
      disableCSRFCheck: true,
      // Said because its default depends on NODE_ENV: links lead to our own pages alone.
      disableOriginCheck: false,
      cookiePrefix: 'attest',
      useSecureCookies: publicUrl.startsWith('https:'),
      // Not `strict`: a sign-in link that is opened from a letter must find its cookie after the redirect.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    logger: {
      level: 'warn',
      disableColors: true,
      log: (level, message, ...details) =>
        log[level === 'error' ? 'error' : 'warn']({ details }, message),
    },
    onAPIError: {
      // What it refuses is answered, not logged.
      onError(error) {
        if (!(error instanceof APIError) || error.statusCode >= 500)
          log.error({ err: error }, 'better-auth failed');
      },
    },
    // No cookie cache: a session that is ended is ended everywhere at once.
    session: { expiresIn: sessionDays * DAY, updateAge: DAY, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * MINUTE,
      async sendResetPassword({ user, token }) {
        post.send({
          to: user.email,
          subject: 'Choose a new password for Attest',
          text: `Somebody asked for a new password for this address. To choose one, open this within an hour:\n${publicUrl}/reset?token=${token}\n\nIf it was not you, do nothing.`,
        });
      },
    },
    emailVerification: {
      expiresIn: DAY,
      async sendVerificationEmail({ user, url }) {
        post.send({
          to: user.email,
          subject: 'Confirm your address for Attest',
          text: `To confirm that this address is yours, open this within a day:\n${url}\n\nIf you know nothing of an account, do nothing.`,
        });
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 15 * MINUTE,
        storeToken: 'hashed',
        async sendMagicLink({ email, url }, context) {
          // The answer is the same for an address that nobody has; only the letter is not written.
          const known = await context?.context.internalAdapter.findUserByEmail(email);
          if (!known) return;
          const link = new URL(url);
          if (!link.searchParams.has('errorCallbackURL'))
            link.searchParams.set('errorCallbackURL', '/sign-in');
          post.send({
            to: email,
            subject: 'Sign in to Attest',
            text: `To sign in, open this within 15 minutes:\n${link.href}\n\nIt works once. If you did not ask for it, do nothing.`,
          });
        },
      }),
    ],
    hooks: {
      // Its endpoint takes a picture of any size and any further field as well.
      before: createAuthMiddleware(async (context) => {
        if (context.path !== '/update-user') return;
        const body: unknown = context.body;
        if (!isNewName(body)) {
          throw new APIError('BAD_REQUEST', {
            message: `Give a name of 1 to ${limits.line} characters.`,
          });
        }
      }),
    },
    databaseHooks: {
      session: { delete: { after: async () => onEnded() } },
      user: {
        create: {
          // Nothing of better-auth may create an account, whatever option or plugin asks for it.
          before: async () => false,
        },
        update: {
          async after(user) {
            await renamed(user.id, user.name);
          },
        },
      },
    },
  });
}

function isNewName(body: unknown): body is { name: string } {
  if (
    typeof body !== 'object' ||
    body === null ||
    !('name' in body) ||
    Object.keys(body).length !== 1
  )
    return false;
  return (
    typeof body.name === 'string' && body.name.trim() !== '' && body.name.length <= limits.line
  );
}
