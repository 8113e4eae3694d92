/** Says that the text is locked, and who can open it for corrections. */
import { Lock } from 'lucide-react';
import { mayLock } from '../../../../domain/policy/document.ts';
import { Button } from '../../../ui/button.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './text-pane.module.css';

export function LockBanner() {
  const { live, give } = useDesk();
  const { settings } = useRecord();
  if (!settings.lock.locked) return null;
  const refused = mayLock(live.store.me.role);
  return (
    <div className={styles.lock} role="note">
      <Lock size={14} aria-hidden />
      <span>
        This text is locked: claims can be marked, its words stay.{' '}
        {refused ? 'A lead can unlock it to correct it.' : 'Unlock it to correct it.'}
      </span>
      {!refused && <Button onPress={() => void give('text.unlock', {})}>Unlock text</Button>}
    </div>
  );
}
