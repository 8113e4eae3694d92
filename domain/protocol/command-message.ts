/** Client → server: do this. The same JSON is the body of `POST /api/documents/:id/commands`. */
import * as z from 'zod/mini';
import { recordId } from '../id.ts';

export const commandMessage = z.object({
  /** Chosen by the client; a retry bears the same one and does nothing twice. */
  commandId: recordId,
  name: z.string().check(z.maxLength(60)),
  args: z.unknown(),
});
export type CommandMessage = z.infer<typeof commandMessage>;
