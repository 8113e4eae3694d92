/** The cache of what REST answers; what lives in a document comes by its socket instead. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './request.ts';

// A session that has ended, wherever it is noticed: the page sends its reader to sign in.
function noticeEnd(error: Error): void {
  if (error instanceof ApiProblem && error.code === 'signed-out')
    queryClient.setQueryData(['me'], null);
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal does not change by asking again; a silence may.
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500),
    },
  },
});
