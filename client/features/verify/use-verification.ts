/** One verification at a time: begun, how far it is, its end at any moment. */
import { useEffect, useRef, useState } from 'react';
import { newId } from '../../store/new-id.ts';
import {
  type HowFar,
  type Verification,
  verificationProgress,
  verifyRecord,
} from '../api/verification.ts';

/** How often one asks how far it is; in ms. */
const ASK_EVERY = 300;

export type VerificationState =
  | { readonly is: 'idle' }
  /** Null until it is known. */
  | { readonly is: 'running'; readonly howFar: HowFar | null }
  | { readonly is: 'done'; readonly found: Verification }
  | { readonly is: 'failed'; readonly reason: string };

export function useVerification(document: string) {
  const [state, setState] = useState<VerificationState>({ is: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(): Promise<void> {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const job = newId();
    setState({ is: 'running', howFar: null });
    const asking = setInterval(() => void ask(job, stop.signal), ASK_EVERY);
    try {
      const found = await verifyRecord(document, job, stop.signal);
      if (!stop.signal.aborted) setState({ is: 'done', found });
    } catch (error) {
      if (stop.signal.aborted) return;
      setState({ is: 'failed', reason: error instanceof Error ? error.message : String(error) });
    } finally {
      clearInterval(asking);
    }
  }

  async function ask(job: string, signal: AbortSignal): Promise<void> {
    // It may have ended meanwhile, or not begun: the next answer says more.
    const howFar = await verificationProgress(document, job).catch(() => null);
    if (howFar && !signal.aborted) {
      setState((now) => (now.is === 'running' ? { is: 'running', howFar } : now));
    }
  }

  function cancel(): void {
    running.current?.abort();
    setState({ is: 'idle' });
  }

  return { state, start, cancel };
}
