/** Asks before the same words are marked for the same question a second time. */
import { mayRestate } from '../../../../domain/policy/document.ts';
import { checksWords } from '../../../../domain/derive/words.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { Clamped } from '../judge/clamped.tsx';
import { otherQuestion, twinOf } from '../judge/twin.ts';
import styles from './text-pane.module.css';

export function DuplicateDialog() {
  const { marking, open, editor, live } = useDesk();
  const record = useRecord();
  const { duplicate, drop, markApart, markMerged, markOther } = marking;
  const [first, second] = duplicate?.claims ?? [];
  if (!duplicate || !first) return null;
  const isPair = duplicate.questions.length > 1;
  // Of the two that were asked for one is there: the other is all that is missing.
  const canLink = isPair && !second && !twinOf(record, first);
  const { id: actor, role } = live.store.me;
  const canMerge = !isPair && mayRestate(record, first, { actor, role }) === null;
  const numbers = duplicate.claims.map(({ number }) => `#${number}`).join(' and ');
  return (
    <Dialog title={`This is ${numbers} already`} isOpen onClose={drop}>
      <Clamped as="blockquote" lines={4} className={styles.duplicate}>
        {first.quote.exact}
      </Clamped>
      {isPair && !second && (
        <p>
          #{first.number} checks {checksWords[first.checks]}.
        </p>
      )}
      <DialogActions>
        <Button onPress={markApart}>{isPair ? 'Mark both apart' : 'Mark apart'}</Button>
        {canMerge && <Button onPress={() => markMerged(first)}>Merge into #{first.number}</Button>}
        {canLink && (
          <Button onPress={() => markOther(first)}>
            Mark only {checksWords[otherQuestion[first.checks]]}
          </Button>
        )}
        <Button
          variant="primary"
          autoFocus
          onPress={() => {
            drop();
            editor?.clearSelection();
            open(first.id, 'key');
          }}
        >
          Open #{first.number}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
