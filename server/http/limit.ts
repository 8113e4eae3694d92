/** How often one address may ask, by kind of request. In memory: a restart forgives. */
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { refuse } from '../../domain/refusal.ts';
import { sendRefusal } from './problem.ts';

const MINUTE = 60_000;

export type Limit = (kind: LimitKind) => RequestHandler;
export type LimitKind = keyof typeof limitsByKind;

export const limitsByKind = {
  read: { windowMs: MINUTE, requests: 1200 },
  write: { windowMs: MINUTE, requests: 300 },
  /** Whole files, in or out. */
  file: { windowMs: MINUTE, requests: 60 },
  /** Replaying a whole log. */
  verify: { windowMs: MINUTE, requests: 20 },
  /** What makes this server reach out to another. */
  fetch: { windowMs: MINUTE, requests: 20 },
  /** Failed attempts at a password: whoever knows it is not slowed down by others behind the same address. */
  'sign-in': { windowMs: 15 * MINUTE, requests: 30, failedOnly: true },
  /** What sends somebody a letter. */
  letter: { windowMs: 15 * MINUTE, requests: 10 },
} as const satisfies Record<string, { windowMs: number; requests: number; failedOnly?: boolean }>;

/** `allowance` multiplies every limit; tests that sign many people in from one address raise it. */
export function createLimit(allowance = 1): Limit {
  // One counter a kind, shared by all routes of that kind.
  const handlers = new Map<LimitKind, RequestHandler>();
  return (kind) => {
    const existing = handlers.get(kind);
    if (existing) return existing;
    const { windowMs, requests, ...rest } = limitsByKind[kind];
    const minutes = Math.ceil(windowMs / MINUTE);
    const handler = rateLimit({
      windowMs,
      limit: requests * allowance,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      skipSuccessfulRequests: 'failedOnly' in rest,
      // A proxy that was not configured is the operator's to see, not a reason to fail each request.
      validate: { xForwardedForHeader: false },
      handler: (request, response) =>
        sendRefusal(
          request,
          response,
          refuse(
            'rate-limited',
            `Too many attempts from this address. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
          ),
        ),
    });
    handlers.set(kind, handler);
    return handler;
  };
}
