/** Search over everything that I may see. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from './request.ts';

export const searchKinds = ['document', 'claim', 'evidence', 'comment', 'source', 'text'] as const;
export type SearchKind = (typeof searchKinds)[number];

const offset = z.int().check(z.minimum(0));
/** Words and the places in them that were looked for. */
const snippet = z.object({ text: z.string(), marks: z.array(z.tuple([offset, offset])) });
export type Snippet = z.output<typeof snippet>;

const hit = z.object({
  kind: z.enum(searchKinds),
  id: z.string(),
  document: z.object({ id: z.string(), title: z.string(), archived: z.boolean() }),
  /** Of the claim that it is or belongs to. */
  number: z.nullable(z.int()),
  title: snippet,
  body: snippet,
  /** Of a comment: who said it, when, and in which thread. */
  said: z.nullable(
    z.object({
      thread: z.string(),
      at: offset,
      by: z.object({ id: z.int(), name: z.string() }),
    }),
  ),
});
export type SearchHit = z.output<typeof hit>;

const found = z.object({
  groups: z.array(z.object({ kind: z.enum(searchKinds), total: offset, hits: z.array(hit) })),
  /** There was no time for all of it. */
  partial: z.boolean(),
});
export type SearchFound = z.output<typeof found>;

export interface SearchAsked {
  readonly words: string;
  readonly archived: boolean;
}

export function searchQuery({ words, archived }: SearchAsked) {
  return queryOptions({
    queryKey: ['search', words, archived],
    queryFn: ({ signal }) => ask({ q: words, archived: archived ? '1' : '0' }, signal),
    enabled: words.trim() !== '',
    // What was found stays while the next is looked for: the page does not flicker at each letter.
    placeholderData: keepPreviousData,
  });
}

const PAGE = 25;

/** All of one kind, page by page. */
export function searchKindQuery(kind: SearchKind, { words, archived }: SearchAsked) {
  return infiniteQueryOptions({
    queryKey: ['search', words, archived, kind],
    queryFn: ({ pageParam, signal }) =>
      ask(
        {
          q: words,
          archived: archived ? '1' : '0',
          kind,
          offset: String(pageParam),
          limit: String(PAGE),
        },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.length * PAGE;
      return read < (last.groups[0]?.total ?? 0) ? read : undefined;
    },
  });
}

function ask(query: Record<string, string>, signal: AbortSignal) {
  return request(found, 'GET', `/search?${new URLSearchParams(query)}`, undefined, signal);
}
