/** Server → client, just before close 4422: this frame was not applied; keep the words and start over. */
import * as z from 'zod/mini';
import { refusalCode } from './refusal-code.ts';

export const refused = z.object({
  frame: z.int().check(z.minimum(1)),
  code: refusalCode,
  reason: z.string(),
});
