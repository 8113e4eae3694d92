/** Hearing no more of a thread, or of a kind of news, from where somebody is told of it. */
import { useQuery } from '@tanstack/react-query';
import { type NotificationKind, notificationKindWords } from '../../../domain/talk/notification.ts';
import { notify } from '../../ui/toast.tsx';
import {
  type Preferences,
  preferencesQuery,
  switchNotifications,
  switchThread,
} from '../api/notifications.ts';
import { queryClient } from '../api/query-client.ts';

export function useMuted(document: string, thread: string): boolean {
  const { data } = useQuery(preferencesQuery);
  return (
    data?.mutedThreads.some((muted) => muted.thread === thread && muted.document.id === document) ??
    false
  );
}

/** Says what it did, with its Undo. */
export async function muteThread(document: string, thread: string, on: boolean): Promise<void> {
  if (!(await keep(switchThread(document, thread, on)))) return;
  notify({
    text: on
      ? 'You hear of this thread again.'
      : 'Thread muted: it tells you only where somebody mentions you.',
    action: { label: 'Undo', run: () => void keep(switchThread(document, thread, !on)) },
  });
}

export async function muteKind(kind: NotificationKind): Promise<void> {
  if (!(await keep(switchNotifications(kind, false)))) return;
  notify({
    text: `Switched off: ${notificationKindWords[kind].toLowerCase()}.`,
    action: { label: 'Undo', run: () => void keep(switchNotifications(kind, true)) },
  });
}

async function keep(asked: Promise<Preferences>): Promise<boolean> {
  try {
    queryClient.setQueryData(preferencesQuery.queryKey, await asked);
    return true;
  } catch (error) {
    notify({ text: `Not changed. ${error instanceof Error ? error.message : ''}` });
    return false;
  }
}
