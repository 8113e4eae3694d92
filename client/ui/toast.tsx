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
import { useEffect, useRef } from 'react';
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

const REGION = 'data-messages';

/** Once, at the root of the page. */
export function ToastRegion() {
  const goBack = useWayBack();
  return (
    <AriaToastRegion
      queue={queue}
      className={styles.region ?? ''}
      aria-label="Messages"
      {...{ [REGION]: '' }}
    >
      {({ toast }) => (
        <AriaToast toast={toast} className={styles.toast ?? ''}>
          <ToastContent className={styles.content ?? ''}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action !== undefined && (
            <Button
              className={styles.action ?? ''}
              onPress={() => {
                void act(toast.key, toast.content);
                goBack();
              }}
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

/** To where somebody was before they came to the messages: single keys act from there on. */
function useWayBack(): () => void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const isMessage = (target: EventTarget | null): boolean =>
      target instanceof Element && target.closest(`[${REGION}]`) !== null;
    const follow = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && !isMessage(target)) last.current = target;
    };
    const leave = ({ relatedTarget, target }: FocusEvent): void => {
      // Nobody was anywhere, then.
      if (relatedTarget === null && !isMessage(target)) last.current = null;
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('focusout', leave);
    };
  }, []);
  return () => {
    const { current } = last;
    // After the message has gone, which hands its focus to the next one.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const at = document.activeElement;
        if (at && at !== document.body && !at.closest(`[${REGION}]`)) return;
        if (current?.isConnected) current.focus({ preventScroll: true });
        else if (at instanceof HTMLElement) at.blur();
      }),
    );
  };
}

async function act(key: string, message: ToastMessage): Promise<void> {
  queue.close(key);
  try {
    await message.action?.run();
  } catch (error) {
    notify({ text: error instanceof Error ? error.message : String(error) });
  }
}
