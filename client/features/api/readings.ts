/** What I read: told to the server, and whether others see it. */
import * as z from 'zod/mini';
import { ApiProblem, nothing, request } from './request.ts';

export interface Reading {
  /** Ids of blocks that were read since the last report. */
  readonly blocks: readonly string[];
  /** The block where I am. */
  readonly place: string | null;
}

/** `leaving`: the request outlives the page. */
export async function reportReading(
  document: string,
  reading: Reading,
  leaving: boolean,
): Promise<void> {
  const path = `/documents/${document}/reading`;
  if (!leaving) return void (await request(nothing, 'POST', path, reading));
  const response = await fetch(`/api${path}`, {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(reading),
  });
  if (!response.ok) throw new ApiProblem(response.status, 'unexpected-answer', '');
}

const place = z.object({ place: z.nullable(z.string()) });

/** Where I was last in this document. */
export function lastPlace(document: string): Promise<z.output<typeof place>> {
  return request(place, 'GET', `/documents/${document}/reading`);
}

const shown = z.object({ shown: z.boolean() });

export function readingShown(): Promise<z.output<typeof shown>> {
  return request(shown, 'GET', '/me/reading');
}

export function showReading(show: boolean): Promise<z.output<typeof shown>> {
  return request(shown, 'PATCH', '/me/reading', { shown: show });
}
