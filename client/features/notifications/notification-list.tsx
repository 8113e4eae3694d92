/** All news by day and document; each opens the place that it is about. */
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { Link } from 'wouter';
import { notificationKindWords, notificationWords } from '../../../domain/talk/notification.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { classes } from '../../ui/classes.ts';
import { useNow } from '../../ui/clock.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import type { Notification } from '../api/notifications.ts';
import styles from './bell.module.css';
import { grouped, placeOf } from './grouped.ts';
import { muteKind, muteThread, useMuted } from './mute.ts';

export interface NotificationListProps {
  news: Pick<
    UseInfiniteQueryResult<{ pages: { notifications: Notification[] }[] }>,
    | 'data'
    | 'error'
    | 'isPending'
    | 'refetch'
    | 'hasNextPage'
    | 'fetchNextPage'
    | 'isFetchingNextPage'
  >;
  onRead(id: number): void;
  onLeave(): void;
}

export function NotificationList({ news, onRead, onLeave }: NotificationListProps) {
  const now = useNow();
  if (news.isPending) return <Skeleton lines={4} label="Reading the notifications…" />;
  const all = news.data?.pages.flatMap(({ notifications }) => notifications) ?? [];
  if (!news.data) {
    return (
      <ErrorState title="Notifications cannot be read now" onRetry={() => void news.refetch()}>
        {news.error?.message}
      </ErrorState>
    );
  }
  if (all.length === 0) {
    return (
      <EmptyState title="No notifications">
        Mentions, replies, reviews and what is assigned to you show up here.{' '}
        <Link href="/account#notifications" onClick={onLeave}>
          Choose what you hear of
        </Link>
      </EmptyState>
    );
  }
  return (
    <div className={styles.list}>
      {grouped(all, now).map(({ key, day, document, notifications }) => (
        <section key={key} aria-label={`${day}, ${document.title}`}>
          <h3 className={styles.group}>
            <span className={styles.document}>{document.title}</span>
            <span>{day}</span>
          </h3>
          <ul className={styles.items}>
            {notifications.map((each) => (
              <Item key={each.id} notification={each} onRead={onRead} onLeave={onLeave} />
            ))}
          </ul>
        </section>
      ))}
      <footer className={styles.foot}>
        {news.hasNextPage && (
          <button
            type="button"
            className={styles.action}
            disabled={news.isFetchingNextPage}
            onClick={() => void news.fetchNextPage()}
          >
            {news.isFetchingNextPage ? 'Reading…' : 'Show older ones'}
          </button>
        )}
        <Link href="/account#notifications" className={styles.action} onClick={onLeave}>
          Choose what you hear of
        </Link>
      </footer>
    </div>
  );
}

function Item({
  notification,
  onRead,
  onLeave,
}: { notification: Notification } & Pick<NotificationListProps, 'onRead' | 'onLeave'>) {
  const { actor, at, read } = notification;
  return (
    <li className={classes(styles.item, !read && styles.unread)}>
      <Link
        href={placeOf(notification)}
        className={styles.link}
        onClick={() => {
          if (!read) onRead(notification.id);
          onLeave();
        }}
      >
        <Avatar person={actor} decorative />
        <span className={styles.words}>
          <strong>{actor.name}</strong> {notificationWords(notification)}
          <span className={styles.when}>
            {!read && <span className="visually-hidden">Unread. </span>}
            <When at={at} />
          </span>
        </span>
      </Link>
      {!read && (
        <button
          type="button"
          className={styles.dot}
          aria-label={`Mark as read: ${actor.name} ${notificationWords(notification)}`}
          title="Mark as read"
          onClick={() => onRead(notification.id)}
        />
      )}
      <MuteMenu notification={notification} />
    </li>
  );
}

function MuteMenu({ notification }: { notification: Notification }) {
  const { document, kind, thread, actor } = notification;
  const isMuted = useMuted(document.id, thread ?? '');
  return (
    <Menu
      label="Notification"
      trigger={
        <IconButton
          label={`Mute: ${actor.name} ${notificationWords(notification)}`}
          className={styles.more ?? ''}
          icon={<Ellipsis size={14} aria-hidden />}
        />
      }
      onSelect={(chosen) => {
        if (chosen === 'kind') void muteKind(kind);
        else if (thread !== null) void muteThread(document.id, thread, isMuted);
      }}
    >
      {thread !== null && (
        <MenuItem id="thread" note="Mentions of you still come through">
          {isMuted ? 'Unmute this thread' : 'Mute this thread'}
        </MenuItem>
      )}
      <MenuItem id="kind" note={notificationKindWords[kind]}>
        Switch this kind off
      </MenuItem>
    </Menu>
  );
}
