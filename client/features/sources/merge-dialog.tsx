/** Two sources that are one: which is kept, and what becomes of the other. */
import { useState } from 'react';
import type { Source } from '../../../domain/record/source.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { sourceName } from '../desk/judge/source-name.ts';
import { useDocument } from '../document/document-context.ts';
import styles from './sources.module.css';

export interface MergeDialogProps {
  one: Source;
  other: Source;
  onClose(): void;
  /** Both are one now. */
  onDone?(): void;
}

export function MergeDialog({ one, other, onClose, onDone }: MergeDialogProps) {
  const { give } = useDocument();
  const [kept, setKept] = useState<'one' | 'other'>('one');
  const [problem, setProblem] = useState<string | null>(null);
  const [into, from] = kept === 'one' ? [one, other] : [other, one];

  async function merge(): Promise<void> {
    const result = await give('source.merge', { sourceId: from.id, into: into.id });
    if (isRefusal(result)) return setProblem(result.reason);
    onClose();
    onDone?.();
  }

  return (
    <Dialog title="Merge two sources that are one" isOpen onClose={onClose}>
      <div className={styles.ask}>
        <ToggleGroup
          label="Which one is kept"
          value={kept}
          onChange={setKept}
          choices={[
            { id: 'one', name: `Keep “${sourceName(one).slice(0, 40)}”` },
            { id: 'other', name: `Keep “${sourceName(other).slice(0, 40)}”` },
          ]}
        />
        <p>
          All evidence of “{sourceName(from)}”{from.reliability && `, graded ${from.reliability},`}{' '}
          then rests on “{sourceName(into)}”
          {into.reliability ? `, graded ${into.reliability}` : ', not graded'}. What the kept one
          does not say is taken over from the other, archived copies too. This can be undone.
        </p>
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={() => void merge()}>
            Merge
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
