/** The words that a document was imported with. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { path } from './documents.ts';
import { request } from './request.ts';

const importedText = z.object({ text: z.nullable(z.string()) });

/** `text` is null where nobody changed it since. `unlocked`: when its lock was turned last. */
export function importedTextQuery(id: string, unlocked: number) {
  return queryOptions({
    queryKey: ['imported-text', id, unlocked],
    queryFn: ({ signal }) =>
      request(importedText, 'GET', `${path(id)}/imported-text`, undefined, signal),
    // What was imported does not change any more.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
