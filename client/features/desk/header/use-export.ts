/** The document as a file: in which formats, and fetching one. Building it may take a while for a large one. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { notify } from '../../../ui/toast.tsx';
import { path } from '../../api/documents.ts';
import { request } from '../../api/request.ts';
import { attachedName } from './attached-name.ts';

const formats = z.array(z.object({ id: z.string(), label: z.string(), extension: z.string() }));
const problem = z.object({ detail: z.string() });
/** The browser has taken the bytes over by then; in ms. */
const TAKEN = 60_000;

export interface Export {
  readonly formats: z.infer<typeof formats>;
  readonly busy: boolean;
  save(format: string): void;
}

export function useExport(document: string): Export {
  const [busy, setBusy] = useState(false);
  const { data } = useQuery({
    queryKey: ['exporters', document],
    queryFn: () => request(formats, 'GET', `${path(document)}/export`),
    staleTime: Number.POSITIVE_INFINITY,
  });

  async function fetchFile(format: string): Promise<void> {
    setBusy(true);
    notify({ text: 'Preparing the file…' });
    try {
      const response = await fetch(`/api${path(document)}/export/${format}`);
      if (!response.ok) throw new Error(await reasonOf(response));
      hand(await response.blob(), attachedName(response.headers) ?? format);
    } catch (error) {
      notify({
        text: `Not exported. ${error instanceof Error ? error.message : String(error)}`,
        action: { label: 'Try again', run: () => fetchFile(format) },
      });
    } finally {
      setBusy(false);
    }
  }

  return { formats: data ?? [], busy, save: (format) => void fetchFile(format) };
}

function hand(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN);
}

async function reasonOf(response: Response): Promise<string> {
  const told = problem.safeParse(await response.json().catch(() => null));
  return told.success ? told.data.detail : `The server answered ${response.status}.`;
}
