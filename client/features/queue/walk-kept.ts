/** The walk through the queue as this tab keeps it: from document to document, and over a reload. */
import * as z from 'zod/mini';
import { taskKinds } from '../../../domain/derive/waiting.ts';
import type { QueueView } from '../api/queue.ts';

const kept = z.object({
  view: z.object({
    by: z.enum(['document', 'kind']),
    kind: z.nullable(z.enum(taskKinds)),
    document: z.nullable(z.string()),
  }),
  seen: z.array(z.object({ document: z.string(), claim: z.string(), number: z.int() })),
});
export type Walk = z.output<typeof kept>;

export const everything: QueueView = { by: 'document', kind: null, document: null };

const KEY = 'attest-queue';
const listeners = new Set<() => void>();
let walk: Walk | null | undefined;

export function currentWalk(): Walk | null {
  if (walk === undefined) walk = read();
  return walk;
}

/** Null ends it. */
export function keepWalk(next: Walk | null): void {
  walk = next;
  try {
    if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage it lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function onWalk(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function read(): Walk | null {
  try {
    const found = kept.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}
