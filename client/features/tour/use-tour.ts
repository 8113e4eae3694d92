/** Whether the tour runs: the address asks for it (`?tour`), so that it can be begun from any page. */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

export function useTour(): { readonly running: boolean; end(): void } {
  const [params, setParams] = useSearchParams();
  const end = useCallback(() => {
    setParams(
      (now) => {
        const left = new URLSearchParams(now);
        left.delete('tour');
        return left;
      },
      { replace: true },
    );
  }, [setParams]);
  return { running: params.has('tour'), end };
}
