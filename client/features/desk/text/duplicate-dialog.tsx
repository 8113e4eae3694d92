/** Asks before the same words are marked for the same question a second time. */
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './text-pane.module.css';

export function DuplicateDialog() {
  const { marking, open, editor } = useDesk();
  const { duplicate, drop, markApart } = marking;
  if (!duplicate) return null;
  const { id, number, quote } = duplicate.claim;
  return (
    <Dialog title={`This is #${number} already`} isOpen onClose={drop}>
      <p dir="auto" className={styles.duplicate}>
        {quote.exact}
      </p>
      <DialogActions>
        <Button onPress={markApart}>Mark apart</Button>
        <Button
          variant="primary"
          autoFocus
          onPress={() => {
            drop();
            editor?.clearSelection();
            open(id, 'key');
          }}
        >
          Open #{number}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
