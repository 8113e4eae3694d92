/** What waits for me across my documents. Asked for again whenever the server says that it changed. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { staleReasons } from '../../../domain/derive/standing.ts';
import { taskKinds, type TaskKind } from '../../../domain/derive/waiting.ts';
import { instant, personId } from '../../../domain/id.ts';
import { person } from './person.ts';
import { request } from './request.ts';

const count = z.int().check(z.minimum(0));
const cause = { since: z.nullable(instant), by: z.nullable(person) };

const queueTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settle-words'), ...cause }),
  z.object({ kind: z.literal('answer'), reason: z.enum(staleReasons), ...cause }),
  z.object({ kind: z.literal('reconsider'), review: z.string(), ...cause }),
  z.object({ kind: z.literal('judge'), asked: z.boolean(), ...cause }),
  z.object({
    kind: z.literal('review'),
    verdictAuthor: personId,
    verdictRevision: z.int(),
    ...cause,
  }),
  z.object({ kind: z.literal('rule'), ...cause }),
]);
export type QueueTask = z.output<typeof queueTask>;

const queueItem = z.object({
  document: z.object({ id: z.string(), title: z.string() }),
  claim: z.object({ id: z.string(), number: z.int(), words: z.string(), isUrgent: z.boolean() }),
  tasks: z.array(queueTask).check(z.minLength(1)),
});
export type QueueItem = z.output<typeof queueItem>;

const kindCounts = z.partialRecord(z.enum(taskKinds), count);

const queuePage = z.object({
  /** Those that the filters leave. */
  total: count,
  items: z.array(queueItem),
  /** All, whatever the filters. */
  all: count,
  kinds: kindCounts,
  documents: z.array(z.object({ id: z.string(), title: z.string(), count })),
});
export type QueuePage = z.output<typeof queuePage>;

/** What is shown of the queue, and what comes together. */
export interface QueueView {
  readonly by: 'document' | 'kind';
  readonly kind: TaskKind | null;
  readonly document: string | null;
}

const PAGE = 50;
/** Of a walk: whoever has more waiting begins it again when they are through with these. */
const MOST_WALKED = 500;

export function queueQuery(view: QueueView) {
  return infiniteQueryOptions({
    queryKey: ['queue', 'page', view],
    queryFn: ({ pageParam, signal }) => readQueue(view, pageParam, PAGE, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.items.length, 0);
      return last.items.length > 0 && read < last.total ? read : undefined;
    },
    refetchOnWindowFocus: true,
  });
}

export function walkQuery(view: QueueView) {
  return queryOptions({
    queryKey: ['queue', 'walk', view],
    queryFn: async ({ signal }) => (await readQueue(view, 0, MOST_WALKED, signal)).items,
    refetchOnWindowFocus: true,
  });
}

const queueCount = z.object({
  /** Claims. */
  all: count,
  /** By the document's id, where anything waits. */
  documents: z.record(z.string(), kindCounts),
});

export const queueCountQuery = queryOptions({
  queryKey: ['queue', 'count'],
  queryFn: () => request(queueCount, 'GET', '/me/queue/count'),
  refetchOnWindowFocus: true,
});

function readQueue(view: QueueView, offset: number, limit: number, signal: AbortSignal) {
  const query = new URLSearchParams({ by: view.by, offset: String(offset), limit: String(limit) });
  if (view.kind) query.set('kind', view.kind);
  if (view.document) query.set('document', view.document);
  return request(queuePage, 'GET', `/me/queue?${query}`, undefined, signal);
}
