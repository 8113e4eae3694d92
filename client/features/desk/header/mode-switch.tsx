/** Annotate or edit; where the text cannot be edited, the reason instead. */
import { mayEditText } from '../../../../domain/policy/document.ts';
import type { Mode } from '../../../editor/editor.ts';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './desk-header.module.css';

export function ModeSwitch() {
  const { live, mode, setMode } = useDesk();
  const { settings } = useRecord();
  const refused = mayEditText(live.store.me.role, settings);
  return (
    <span className={styles.mode} title={refused?.reason}>
      <ToggleGroup<Mode>
        label="What you do with the text"
        value={mode}
        onChange={setMode}
        choices={[
          { id: 'annotate', name: 'Annotate' },
          { id: 'edit', name: 'Edit text', isDisabled: refused !== null },
        ]}
      />
      {refused && <span className="visually-hidden">{refused.reason}</span>}
    </span>
  );
}
