/** The proof that a document's record is what was written. For leads. */
import * as z from 'zod/mini';
import { path } from './documents.ts';
import { request } from './request.ts';

const count = z.int().check(z.minimum(0));

const holds = z.object({
  ok: z.literal(true),
  /** When it was verified. */
  at: z.number(),
  entries: count,
  /** When the first entry was made, and the last. */
  from: z.number(),
  to: z.number(),
  /** The entries after which a snapshot was compared. */
  snapshots: z.array(count),
  /** Hex. */
  head: z.string(),
  /** A file to keep elsewhere, as it is. */
  signed: z.looseObject({ format: z.literal('attest-heads') }),
});
const doesNotHold = z.object({
  ok: z.literal(false),
  at: z.number(),
  seq: z.number(),
  problem: z.string(),
  /** As far as the row says it. */
  entry: z.nullable(
    z.object({
      at: z.nullable(z.number()),
      actor: z.nullable(z.string()),
      kind: z.nullable(z.string()),
    }),
  ),
});
const verification = z.discriminatedUnion('ok', [holds, doesNotHold]);
export type Verification = z.output<typeof verification>;
export type Holds = z.output<typeof holds>;
export type DoesNotHold = z.output<typeof doesNotHold>;

const howFar = z.object({ done: count, of: count });
export type HowFar = z.output<typeof howFar>;

/** `job` is an id of one's own, to ask with how far it is. Ends on the server too when `signal` says so. */
export function verifyRecord(
  document: string,
  job: string,
  signal: AbortSignal,
): Promise<Verification> {
  return request(verification, 'POST', `${path(document)}/verification`, { job }, signal);
}

export function verificationProgress(document: string, job: string): Promise<HowFar> {
  return request(howFar, 'GET', `${path(document)}/verifications/${job}`);
}
