/** Server → client, first of all: who you are here and what this document is. */
import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { roles } from '../role.ts';

export const hello = z.object({
  protocol: z.int(),
  schema: z.int(),
  lineage: z.string(),
  document: z.string(),
  person: z.object({ id: personId, name: z.string(), role: z.enum(roles) }),
  /** The id that this socket's new structs must bear. */
  client: z.int(),
  /** The last durable entry when the socket opened. */
  seq: z.int(),
  /** Why nothing can be saved at the moment, for people; the next `hello` says when it is over. */
  held: z.optional(z.nullable(z.string())),
});
