/** Words that could not be saved: kept here until somebody takes or dismisses them. */
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { notify } from '../../ui/toast.tsx';
import type { HandedBack } from '../../sync/state.ts';
import styles from './handed-back.module.css';

export interface HandedBackListProps {
  items: readonly HandedBack[];
  onDismiss(id: string): void;
}

export function HandedBackList({ items, onDismiss }: HandedBackListProps) {
  return items.map((item) => (
    <div key={item.id} role="group" aria-label="Not saved">
      <Notice
        tone="warn"
        actions={
          <>
            <Button onPress={() => void copy(item.words)}>Copy</Button>
            <Button variant="quiet" onPress={() => onDismiss(item.id)}>
              Dismiss
            </Button>
          </>
        }
      >
        <p>
          <strong>Not saved.</strong> {item.reason}
        </p>
        <blockquote className={styles.words}>{item.words}</blockquote>
      </Notice>
    </div>
  ));
}

async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    notify({ text: 'Copied.' });
  } catch {
    // Without TLS, or without permission, pages have no clipboard.
    notify({ text: 'This browser does not let the page copy. Select the words and copy them.' });
  }
}
