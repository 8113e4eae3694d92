/** Making a document of an import, with a way out. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ImportOrder } from '../../../domain/import/preview.ts';
import { discardDraft, makeDocument } from '../api/imports.ts';
import { queryClient } from '../api/query-client.ts';
import { ApiProblem } from '../api/request.ts';
import { forget } from './kept-import.ts';

export type Making = { is: 'idle' } | { is: 'running' } | { is: 'failed'; reason: string };

export function useMaking(id: string) {
  const [, navigate] = useLocation();
  const [making, setMaking] = useState<Making>({ is: 'idle' });
  const abort = useRef<AbortController | null>(null);

  async function left(to: string): Promise<void> {
    forget(id);
    navigate(to);
    queryClient.removeQueries({ queryKey: ['imports', id] });
    await queryClient.invalidateQueries({ queryKey: ['imports'] });
    await queryClient.invalidateQueries({ queryKey: ['documents'] });
  }

  async function attempt(work: (signal: AbortSignal) => Promise<string>): Promise<void> {
    abort.current = new AbortController();
    setMaking({ is: 'running' });
    try {
      await left(await work(abort.current.signal));
    } catch (error) {
      const cancelled = error instanceof ApiProblem && error.code === 'cancelled';
      const reason = error instanceof Error ? error.message : String(error);
      setMaking(cancelled ? { is: 'idle' } : { is: 'failed', reason });
    }
  }

  return {
    making,
    make: (order: ImportOrder) =>
      attempt(async (signal) => `/d/${await makeDocument(id, order, signal)}`),
    discard: () =>
      attempt(async () => {
        await discardDraft(id);
        return '/';
      }),
    cancel: () => abort.current?.abort(),
  };
}
