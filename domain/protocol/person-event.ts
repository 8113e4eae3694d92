/**
 * Server → one person, on every page, as server-sent events: that something of
 * theirs changed, never what. The page asks again, and the answer is what they
 * may see at that moment. The SSE event's name is the kind; its data this JSON.
 */
import * as z from 'zod/mini';

export const personEventKinds = [
  /** Notifications came, were read or went. */
  'notifications',
  /** What waits for them changed. */
  'queue',
  /** They have read talk, here or elsewhere. */
  'talk-read',
  /** Some of what was said meanwhile is not known any more: ask everything again. */
  'missed',
] as const;
export type PersonEventKind = (typeof personEventKinds)[number];

export const personEvent = z.object({
  kind: z.enum(personEventKinds),
  /** The document that it is about, where it is about one. */
  document: z.optional(z.string()),
});
export type PersonEvent = z.infer<typeof personEvent>;
