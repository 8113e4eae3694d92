/** What the person must know while they work: no server, nothing kept on this device, words handed back. */
import { useEffect } from 'react';
import { Notice } from '../../../ui/notice.tsx';
import { useDesk, useSnapshot } from '../desk-context.ts';
import { HandedBackList } from '../handed-back.tsx';
import styles from './desk-notices.module.css';

export function DeskNotices() {
  const { handle } = useDesk();
  const { connection, saved, handedBack, keepsOffline } = useSnapshot();
  const unsaved = saved.kind !== 'saved';
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const offline = connection.kind === 'offline';
  const held = saved.kind === 'held';
  if (!offline && !held && handedBack.length === 0) return null;
  return (
    <section className={styles.notices} aria-label="Notices">
      {offline && (
        <Notice>
          Offline. You can go on working:{' '}
          {keepsOffline
            ? 'everything is kept on this device and sent when the server is back.'
            : 'this browser keeps nothing, so leave this tab open until the server is back.'}
        </Notice>
      )}
      {held && (
        <Notice>
          The server cannot save anything at the moment. You can read, and go on working:{' '}
          {keepsOffline
            ? 'everything is kept on this device and saved by itself as soon as that is possible again.'
            : 'this browser keeps nothing, so leave this tab open until it is saved.'}
        </Notice>
      )}
      <HandedBackList items={handedBack} onDismiss={(id) => handle.dismiss(id)} />
    </section>
  );
}
