/** Whether single letters are commands, on this device (WCAG 2.1.4). */
import styles from './actions.module.css';
import { setSingleKeys } from './keymap.ts';
import { useKeymap } from './screen.ts';

export function SingleKeysSwitch() {
  const { single } = useKeymap();
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={single}
        onChange={(event) => setSingleKeys(event.target.checked)}
      />
      Single letters and digits are commands outside of text fields
    </label>
  );
}
