/** Fetching a file while the server makes it: how far it is, and an end at any moment. */
import { useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { notify } from '../../../ui/toast.tsx';
import { path } from '../../api/documents.ts';
import { offline, request } from '../../api/request.ts';
import { saveFile } from '../../api/save-file.ts';
import { newId } from '../../../store/new-id.ts';
import { attachedName } from './attached-name.ts';

const problem = z.object({ detail: z.string() });
const standing = z.discriminatedUnion('is', [
  z.object({ is: z.literal('waiting'), ahead: z.int() }),
  z.object({ is: z.literal('running'), share: z.number() }),
]);
/** How often one asks how far it is; in ms. */
const ASK_EVERY = 400;

export type ExportState =
  | { readonly is: 'idle' }
  | { readonly is: 'waiting'; readonly ahead: number }
  /** `share` from 0 to 1; null while nothing is known. */
  | { readonly is: 'running'; readonly share: number | null }
  | { readonly is: 'failed'; readonly reason: string };

export interface Export {
  readonly state: ExportState;
  /** Resolves true once the file is with the browser. */
  start(format: string, query: string): Promise<boolean>;
  cancel(): void;
}

export function useExport(document: string): Export {
  const [state, setState] = useState<ExportState>({ is: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(format: string, query: string): Promise<boolean> {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const job = newId();
    setState({ is: 'running', share: null });
    const asking = setInterval(() => void ask(job, stop.signal), ASK_EVERY);
    try {
      const file = await fetchFile(
        `/api${path(document)}/export/${format}?${query}&job=${job}`,
        stop.signal,
      );
      saveFile(file.bytes, file.name ?? format);
      setState({ is: 'idle' });
      notify({ text: `Exported: ${file.name ?? format}` });
      return true;
    } catch (error) {
      if (stop.signal.aborted) setState({ is: 'idle' });
      else {
        setState({ is: 'failed', reason: error instanceof Error ? error.message : String(error) });
      }
      return false;
    } finally {
      clearInterval(asking);
    }
  }

  async function ask(job: string, signal: AbortSignal): Promise<void> {
    // It may have ended meanwhile, or not begun: the next answer says more.
    const told = await request(standing, 'GET', `${path(document)}/exports/${job}`).catch(
      () => null,
    );
    if (told && !signal.aborted) {
      setState((now) => (now.is === 'idle' || now.is === 'failed' ? now : told));
    }
  }

  function cancel(): void {
    running.current?.abort();
  }

  return { state, start, cancel };
}

async function fetchFile(
  address: string,
  signal: AbortSignal,
): Promise<{ readonly bytes: Blob; readonly name: string | undefined }> {
  let response: Response;
  try {
    response = await fetch(address, { signal });
  } catch {
    throw offline();
  }
  if (!response.ok) throw new Error(await reasonOf(response));
  try {
    return { bytes: await response.blob(), name: attachedName(response.headers) };
  } catch {
    throw new Error('The file broke off before its end, so nothing was saved. Try again.');
  }
}

async function reasonOf(response: Response): Promise<string> {
  const told = problem.safeParse(await response.json().catch(() => null));
  return told.success ? told.data.detail : `The server answered ${response.status}.`;
}
