/** The list of documents and what can be done to a document as a whole. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { instant } from '../../../domain/id.ts';
import { person, role } from './person.ts';
import { nothing, request } from './request.ts';

const count = z.int().check(z.minimum(0));

const documentRow = z.object({
  id: z.string(),
  title: z.string(),
  role,
  claims: count,
  progress: z.object({
    total: count,
    settled: z.record(z.string(), count),
    judging: count,
    open: count,
  }),
  people: z.array(z.object({ ...person.shape, role })),
  changed: z.object({ at: instant, by: person, what: z.string() }),
  /** The name of the file that it was made from; `null` for one begun here. */
  importedFrom: z.nullable(z.string()),
  locked: z.boolean(),
  /** A finished document to learn from. */
  example: z.boolean(),
});
export type DocumentRow = z.output<typeof documentRow>;
export type DocumentState = 'active' | 'archived';

export function documentsQuery(state: DocumentState) {
  return queryOptions({
    queryKey: ['documents', state],
    queryFn: () => request(z.array(documentRow), 'GET', `/documents?state=${state}`),
  });
}

export const created = z.object({ id: z.string() });

export async function createDocument(title: string): Promise<string> {
  return (await request(created, 'POST', '/documents', { title })).id;
}

export async function renameDocument(id: string, title: string): Promise<void> {
  await request(nothing, 'PATCH', path(id), { title });
}

export async function archiveDocument(id: string, archived: boolean): Promise<void> {
  await request(nothing, 'PATCH', path(id), { archived });
}

/** Can be taken back with `restoreDocument`. */
export async function deleteDocument(id: string): Promise<void> {
  await request(nothing, 'DELETE', path(id));
}

export async function restoreDocument(id: string): Promise<void> {
  await request(nothing, 'POST', `${path(id)}/restore`);
}

export function path(id: string): string {
  return `/documents/${encodeURIComponent(id)}`;
}
