/** Making a document of an import, with a way out, and the truth where it came too late. */
import { useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { ImportOrder } from '../../../domain/import/preview.ts';
import { discardDraft, madeOf, makeDocument } from '../api/imports.ts';
import { queryClient } from '../api/query-client.ts';
import { ApiProblem } from '../api/request.ts';
import { forget } from './kept-import.ts';

export type Making =
  | { is: 'idle' }
  | { is: 'running' }
  /** Called off; whether in time is being asked. */
  | { is: 'ending' }
  | { is: 'failed'; reason: string }
  /** There is a document already: it was called off too late, or made elsewhere. */
  | { is: 'made'; document: string; calledOff: boolean };

export function useMaking(id: string) {
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
      const calledOff = error instanceof ApiProblem && error.code === 'cancelled';
      if (calledOff) setMaking({ is: 'ending' });
      setMaking(await outcome(id, calledOff, reasonOf(error)));
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
    leave: (to: string) => void left(to),
  };
}

async function outcome(id: string, calledOff: boolean, reason: string): Promise<Making> {
  try {
    const document = await madeOf(id);
    if (document !== null) return { is: 'made', document, calledOff };
    return calledOff ? { is: 'idle' } : { is: 'failed', reason };
  } catch (error) {
    return {
      is: 'failed',
      reason: calledOff
        ? `This was called off, but whether in time is not known. ${reasonOf(error)} What you did to the text is still here.`
        : reason,
    };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
