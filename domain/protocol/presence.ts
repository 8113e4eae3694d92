/**
 * What a page tells the others about itself through awareness: who is here,
 * where they read and write. Everything is optional; what does not fit is
 * dropped. The server overwrites `user`, so that nobody appears as another.
 */
import * as z from 'zod/mini';
import { personId, recordId } from '../id.ts';

const id = z.object({ client: z.int(), clock: z.int() });

/** A Yjs relative position as its own `toJSON` writes it. */
const relativePosition = z.object({
  type: z.optional(z.nullable(id)),
  tname: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
  item: z.optional(z.nullable(id)),
  assoc: z.optional(z.int()),
});

export const presence = z.object({
  user: z.optional(z.object({ id: personId, name: z.string() })),
  /** Caret and selection in the text. */
  cursor: z.optional(z.nullable(z.object({ anchor: relativePosition, head: relativePosition }))),
  /** The claim that is open beside the text. */
  claim: z.optional(z.nullable(recordId)),
  /** The text block at the top of the page: where somebody reads. */
  block: z.optional(z.nullable(z.int())),
  /** That, not what, somebody writes about that claim. */
  writing: z.optional(z.boolean()),
  /** The thread in which, or the claim on which, somebody writes a comment at this moment. */
  speaking: z.optional(z.nullable(recordId)),
});
export type Presence = z.infer<typeof presence>;
