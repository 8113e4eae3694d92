/** The desk before its document is here: the same panes, so that nothing jumps when it comes. */
import { classes } from '../../../ui/classes.ts';
import { Header } from '../../../ui/header.tsx';
import { useWindowTitle } from '../../../ui/window-title.ts';
import { Skeleton } from '../../../ui/states.tsx';
import { AccountMenu } from '../../account/account-menu.tsx';
import styles from './opening-desk.module.css';

export function OpeningDesk({ offline = false }: { offline?: boolean }) {
  useWindowTitle('Opening…');
  return (
    <div className={styles.desk}>
      <Header account={<AccountMenu />} />
      <main className={styles.panes}>
        <h1 className="visually-hidden">Opening the document</h1>
        <div className={classes(styles.pane, styles.left)} aria-hidden="true">
          <Skeleton lines={9} label="" />
        </div>
        <div className={styles.text}>
          {offline && (
            <p className={styles.offline} role="status">
              The server cannot be reached. Trying again…
            </p>
          )}
          <div className={styles.page}>
            <Skeleton lines={14} label="Opening the document…" />
          </div>
        </div>
        <div className={classes(styles.pane, styles.right)} aria-hidden="true">
          <Skeleton lines={6} label="" />
        </div>
      </main>
    </div>
  );
}
