/** Answers that are known to be out of date are asked for again. */
import type { QueryClient } from '@tanstack/react-query';

/**
 * All whose key begins with `kind`. One that is on its way for the first time is
 * asked for again once it is there: it may have left the server before whatever
 * happened now, and TanStack would take it for the new one.
 */
export function askAgain(queries: QueryClient, kind: string): void {
  const filter = { queryKey: [kind] };
  for (const query of queries.getQueryCache().findAll(filter)) {
    const { data, fetchStatus } = query.state;
    if (data !== undefined || fetchStatus === 'idle') continue;
    const again = (): void =>
      void queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
    query.promise?.then(again, again);
  }
  void queries.invalidateQueries(filter);
}
