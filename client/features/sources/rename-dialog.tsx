/** Another title for a source, and nothing else. */
import { useState } from 'react';
import { limits } from '../../../domain/limits.ts';
import type { Source } from '../../../domain/record/source.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useDocument } from '../document/document-context.ts';
import styles from './sources.module.css';

export function RenameDialog({ source, onClose }: { source: Source; onClose(): void }) {
  const { give } = useDocument();
  // What it started from: another title that came meanwhile is not written over.
  const [seen] = useState(source.title);
  const [title, setTitle] = useState(source.title);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(): Promise<void> {
    if (title.trim() === seen.trim()) return onClose();
    const result = await give('source.edit', {
      sourceId: source.id,
      changes: { title: title.trim() },
      seen: { title: seen },
    });
    if (isRefusal(result)) return setProblem(result.reason);
    onClose();
  }

  return (
    <Dialog title="Rename the source" isOpen onClose={onClose}>
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label="Title"
          value={title}
          onChange={setTitle}
          maxLength={limits.line}
          autoFocus
        />
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Rename
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
