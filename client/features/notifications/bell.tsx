/** The bell in every header: how much news there is, and the list of it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Heading } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { notify } from '../../ui/toast.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { markNotificationsRead, notificationsQuery } from '../api/notifications.ts';
import { queryClient } from '../api/query-client.ts';
import styles from './bell.module.css';
import { NotificationList } from './notification-list.tsx';

const MOST_SHOWN = 99;

export function Bell() {
  const news = useInfiniteQuery(notificationsQuery);
  const [isOpen, setOpen] = useState(false);
  const unread = news.data?.pages[0]?.unread ?? 0;
  const label = unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`;

  async function read(which: { all: true } | { ids: number[] }): Promise<void> {
    try {
      await markNotificationsRead(which);
    } catch (error) {
      notify({ text: `Not marked as read. ${error instanceof Error ? error.message : ''}` });
    }
    await queryClient.invalidateQueries({ queryKey: ['notifications'] });
  }

  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Tooltip text="Notifications">
        <AriaButton className={styles.bell ?? ''} aria-label={label}>
          <BellIcon size={16} aria-hidden />
          {unread > 0 && (
            <span className={styles.count} aria-hidden="true">
              {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
            </span>
          )}
        </AriaButton>
      </Tooltip>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.top}>
            <Heading slot="title" className={styles.title ?? ''}>
              Notifications
            </Heading>
            {unread > 0 && (
              <button
                type="button"
                className={styles.action}
                onClick={() => void read({ all: true })}
              >
                Mark all as read
              </button>
            )}
          </header>
          <NotificationList
            news={news}
            onRead={(id) => void read({ ids: [id] })}
            onLeave={() => setOpen(false)}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
