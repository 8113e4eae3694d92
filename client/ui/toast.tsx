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
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { KEEP_CLEAR, liftOver } from './kept-clear.ts';
import styles from './toast.module.css';

interface ToastMessage {
  text: string;
  /** "Undo", as a rule. Its promise's failure becomes the next message. */
  action?: { label: string; run(): void | Promise<void> };
  /** A later one of the same kind takes its place; by default only one that says the same. */
  kind?: string;
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Long enough to be read and acted on: 6 s, or 12 s with an action. What comes back ends it before. */
export function notify(message: ToastMessage): () => void {
  for (const { key, content } of queue.visibleToasts)
    if (kindOf(content) === kindOf(message)) queue.close(key);
  const key = queue.add(message, { timeout: message.action === undefined ? 6_000 : 12_000 });
  return () => queue.close(key);
}

function kindOf({ kind, text }: ToastMessage): string {
  return kind ?? text;
}

const REGION = 'data-messages';

/** Once, at the root of the page. */
export function ToastRegion() {
  const goBack = useWayBack();
  useWayClear();
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

/** How often it is looked whether messages lie over what is to be pressed: a window may open under them; in ms. */
const LOOK_MS = 200;
const GAP = 8;
const LIFT = '--lift';

/** Lifts the messages over the buttons that they would cover. */
function useWayClear(): void {
  const shown = useSyncExternalStore(subscribe, () => queue.visibleToasts);
  useLayoutEffect(() => {
    if (shown.length === 0) return;
    const look = (): void => {
      const region = document.querySelector<HTMLElement>(`[${REGION}]`);
      if (!region) return;
      const lifted = Number.parseFloat(region.style.getPropertyValue(LIFT)) || 0;
      const { left, right, top, bottom } = region.getBoundingClientRect();
      const clear = [...document.querySelectorAll(`[${KEEP_CLEAR}]`)].map((each) =>
        each.getBoundingClientRect(),
      );
      const box = { left, right, top: top + lifted, bottom: bottom + lifted };
      const lift = liftOver(box, clear, GAP);
      if (lift !== lifted) region.style.setProperty(LIFT, `${lift}px`);
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [shown]);
}

function subscribe(listener: () => void): () => void {
  return queue.subscribe(listener);
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
