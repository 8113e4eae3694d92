/** Another title for a source, and nothing else. */
import { useState } from 'react';
import type { Source } from '../../../domain/record/source.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { LineDialog } from '../../ui/line-dialog.tsx';
import { useDocument } from '../document/document-context.ts';

export function RenameDialog({ source, onClose }: { source: Source; onClose(): void }) {
  const { give } = useDocument();
  // What it started from: another title that came meanwhile is not written over.
  const [seen] = useState(source.title);

  async function save(title: string): Promise<void> {
    if (title === seen.trim()) return onClose();
    const args = { sourceId: source.id, changes: { title }, seen: { title: seen } };
    const result = await give('source.edit', args, { tellsRefusal: true });
    if (isRefusal(result)) throw new Error(result.reason);
    onClose();
  }

  return (
    <LineDialog
      heading="Rename the source"
      label="Title"
      value={seen}
      action="Rename"
      // Without one it goes by its address.
      isOptional
      onClose={onClose}
      onSubmit={save}
    />
  );
}
