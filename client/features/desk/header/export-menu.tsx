/** The document as a file. Building it may take a while for a large one: the button says so. */
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import * as z from 'zod/mini';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { notify } from '../../../ui/toast.tsx';
import { path } from '../../api/documents.ts';
import { request } from '../../api/request.ts';
import { useDesk } from '../desk-context.ts';

const formats = z.array(z.object({ id: z.string(), label: z.string(), extension: z.string() }));

export function ExportMenu({ trigger }: { trigger: ReactElement }) {
  const { id } = useDesk();
  const [busy, setBusy] = useState(false);
  const list = useQuery({
    queryKey: ['exporters', id],
    queryFn: () => request(formats, 'GET', `${path(id)}/export`),
    staleTime: Number.POSITIVE_INFINITY,
  });

  async function save(format: string): Promise<void> {
    setBusy(true);
    notify({ text: 'Preparing the file…' });
    try {
      const response = await fetch(`/api${path(id)}/export/${format}`);
      if (!response.ok) throw new Error(await reasonOf(response));
      const name = /filename="([^"]+)"/.exec(
        response.headers.get('content-disposition') ?? '',
      )?.[1];
      const address = URL.createObjectURL(await response.blob());
      const link = document.createElement('a');
      link.href = address;
      link.download = name ?? format;
      link.click();
      // The browser has taken the bytes over by then.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (error) {
      notify({ text: `Not exported. ${error instanceof Error ? error.message : String(error)}` });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Menu label="Export" trigger={trigger} onSelect={(format) => void save(format)}>
      {(list.data ?? []).map((format) => (
        <MenuItem key={format.id} id={format.id} note={`.${format.extension}`} isDisabled={busy}>
          {format.label}
        </MenuItem>
      ))}
    </Menu>
  );
}

async function reasonOf(response: Response): Promise<string> {
  try {
    const problem: unknown = await response.json();
    if (typeof problem === 'object' && problem !== null && 'detail' in problem)
      return String(problem.detail);
  } catch {
    // No problem document: the status alone must do.
  }
  return `The server answered ${response.status}.`;
}
