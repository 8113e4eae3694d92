/** Notifications by day and document, as the bell lists them, and where each leads. */
import { dayOf } from '../../ui/time-words.ts';
import type { Notification } from '../api/notifications.ts';

export interface NotificationGroup {
  readonly key: string;
  /** "Today", "Yesterday", "25 Nov 2022" */
  readonly day: string;
  readonly document: Notification['document'];
  readonly notifications: readonly Notification[];
}

const DAY = 86_400_000;

/** In the order given, which is the newest first. */
export function grouped(notifications: readonly Notification[], now: number): NotificationGroup[] {
  const groups = new Map<string, NotificationGroup>();
  for (const notification of notifications) {
    const day = dayWords(notification.at, now);
    const key = `${day} ${notification.document.id}`;
    const known = groups.get(key);
    groups.set(key, {
      key,
      day,
      document: notification.document,
      notifications: [...(known?.notifications ?? []), notification],
    });
  }
  return [...groups.values()];
}

function dayWords(at: number, now: number): string {
  const day = dayOf(at);
  if (day === dayOf(now)) return 'Today';
  return day === dayOf(now - DAY) ? 'Yesterday' : day;
}

/** The very place: document, claim, thread. */
export function placeOf({ document, number, thread, kind }: Notification): string {
  if (kind === 'membership') return `/d/${document.id}/members`;
  const claim = number === null ? '' : `/c/${number}`;
  const talk = thread === null ? '' : `?${new URLSearchParams({ thread })}`;
  return `/d/${document.id}${claim}${talk}`;
}
