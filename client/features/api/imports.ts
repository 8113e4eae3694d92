/** From a file to a document. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { importDraft, type ImportOrder, importPreview } from '../../../domain/import/preview.ts';
import { created } from './documents.ts';
import { ApiProblem, nothing, request } from './request.ts';
import { sendFile, type SendOptions } from './send-file.ts';

/** Makes a document of an Attest bundle. Its id. Rejects with an ApiProblem; code `cancelled` after an abort. */
export function importBundle(file: File, options: SendOptions): Promise<string> {
  return send('/documents/import', file, options);
}

/** Hands a text in for a preview. The draft's id; rejects as `importBundle`. */
export function uploadDraft(file: File, options: SendOptions): Promise<string> {
  return send('/imports', file, options);
}

/** Imports of mine that are not finished. */
export const draftsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => request(z.array(importDraft), 'GET', '/imports', undefined, signal),
});

export interface Reading {
  readonly format: string | null;
  readonly encoding: string | null;
}

/** What a draft's text is, read as chosen, or as the server takes it to be. */
export function previewQuery(id: string, { format, encoding }: Reading) {
  const search = new URLSearchParams({
    ...(format !== null && { format }),
    ...(encoding !== null && { encoding }),
  });
  return queryOptions({
    queryKey: ['imports', id, format, encoding],
    queryFn: ({ signal }) =>
      request(importPreview, 'GET', `${path(id)}?${search}`, undefined, signal),
    // The text stays while it is read in another way.
    placeholderData: keepPreviousData,
    // Joins and splits stand on it: it never changes under the hand.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  });
}

/** The new document's id. */
export async function makeDocument(
  id: string,
  order: ImportOrder,
  signal: AbortSignal,
): Promise<string> {
  return (await request(created, 'POST', `${path(id)}/document`, order, signal)).id;
}

/** The id of the document that was made of it, once the server works on it no more; null where none was. */
export async function madeOf(id: string): Promise<string | null> {
  try {
    return (await request(created, 'GET', `${path(id)}/document`)).id;
  } catch (error) {
    if (error instanceof ApiProblem && [403, 404].includes(error.status)) return null;
    throw error;
  }
}

export async function discardDraft(id: string): Promise<void> {
  await request(nothing, 'DELETE', path(id));
}

function path(id: string): string {
  return `/imports/${encodeURIComponent(id)}`;
}

async function send(path: string, file: File, options: SendOptions): Promise<string> {
  return (await sendFile(created, path, file, options)).id;
}
