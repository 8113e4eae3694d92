/** "What I did": my commands since the page was opened, each with the way to take it back or do it again. */
import { useSyncExternalStore } from 'react';
import type { Deed } from '../../store/deeds.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import styles from './deeds-dialog.module.css';
import { useDesk, useRecord } from './desk-context.ts';

export function DeedsDialog() {
  const { overlay, show } = useDesk();
  return (
    <Dialog title="What I did here" isOpen={overlay === 'deeds'} onClose={() => show(null)}>
      <Deeds />
    </Dialog>
  );
}

function Deeds() {
  const { store } = useDesk().live;
  const deeds = useSyncExternalStore(store.subscribe, () => store.deeds);
  if (deeds.length === 0) {
    return (
      <EmptyState title="Nothing yet">
        What you do on this page is listed here until you close it, so that you can take it back.
      </EmptyState>
    );
  }
  return (
    <ol className={styles.deeds} aria-label="What I did, the newest first">
      {deeds.toReversed().map((deed) => (
        <DeedItem key={deed.id} deed={deed} />
      ))}
    </ol>
  );
}

function DeedItem({ deed }: { deed: Deed }) {
  const { undo, redo } = useDesk();
  const number = useRecord().claims.get(deed.claim ?? '')?.number;
  const { id, done, at, isTakenBack, inverse } = deed;
  const what = number === undefined ? done : `${done}, #${number}`;
  return (
    <li className={styles.deed}>
      <span className={styles.what}>
        {isTakenBack ? <s>{what}</s> : what}
        <span className={styles.when}>
          {isTakenBack && 'taken back · '}
          <When at={at} />
        </span>
      </span>
      {inverse ? (
        <Button
          aria-label={`${isTakenBack ? 'Do again' : 'Take back'}: ${what}`}
          onPress={() => (isTakenBack ? redo(id) : undo(id))}
        >
          {isTakenBack ? 'Do again' : 'Take back'}
        </Button>
      ) : (
        <span className={styles.when}>{isTakenBack ? '' : 'stays in the log'}</span>
      )}
    </li>
  );
}
