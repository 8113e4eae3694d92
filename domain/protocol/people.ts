/** Server → client: everybody who ever acted in the document; sent after `hello` and whenever it changes. */
import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { roles } from '../role.ts';

export const people = z.object({
  people: z.array(
    z.object({
      id: personId,
      name: z.string(),
      /** Null: no member any more. */
      role: z.nullable(z.enum(roles)),
    }),
  ),
});
export type People = z.infer<typeof people>;
