/** How far I have read the talk of this document, and that I read more: what was really on the screen for a moment. */
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect } from 'react';
import type { Thread } from '../../../../domain/talk/thread.ts';
import { markTalkRead, type TalkRead, talkReadQuery } from '../../api/notifications.ts';
import { queryClient } from '../../api/query-client.ts';
import { useDesk } from '../desk-context.ts';

/** So long it must be in view to count as read, in ms. */
const SHOWN = 1000;

export function useTalkRead(): TalkRead | undefined {
  const { id } = useDesk();
  return useQuery(talkReadQuery(id)).data;
}

export async function readAllTalk(document: string): Promise<void> {
  await markTalkRead(document, { all: true });
  await queryClient.invalidateQueries({ queryKey: talkReadQuery(document).queryKey });
}

/** Marks a thread as read up to its last comment once its element was seen; does nothing while `isNew` is false. */
export function useReading(
  element: RefObject<HTMLElement | null>,
  { first, comments }: Thread,
  isNew: boolean,
): void {
  const { id } = useDesk();
  const thread = first.id;
  const upto = comments.at(-1)?.createdAt ?? 0;
  useEffect(() => {
    const seen = element.current;
    if (!seen || !isNew) return;
    let timer: number | undefined;
    let inView = false;
    const follow = (): void => {
      window.clearTimeout(timer);
      if (!inView || document.visibilityState !== 'visible') return;
      timer = window.setTimeout(() => void read(id, thread, upto), SHOWN);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        inView = entries.some(({ isIntersecting }) => isIntersecting);
        follow();
      },
      { threshold: 0.2 },
    );
    observer.observe(seen);
    document.addEventListener('visibilitychange', follow);
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', follow);
    };
  }, [element, isNew, id, thread, upto]);
}

async function read(document: string, thread: string, upto: number): Promise<void> {
  try {
    await markTalkRead(document, { threads: { [thread]: upto } });
  } catch {
    // Still unread then: it is shown again another time.
    return;
  }
  const { queryKey } = talkReadQuery(document);
  queryClient.setQueryData(
    queryKey,
    (known) => known && { ...known, threads: { ...known.threads, [thread]: upto } },
  );
}
