/** Every key and what it does, read from the list of actions; and the switch for single letters. */
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useDesk } from '../desk/desk-context.ts';
import { type Action, type ActionGroup, keyWords } from './action.ts';
import styles from './actions.module.css';
import { actions } from './list.ts';
import { setSingleKeys, singleKeysOn } from './single-keys.ts';

const groups: readonly ActionGroup[] = ['Going', 'Judging', 'Claims', 'Text', 'Page'];

interface Line {
  readonly label: string;
  readonly keys: string;
}

export function HelpSheet() {
  const { overlay, show } = useDesk();
  const [single, setSingle] = useState(singleKeysOn);
  return (
    <Dialog title="Keyboard" wide isOpen={overlay === 'help'} onClose={() => show(null)}>
      <div className={styles.groups}>
        {groups.map((group) => {
          const lines = linesOf(group);
          return (
            lines.length > 0 && (
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
            )
          );
        })}
      </div>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => {
            setSingle(event.target.checked);
            setSingleKeys(event.target.checked);
          }}
        />
        Single letters and digits are commands outside of text fields
      </label>
    </Dialog>
  );
}

/** Actions with a key; of a family, one line. */
function linesOf(group: ActionGroup): Line[] {
  const lines: Line[] = [];
  const told = new Set<Action['family']>();
  for (const { group: own, keys, label, family } of actions) {
    const [first] = keys;
    if (own !== group || !first || (family && told.has(family))) continue;
    if (family) told.add(family);
    lines.push(family ?? { label, keys: keyWords(first) });
  }
  return lines;
}
