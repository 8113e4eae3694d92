/**
 * Short messages that do not stop the work, with what takes them back. The
 * region is a landmark (F6 reaches it); the clock stops while it is hovered or
 * focused. A message that must not be missed is a Notice, not a toast.
 */
import { X } from 'lucide-react';
import {
  Button,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components/Toast';
import styles from './toast.module.css';

interface ToastMessage {
  text: string;
  /** "Undo", as a rule. Its promise's failure becomes the next message. */
  action?: { label: string; run(): void | Promise<void> };
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Long enough to be read and acted on: 6 s, or 12 s with an action. What comes back ends it before. */
export function notify(message: ToastMessage): () => void {
  const key = queue.add(message, { timeout: message.action === undefined ? 6_000 : 12_000 });
  return () => queue.close(key);
}

/** Once, at the root of the page. */
export function ToastRegion() {
  return (
    <AriaToastRegion queue={queue} className={styles.region ?? ''} aria-label="Messages">
      {({ toast }) => (
        <AriaToast toast={toast} className={styles.toast ?? ''}>
          <ToastContent className={styles.content ?? ''}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action !== undefined && (
            <Button
              className={styles.action ?? ''}
              onPress={() => void act(toast.key, toast.content)}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button slot="close" aria-label="Dismiss" className={styles.close ?? ''}>
            <X size={14} aria-hidden />
          </Button>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}

async function act(key: string, message: ToastMessage): Promise<void> {
  queue.close(key);
  try {
    await message.action?.run();
  } catch (error) {
    notify({ text: error instanceof Error ? error.message : String(error) });
  }
}
