/** A document's new title. */
import { LineDialog } from '../../ui/line-dialog.tsx';
import { renameDocument, type DocumentRow } from '../api/documents.ts';
import { queryClient } from '../api/query-client.ts';

export function RenameDialog({ document, onClose }: { document: DocumentRow; onClose(): void }) {
  return (
    <LineDialog
      heading="Rename the document"
      label="Title"
      action="Rename"
      value={document.title}
      onClose={onClose}
      onSubmit={async (title) => {
        await renameDocument(document.id, title);
        await queryClient.invalidateQueries({ queryKey: ['documents'] });
        onClose();
      }}
    />
  );
}
