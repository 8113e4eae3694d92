/** Begins an empty document and opens it. */
import { navigate } from 'wouter/use-browser-location';
import { LineDialog } from '../../ui/line-dialog.tsx';
import { createDocument } from '../api/documents.ts';
import { queryClient } from '../api/query-client.ts';

export function NewDocumentDialog({ onClose }: { onClose(): void }) {
  return (
    <LineDialog
      heading="New document"
      label="Title"
      action="Begin"
      value=""
      hint="An empty page to write or paste a text into. You lead it."
      onClose={onClose}
      onSubmit={async (title) => {
        const id = await createDocument(title);
        await queryClient.invalidateQueries({ queryKey: ['documents'] });
        onClose();
        navigate(`/d/${id}`);
      }}
    />
  );
}
