/**
 * Who I am in a document and under which id I write: asked of the server once
 * a page load, before any local copy is opened and before the socket.
 */
import * as z from 'zod/mini';
import { personId } from '../../domain/id.ts';
import { refusalCode } from '../../domain/protocol/refusal-code.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { roles } from '../../domain/role.ts';

const session = z.object({
  person: z.object({ id: personId, name: z.string(), role: z.enum(roles) }),
  /** Which life of the document: a restored backup begins another. */
  lineage: z.string(),
  schema: z.int(),
  /** The Yjs id that this page load writes under. */
  client: z.int().check(z.minimum(0)),
});
export type Session = z.infer<typeof session>;

const problem = z.object({
  code: refusalCode,
  detail: z.optional(z.string()),
  title: z.optional(z.string()),
});

/** A refusal for every answer that is not a session; `unavailable` where the server cannot be reached. */
export async function requestSession(
  document: string,
  fetcher: typeof fetch = fetch,
): Promise<Session | Refusal> {
  let answer: unknown;
  try {
    const response = await fetcher(`/api/documents/${encodeURIComponent(document)}/session`, {
      method: 'POST',
      headers: { accept: 'application/json' },
    });
    answer = await response.json();
  } catch {
    return refuse('unavailable', 'The server cannot be reached. Opening a document needs it.');
  }
  const read = session.safeParse(answer);
  if (read.success) return read.data;
  const refused = problem.safeParse(answer);
  if (!refused.success)
    return refuse('internal', 'The server gave an answer that this page does not understand.');
  const { code, detail, title } = refused.data;
  return refuse(code, detail ?? title ?? 'The server refused to open this document.');
}
