/** What the server knows of sources beside the record: what others called a page, what a page says of itself, files. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { addressKey } from '../../../domain/derive/address.ts';
import { instant } from '../../../domain/id.ts';
import { path } from './documents.ts';
import { request } from './request.ts';
import { sendFile, type SendOptions } from './send-file.ts';

const suggestions = z.object({
  page: z.array(
    z.object({
      title: z.string(),
      publisher: z.string(),
      author: z.string(),
      language: z.string(),
      medium: z.string(),
      document: z.string(),
      at: instant,
    }),
  ),
  publisher: z.nullable(z.string()),
});

/** From documents that I may open. */
export function suggestionsQuery(url: string) {
  return queryOptions({
    queryKey: ['source-suggestions', addressKey(url)],
    queryFn: () => request(suggestions, 'POST', '/source-suggestions', { url }),
    staleTime: 60_000,
    retry: false,
  });
}

const pageFacts = z.object({
  title: z.string(),
  publisher: z.string(),
  author: z.string(),
  published: z.string(),
  language: z.string(),
  /** Where it was found in the end. */
  from: z.string(),
  at: instant,
});
export type PageFacts = z.output<typeof pageFacts>;

/** Has the server fetch the page; rejects with an ApiProblem, also when `signal` ends it. */
export function fetchPageFacts(
  document: string,
  url: string,
  signal: AbortSignal,
): Promise<PageFacts> {
  return request(pageFacts, 'POST', `${path(document)}/page-facts`, { url }, signal);
}

const uploaded = z.object({ file: z.object({ sha256: z.string(), name: z.string() }) });

export interface CopyToUpload {
  readonly document: string;
  readonly source: string;
  readonly copy: string;
  /** Where the file was taken from; may be empty. */
  readonly url: string;
  readonly captured: number;
}

export function uploadCopy(
  file: File,
  { document, source, copy, url, captured }: CopyToUpload,
  options: SendOptions,
) {
  const query = new URLSearchParams({ copy, url, captured: String(captured) });
  return sendFile(
    uploaded,
    `${path(document)}/sources/${encodeURIComponent(source)}/copies?${query}`,
    file,
    options,
  );
}

export function fileAddress(document: string, sha256: string): string {
  return `/api${path(document)}/files/${sha256}`;
}
