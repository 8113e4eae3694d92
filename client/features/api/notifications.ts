/** What somebody is told, what of the talk they have read, and which news they want. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { instant } from '../../../domain/id.ts';
import { type NotificationKind, notificationKinds } from '../../../domain/talk/notification.ts';
import { path } from './documents.ts';
import { person } from './person.ts';
import { nothing, request } from './request.ts';

const notification = z.object({
  id: z.int(),
  at: instant,
  kind: z.enum(notificationKinds),
  count: z.int(),
  number: z.nullable(z.int()),
  thread: z.nullable(z.string()),
  actor: person,
  document: z.object({ id: z.string(), title: z.string() }),
  read: z.boolean(),
});
export type Notification = z.output<typeof notification>;

const page = z.object({
  unread: z.int(),
  notifications: z.array(notification),
  next: z.nullable(z.int()),
});

/** Asked again whenever an event of this kind comes: the first part of the key is its name. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications'],
  queryFn: ({ pageParam }) =>
    request(
      page,
      'GET',
      pageParam === null ? '/me/notifications' : `/me/notifications?before=${pageParam}`,
    ),
  initialPageParam: null as number | null,
  getNextPageParam: ({ next }) => next,
  staleTime: 60_000,
});

export async function markNotificationsRead(
  which: { all: true } | { ids: number[] },
): Promise<void> {
  await request(nothing, 'POST', '/me/notifications/read', which);
}

const titled = z.object({ id: z.string(), title: z.string() });
const preferences = z.object({
  off: z.array(z.enum(notificationKinds)),
  muted: z.array(titled),
  mutedThreads: z.array(z.object({ thread: z.string(), document: titled })),
});
export type Preferences = z.output<typeof preferences>;

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: () => request(preferences, 'GET', '/me/preferences'),
});

export function switchNotifications(kind: NotificationKind, on: boolean): Promise<Preferences> {
  return request(preferences, 'PUT', `/me/preferences/notifications/${kind}`, { on });
}

export function switchDocument(document: string, on: boolean): Promise<Preferences> {
  return request(preferences, 'PUT', `${path(document)}/notifications`, { on });
}

export function switchThread(document: string, thread: string, on: boolean): Promise<Preferences> {
  return request(
    preferences,
    'PUT',
    `${path(document)}/threads/${encodeURIComponent(thread)}/notifications`,
    { on },
  );
}

const talkRead = z.object({ all: instant, threads: z.record(z.string(), instant) });
export type TalkRead = z.output<typeof talkRead>;

export function talkReadQuery(document: string) {
  return queryOptions({
    queryKey: ['talk-read', document],
    queryFn: () => request(talkRead, 'GET', `${path(document)}/talk-read`),
    staleTime: 60_000,
  });
}

export async function markTalkRead(
  document: string,
  which: { all: true } | { threads: Record<string, number> },
): Promise<void> {
  await request(nothing, 'PUT', `${path(document)}/talk-read`, which);
}
