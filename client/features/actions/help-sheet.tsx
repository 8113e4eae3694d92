/** Every key and what it does, read from the list of actions; and the switch for single letters. */
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useDesk } from '../desk/desk-context.ts';
import type { ActionGroup } from './action.ts';
import styles from './actions.module.css';
import { actions } from './list.ts';
import { setSingleKeys, singleKeysOn } from './single-keys.ts';

const groups: readonly ActionGroup[] = ['Claims', 'Judging', 'Going', 'Text', 'Page'];

export function HelpSheet() {
  const { overlay, show } = useDesk();
  const [single, setSingle] = useState(singleKeysOn);
  const withKeys = actions.filter((action) => action.keys.length > 0);
  return (
    <Dialog title="Keyboard" wide isOpen={overlay === 'help'} onClose={() => show(null)}>
      <div className={styles.groups}>
        {groups.map((group) => {
          const own = withKeys.filter((action) => action.group === group);
          return (
            own.length > 0 && (
              <section key={group} aria-label={group}>
                <h3>{group}</h3>
                <dl className={styles.keys}>
                  {own.map((action) => (
                    <div key={action.id}>
                      <dt>{action.label}</dt>
                      <dd>
                        <Kbd keys={action.keys[0]?.shown ?? ''} />
                        <span className="visually-hidden">{action.keys[0]?.shown}</span>
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
