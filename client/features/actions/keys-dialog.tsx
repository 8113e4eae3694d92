/** Every action with its key, to choose another, take it away, or go back to how it was. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { type Action, actionGroups } from './action.ts';
import styles from './actions.module.css';
import { found } from './find.ts';
import { KeyRow } from './key-row.tsx';
import { resetAllKeys } from './keymap.ts';
import { actions } from './list.ts';
import { useKeymap } from './screen.ts';
import { SingleKeysSwitch } from './single-keys-switch.tsx';

export function KeysDialog({ onClose }: { onClose(): void }) {
  const { own } = useKeymap();
  const [search, setSearch] = useState('');
  /** The one whose new key is waited for. */
  const [recording, record] = useState<string | null>(null);
  const groups = actionGroups
    .map((group) => ({
      group,
      some: found(
        actions.filter((each) => each.group === group),
        search,
      ),
    }))
    .filter(({ some }) => some.length > 0);
  const changed = Object.keys(own).length;
  return (
    <Dialog title="Choose keys" wide isOpen onClose={onClose}>
      <SingleKeysSwitch />
      <input
        type="search"
        className={styles.find}
        aria-label="Find an action"
        placeholder="Find an action"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className={styles.rows}>
        {groups.map(({ group, some }) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <ul className={styles.rowList}>
              {some.map((action: Action) => (
                <KeyRow
                  key={action.id}
                  action={action}
                  isRecording={recording === action.id}
                  onRecord={(on) => record(on ? action.id : null)}
                />
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && <p className={styles.none}>No action is called that.</p>}
      </div>
      <p className={styles.note} role="status">
        {changed === 0 ? 'All keys are as they came. ' : `Changed: ${changed}. `}
        Kept in this browser, for all of its tabs. Nothing of it goes to the server.
      </p>
      <DialogActions>
        <Button onPress={resetAllKeys}>Reset all keys</Button>
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
