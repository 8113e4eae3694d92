/** Which news somebody wants to hear of, kind by kind, and which documents are silent. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import {
  type NotificationKind,
  notificationKinds,
  notificationKindWords,
} from '../../../domain/talk/notification.ts';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import {
  type Preferences,
  preferencesQuery,
  switchDocument,
  switchNotifications,
  switchThread,
} from '../api/notifications.ts';
import { queryClient } from '../api/query-client.ts';
import styles from './account.module.css';

function keep(preferences: Preferences): void {
  queryClient.setQueryData(preferencesQuery.queryKey, preferences);
}

export function NotificationSwitches() {
  const preferences = useQuery(preferencesQuery);
  const flip = useMutation({
    mutationFn: ({ kind, on }: { kind: NotificationKind; on: boolean }) =>
      switchNotifications(kind, on),
    onSuccess: keep,
  });
  const unmute = useMutation({
    mutationFn: (document: string) => switchDocument(document, true),
    onSuccess: keep,
  });
  const hear = useMutation({
    mutationFn: ({ document, thread }: { document: string; thread: string }) =>
      switchThread(document, thread, true),
    onSuccess: keep,
  });
  if (preferences.isPending) return <Skeleton lines={6} label="Reading what you prefer…" />;
  if (!preferences.data) {
    return (
      <ErrorState
        title="What you prefer cannot be read now"
        onRetry={() => void preferences.refetch()}
      >
        {preferences.error?.message}
      </ErrorState>
    );
  }
  const { off, muted, mutedThreads } = preferences.data;
  const failed = flip.error ?? unmute.error ?? hear.error;
  return (
    <div className={styles.switches}>
      <fieldset className={styles.kinds}>
        <legend className="visually-hidden">Tell me of</legend>
        {notificationKinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={
                flip.isPending && flip.variables.kind === kind
                  ? flip.variables.on
                  : !off.includes(kind)
              }
              onChange={(event) => flip.mutate({ kind, on: event.target.checked })}
            />
            {notificationKindWords[kind]}
          </label>
        ))}
      </fieldset>
      {muted.length > 0 && (
        <div>
          <h3 className={styles.small}>Muted documents</h3>
          <ul className={styles.muted}>
            {muted.map(({ id, title }) => (
              <li key={id}>
                {title}{' '}
                <button type="button" className={styles.unmute} onClick={() => unmute.mutate(id)}>
                  Unmute
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {mutedThreads.length > 0 && (
        <div>
          <h3 className={styles.small}>Muted threads</h3>
          <ul className={styles.muted}>
            {mutedThreads.map(({ thread, document }) => (
              <li key={`${document.id} ${thread}`}>
                <Link href={`/d/${document.id}?${new URLSearchParams({ thread })}`}>
                  A thread in {document.title}
                </Link>{' '}
                <button
                  type="button"
                  className={styles.unmute}
                  onClick={() => hear.mutate({ document: document.id, thread })}
                >
                  Unmute
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {failed && <Notice tone="danger">Not changed. {failed.message}</Notice>}
    </div>
  );
}
