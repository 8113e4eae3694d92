/** Whether all is durable on the server: from acknowledgements alone. */
import { classes } from '../../../ui/classes.ts';
import { useSnapshot } from '../desk-context.ts';
import styles from './desk-header.module.css';

export function SavedState() {
  const { saved, connection } = useSnapshot();
  const changes = saved.kind === 'saved' ? 0 : saved.changes;
  const kept = `${changes} ${changes === 1 ? 'change' : 'changes'} kept here`;
  const words =
    saved.kind === 'saving'
      ? 'Saving…'
      : saved.kind === 'offline'
        ? changes > 0
          ? `Offline: ${kept}`
          : 'Offline'
        : connection.kind === 'connecting'
          ? 'Connecting…'
          : 'Saved';
  return (
    <span className={styles.saved} role="status">
      <span className={classes(styles.dot, styles[saved.kind])} aria-hidden="true" />
      <span className={styles.savedWords}>{words}</span>
    </span>
  );
}
