/** Whether all is durable on the server: from acknowledgements alone. */
import { classes } from '../../../ui/classes.ts';
import { useSnapshot } from '../desk-context.ts';
import styles from './desk-header.module.css';
import { savedWords } from './saved-words.ts';

export function SavedState() {
  const { saved } = useSnapshot();
  return (
    // Each key changes it: read out, it would drown what is typed. Being cut off is announced elsewhere.
    <span className={styles.savedState} role="status" aria-live="off">
      <span className={classes(styles.dot, styles[saved.kind])} aria-hidden="true" />
      <span className={styles.savedWords}>{savedWords(saved)}</span>
    </span>
  );
}
