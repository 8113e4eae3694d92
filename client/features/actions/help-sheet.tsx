/** Every key of this page and what it does, read from the list of actions: to search, to print, to change. */
import { Printer, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { type Action, type ActionGroup, actionGroups } from './action.ts';
import styles from './actions.module.css';
import { found } from './find.ts';
import { actions, keysShown } from './list.ts';
import type { OnScreen } from './pages.ts';
import { useKeymap, useScreen } from './screen.ts';
import { SingleKeysSwitch } from './single-keys-switch.tsx';

export interface HelpSheetProps {
  onClose(): void;
  /** Opens the choice of keys. */
  onKeys(): void;
}

export function HelpSheet({ onClose, onKeys }: HelpSheetProps) {
  const screen = useScreen();
  useKeymap();
  const [search, setSearch] = useState('');
  const groups = actionGroups
    .map((group) => ({ group, lines: found(linesOf(group, screen), search) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Dialog title="Keyboard" wide isOpen onClose={onClose}>
      <div className={styles.sheet} data-print-alone="">
        <input
          type="search"
          className={styles.find}
          aria-label="Find a key"
          placeholder="Find a key by what it does"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <div className={styles.groups}>
          {groups.map(({ group, lines }) => (
            <section key={group}>
              <h3>{group}</h3>
              <dl className={styles.keys}>
                {lines.map(({ label, keys }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      <Kbd keys={keys} />
                      <span className="visually-hidden">{keys}</span>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        {groups.length === 0 && <p className={styles.none}>No key does that.</p>}
      </div>
      <SingleKeysSwitch />
      <DialogActions>
        <Button icon={<Printer size={14} aria-hidden />} onPress={() => window.print()}>
          Print
        </Button>
        <Button icon={<SlidersHorizontal size={14} aria-hidden />} onPress={onKeys}>
          Choose keys
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface Line {
  readonly label: string;
  readonly keys: string;
}

/** Actions with a key; of a family, one line. */
function linesOf(group: ActionGroup, screen: OnScreen): Line[] {
  const lines: Line[] = [];
  const told = new Set<Action['family']>();
  for (const action of actions) {
    const { group: own, page, label, family } = action;
    if (own !== group || screen[page] === undefined || (family && told.has(family))) continue;
    const keys = keysShown(action);
    if (keys === '') continue;
    if (!family) {
      lines.push({ label, keys });
      continue;
    }
    told.add(family);
    lines.push({ label: family.label, keys: keysOfFamily(family) });
  }
  return lines;
}

/** From the first to the last; as they are, where somebody chose others. */
function keysOfFamily(family: Action['family']): string {
  const members = actions.filter((each) => each.family === family).map(keysShown);
  const ends = [members[0], members.at(-1)].join(' … ');
  return ends === family?.keys ? ends : members.filter((keys) => keys !== '').join(' ');
}
