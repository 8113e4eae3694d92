/**
 * The one way to the server's API. Answers are checked against a schema;
 * whatever goes wrong is an ApiProblem whose message can be shown as it is.
 */
import * as z from 'zod/mini';

/** A refusal by the server, or no answer at all (`status` 0, code `offline`). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** A code of `domain/refusal.ts`; or `offline`, `cancelled`, `unexpected-answer`. */
  readonly code: string;

  constructor(status: number, code: string, reason: string) {
    super(reason);
    this.status = status;
    this.code = code;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `path` is below `/api`. Rejects with an ApiProblem; code `cancelled` once the signal says so. */
export async function request<S extends z.ZodMiniType>(
  schema: S,
  method: Method,
  path: string,
  body?: object,
  signal?: AbortSignal,
): Promise<z.output<S>> {
  try {
    const response = await ask(method, path, body, signal);
    return readAnswer(schema, response.status, await response.text());
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    throw signal?.aborted ? cancelled() : offline();
  }
}

export function cancelled(): ApiProblem {
  return new ApiProblem(0, 'cancelled', 'This was cancelled.');
}

async function ask(
  method: Method,
  path: string,
  body: object | undefined,
  signal: AbortSignal | undefined,
): Promise<Response> {
  return fetch(`/api${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}

/** What stands in an answer, however it came: by fetch or by XMLHttpRequest. */
export function readAnswer<S extends z.ZodMiniType>(
  schema: S,
  status: number,
  text: string,
): z.output<S> {
  const value = parseJson(text);
  if (status < 200 || status >= 300) throw problemOf(status, value);
  const answer = schema.safeParse(value);
  if (answer.success) return answer.data;
  throw new ApiProblem(
    status,
    'unexpected-answer',
    'The server answered in a way that this page does not know. Reload the page: it may be older than the server.',
  );
}

export function offline(): ApiProblem {
  return new ApiProblem(
    0,
    'offline',
    'The server cannot be reached. Nothing was changed. Check the connection and try again.',
  );
}

/** For answers that carry nothing of use. */
export const nothing = z.unknown();

/** RFC 9457, as far as it is read here. */
const problem = z.object({ code: z.optional(z.string()), detail: z.optional(z.string()) });

function problemOf(status: number, value: unknown): ApiProblem {
  const told = problem.safeParse(value);
  const { code, detail } = told.success ? told.data : {};
  return new ApiProblem(status, code ?? `http-${status}`, detail ?? fallback(status));
}

function fallback(status: number): string {
  if (status === 429) return 'Too many tries in a short time. Wait a minute, then try again.';
  if (status >= 500)
    return 'The server could not do this. Nothing was changed. Try again in a moment.';
  return `The server refused this (${status}).`;
}

function parseJson(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
