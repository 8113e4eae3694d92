/** Server → client: what became of a command; sent after the frame that carries its effect. */
import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { refusalCode } from './refusal-code.ts';

export const result = z.union([
  z.object({
    commandId: recordId,
    /** The entry of the log that holds it: durable. */
    seq: z.int(),
    answer: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  }),
  z.object({ commandId: recordId, code: refusalCode, reason: z.string() }),
]);
export type Result = z.infer<typeof result>;
