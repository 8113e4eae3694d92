/** The tags of several claims: what stands on them, to take off; and any other, to put on. */
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Claim } from '../../../../../domain/record/claim.ts';
import type { RecordState } from '../../../../../domain/record/state.ts';
import { limits } from '../../../../../domain/limits.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../../ui/dialog.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import styles from './bulk-bar.module.css';
import field from '../../../../ui/field.module.css';
import { countOf } from './use-bulk.ts';

export interface TagDialogProps {
  record: RecordState;
  claims: readonly Claim[];
  /** Selected ones that only others may change. */
  others: number;
  onClose(): void;
  onTag(add: string[], remove: string[]): Promise<void>;
}

export function TagDialog({ record, claims, others, onClose, onTag }: TagDialogProps) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const ids = useId();
  const standing = countTags(claims);
  const known = [...countTags(record.claims.values()).keys()];

  async function tag(add: string[], remove: string[]): Promise<void> {
    setBusy(true);
    await onTag(add, remove);
    setTyped('');
    setBusy(false);
  }

  return (
    <Dialog title={`Tags of ${countOf(claims.length)}`} isOpen onClose={onClose}>
      {standing.size > 0 ? (
        <ul className={styles.tags} aria-label="Tags on them">
          {[...standing].map(([name, count]) => (
            <li key={name} className={styles.tag}>
              <span>
                {name}{' '}
                {count < claims.length && (
                  <small>
                    {count} of {claims.length}
                  </small>
                )}
              </span>
              <IconButton
                label={`Take “${name}” off`}
                icon={<X size={12} aria-hidden />}
                isDisabled={busy}
                onPress={() => void tag([], [name])}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.note}>None of them has a tag yet.</p>
      )}
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '' && !busy) void tag([typed.trim()], []);
        }}
      >
        <label className={field.field} htmlFor={ids}>
          <span className={field.label}>Add a tag</span>
          <input
            id={ids}
            className={field.input}
            list={`${ids}-known`}
            maxLength={limits.line}
            autoComplete="off"
            // The dialog was opened to type into.
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <datalist id={`${ids}-known`}>
            {known.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </label>
        <Button type="submit" icon={<Plus size={14} aria-hidden />} isPending={busy}>
          Add
        </Button>
      </form>
      {others > 0 && (
        <p className={styles.note}>
          {others} more {others === 1 ? 'is' : 'are'} selected that only who marked{' '}
          {others === 1 ? 'it' : 'them'}, who is assigned, or a lead can change.
        </p>
      )}
      <DialogActions>
        <Button onPress={onClose}>Done</Button>
      </DialogActions>
    </Dialog>
  );
}

/** How many of the claims bear each tag, the most frequent first. */
function countTags(claims: Iterable<Claim>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of claims)
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return new Map([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
