import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { askAgain } from '../../../client/features/api/ask-again.ts';

const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
let end: () => void = () => {};
afterEach(() => {
  end();
  queries.clear();
});

/** A page that shows one answer; each request waits to be answered by the test. */
function page(kind: string) {
  const requests: PromiseWithResolvers<number>[] = [];
  const queryFn = (): Promise<number> => {
    const request = Promise.withResolvers<number>();
    requests.push(request);
    return request.promise;
  };
  const observer = new QueryObserver(queries, { queryKey: [kind], queryFn, staleTime: 60_000 });
  end = observer.subscribe(() => {});
  return {
    requests,
    shown: () => observer.getCurrentResult().data,
    asked: (count: number) => vi.waitFor(() => expect(requests).toHaveLength(count)),
  };
}

test('what changes while the first answer is on its way is asked for again', async () => {
  const { requests, shown, asked } = page('notifications');
  await asked(1);
  // The server has answered 0 already, and then something happens.
  askAgain(queries, 'notifications');
  askAgain(queries, 'queue');
  requests[0]?.resolve(0);
  await asked(2);
  requests[1]?.resolve(1);
  await vi.waitFor(() => expect(shown()).toBe(1));
  askAgain(queries, 'notifications');
  await asked(3);
  requests[2]?.resolve(2);
  await vi.waitFor(() => expect(shown()).toBe(2));
  expect(requests).toHaveLength(3);
});

test('a first answer that fails is asked for again too, and an event of another kind asks nothing', async () => {
  const { requests, shown, asked } = page('notifications');
  await asked(1);
  askAgain(queries, 'notifications');
  requests[0]?.reject(new Error('away'));
  await asked(2);
  requests[1]?.resolve(1);
  await vi.waitFor(() => expect(shown()).toBe(1));
  askAgain(queries, 'queue');
  expect(requests).toHaveLength(2);
});
