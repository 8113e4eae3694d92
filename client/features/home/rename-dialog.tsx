/** A document's new title. */
import { renameDocument, type DocumentRow } from '../api/documents.ts';
import { queryClient } from '../api/query-client.ts';
import { TitleDialog } from './title-dialog.tsx';

export function RenameDialog({ document, onClose }: { document: DocumentRow; onClose(): void }) {
  return (
    <TitleDialog
      heading="Rename the document"
      action="Rename"
      title={document.title}
      onClose={onClose}
      onSubmit={async (title) => {
        await renameDocument(document.id, title);
        await queryClient.invalidateQueries({ queryKey: ['documents'] });
        onClose();
      }}
    />
  );
}
