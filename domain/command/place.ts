/** Where a client saw the words of a claim. Hostile until located. */
import * as z from 'zod/mini';
import { limits } from '../limits.ts';

const relativePosition = z.string().check(z.maxLength(200), z.regex(/^[A-Za-z0-9+/]*={0,2}$/));

export const place = z.object({
  /** Yjs relative position in base64 of the first character, assoc 0. */
  start: relativePosition,
  /** Of the last character, assoc −1. */
  end: relativePosition,
  /** The words as the client read them, blocks joined by U+000A. */
  quote: z.string().check(z.minLength(1), z.maxLength(limits.quote)),
  /** The index of the text block where they begin: a hint. */
  block: z.int().check(z.minimum(0)),
});
export type Place = z.infer<typeof place>;
