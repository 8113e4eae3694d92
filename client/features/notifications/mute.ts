/** Hearing no more of a thread, or of a kind of news, from where somebody is told of it. */
import { useQuery } from '@tanstack/react-query';
import { type NotificationKind, notificationKindWords } from '../../../domain/talk/notification.ts';
import { notify } from '../../ui/toast.tsx';
import {
  type Preferences,
  preferencesQuery,
  switchDocument,
  switchNotifications,
  switchThread,
} from '../api/notifications.ts';
import { queryClient } from '../api/query-client.ts';

/** Of a thread, or where none is named of a whole document. */
export function useMuted(document: string, thread?: string): boolean {
  return isIn(useQuery(preferencesQuery).data, document, thread);
}

/** The same as far as it is known now, for what is asked in passing. */
export function isMuted(document: string, thread?: string): boolean {
  return isIn(queryClient.getQueryData(preferencesQuery.queryKey), document, thread);
}

function isIn(preferences: Preferences | undefined, document: string, thread?: string): boolean {
  if (!preferences) return false;
  const { muted, mutedThreads } = preferences;
  return thread === undefined
    ? muted.some(({ id }) => id === document)
    : mutedThreads.some((each) => each.thread === thread && each.document.id === document);
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

/** Says what it did, with its Undo. */
export async function muteDocument(document: string, on: boolean): Promise<void> {
  if (!(await keep(switchDocument(document, on)))) return;
  notify({
    text: on ? 'You hear of this document again.' : 'Document muted: you hear of nothing in it.',
    action: { label: 'Undo', run: () => void keep(switchDocument(document, !on)) },
  });
}

/** Mutes it, or unmutes what is muted, once that is known. */
export async function turnDocument(document: string): Promise<void> {
  if (await isKnown()) await muteDocument(document, isMuted(document));
}

export async function turnThread(document: string, thread: string): Promise<void> {
  if (await isKnown()) await muteThread(document, thread, isMuted(document, thread));
}

async function isKnown(): Promise<boolean> {
  return keep(queryClient.ensureQueryData(preferencesQuery));
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
