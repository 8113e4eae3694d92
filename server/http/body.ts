/** Checked input: a middleware that refuses what does not fit, and hands the rest on with its type. */
import type { Request, RequestHandler } from 'express';
import type * as z from 'zod/mini';
import { refuse } from '../../domain/refusal.ts';
import { RefusedError } from '../refused-error.ts';

export interface Body<T> extends RequestHandler {
  /** The checked body of a request that has passed this middleware. */
  of(request: Request): T;
}

export function body<T>(schema: z.ZodMiniType<T>): Body<T> {
  const checked = new WeakMap<Request, { readonly value: T }>();
  const check: RequestHandler = (request, _response, next) => {
    const parsed = schema.safeParse(request.body ?? {});
    if (!parsed.success)
      throw new RefusedError(refuse('bad-request', sentence(parsed.error.issues)));
    checked.set(request, { value: parsed.data });
    next();
  };
  return Object.assign(check, {
    of(request: Request): T {
      const found = checked.get(request);
      if (!found) throw new RangeError('This body was read before it was checked');
      return found.value;
    },
  });
}

function sentence(issues: readonly z.core.$ZodIssue[]): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join(' ');
}
