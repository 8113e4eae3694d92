/** The picture of a key. Screen readers hear shortcuts from `aria-keyshortcuts` and the help sheet instead. */
import { classes } from './classes.ts';
import styles from './kbd.module.css';

/** `keys` is what stands on the keys: `c`, `⇧C`, `⌘K`. Nothing for none. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  if (keys === '') return null;
  return (
    <kbd className={classes(styles.kbd, className)} aria-hidden="true">
      {keys}
    </kbd>
  );
}
