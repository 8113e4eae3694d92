/** Threads one below the other: one stop for the tab key, arrows walk, resolved ones at the end. */
import { type KeyboardEvent, useState } from 'react';
import type { Thread } from '../../../../domain/talk/thread.ts';
import { notify } from '../../../ui/toast.tsx';
import { When } from '../../../ui/when.tsx';
import { useDesk } from '../desk-context.ts';
import { useSpeakers } from './speaking.ts';
import styles from './talk.module.css';
import { ThreadItem } from './thread-item.tsx';
import { lastRead, unreadIn } from './threads.ts';
import { readAllTalk, useTalkRead } from './use-talk-read.ts';

export interface ThreadListProps {
  threads: readonly Thread[];
  /** Whether each says which claim it is about. */
  withClaim?: boolean;
}

export function ThreadList({ threads, withClaim = false }: ThreadListProps) {
  const { live } = useDesk();
  const speakers = useSpeakers(live);
  const open = threads.filter(({ resolved }) => !resolved);
  const resolved = threads.filter((thread) => thread.resolved);
  return (
    <div
      className={styles.threads}
      // Threads are its stops.
      role="feed"
      aria-label="Threads"
      onKeyDown={walk}
    >
      {open.map((thread) => (
        <ThreadItem
          key={thread.first.id}
          thread={thread}
          withClaim={withClaim}
          speaking={speakers.get(thread.first.id)}
        />
      ))}
      {resolved.length > 0 && <h3 className={styles.heading}>Resolved</h3>}
      {resolved.map((thread) => (
        <ThreadItem
          key={thread.first.id}
          thread={thread}
          withClaim={withClaim}
          speaking={speakers.get(thread.first.id)}
        />
      ))}
    </div>
  );
}

/** From thread to thread, where a thread itself has the focus. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-thread]')) return;
  const threads = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-thread]')];
  const next = threads[threads.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
  // Else the text beside it would go on by a sentence.
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
}

/** "12 new since Tuesday", as it was when the list was opened, and a way to be done with it. */
export function NewTalk({ threads }: { threads: readonly Thread[] }) {
  const { id, live } = useDesk();
  const read = useTalkRead();
  const [since, setSince] = useState<number | null>(null);
  if (read && since === null) {
    const last = lastRead(read);
    if (last !== null) setSince(last);
  }
  const me = live.store.me.id;
  const count = threads.reduce((sum, thread) => sum + unreadIn(thread, read, me).length, 0);
  if (count === 0) return null;
  return (
    <p className={styles.news}>
      <span>
        {count} new{since !== null && ' since you were here '}
        {since !== null && <When at={since} />}
      </span>
      <button
        type="button"
        className={styles.way}
        onClick={() => {
          readAllTalk(id).catch((error: unknown) =>
            notify({
              text: `Not marked as read. ${error instanceof Error ? error.message : ''}`,
            }),
          );
        }}
      >
        Mark all as read
      </button>
    </p>
  );
}
