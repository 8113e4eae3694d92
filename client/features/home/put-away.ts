/** Archiving and deleting, each with its way back in the message that tells of it. */
import { notify } from '../../ui/toast.tsx';
import {
  archiveDocument,
  type DocumentRow,
  deleteDocument,
  restoreDocument,
} from '../api/documents.ts';
import { queryClient } from '../api/query-client.ts';

export type PutAway = 'archive' | 'unarchive' | 'delete';

const ways: Record<
  PutAway,
  { act(id: string): Promise<void>; undo(id: string): Promise<void>; told: string }
> = {
  archive: {
    act: (id) => archiveDocument(id, true),
    undo: (id) => archiveDocument(id, false),
    told: 'archived',
  },
  unarchive: {
    act: (id) => archiveDocument(id, false),
    undo: (id) => archiveDocument(id, true),
    told: 'taken out of the archive',
  },
  delete: { act: deleteDocument, undo: restoreDocument, told: 'deleted' },
};

/** Rejects with an ApiProblem when the server refuses. */
export async function putAway(
  document: Pick<DocumentRow, 'id' | 'title'>,
  way: PutAway,
): Promise<void> {
  const { act, undo, told } = ways[way];
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['documents'] });
  await act(document.id);
  notify({
    text: `“${document.title}” ${told}.`,
    action: {
      label: 'Undo',
      async run() {
        await undo(document.id);
        await refresh();
        notify({ text: `“${document.title}” is back where it was.` });
      },
    },
  });
  await refresh();
}
