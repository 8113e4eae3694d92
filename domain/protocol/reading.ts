/**
 * Server → client: text blocks that somebody has had before their eyes long
 * enough to read. A block is named by the Yjs id of its element, so that edits
 * elsewhere do not move what was read. Sent for each reader after `hello`, then
 * as it grows; sets alone, so that their order does not matter.
 */
import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { limits } from '../limits.ts';

/** `client:clock` */
export const blockId = z.string().check(z.regex(/^\d{1,10}:\d{1,15}$/));

export const reading = z.object({
  person: personId,
  blocks: z.array(blockId).check(z.maxLength(limits.blocksAtOnce)),
  /** Forget what was said of this person before: they no longer show what they read, or do again. */
  anew: z.boolean(),
});
