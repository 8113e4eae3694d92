/** Where one is signed in, so that a lost device can be shut out. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { queryClient } from '../api/query-client.ts';
import { endOtherSessions, endSession, sessionsQuery } from '../api/session.ts';
import styles from './account.module.css';
import { deviceWords } from './device-words.ts';

export function SessionList() {
  const sessions = useQuery(sessionsQuery);
  const refresh = (): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const end = useMutation({ mutationFn: endSession, onSuccess: refresh });
  const endOthers = useMutation({ mutationFn: endOtherSessions, onSuccess: refresh });
  const failure = end.error ?? endOthers.error;
  const others = sessions.data?.some((session) => !session.current) ?? false;
  return (
    <Section
      title="Signed in"
      note="Every browser in which you are signed in."
      {...(others && {
        actions: (
          <Button isPending={endOthers.isPending} onPress={() => endOthers.mutate()}>
            Sign out everywhere else
          </Button>
        ),
      })}
    >
      {failure && <Notice tone="danger">{failure.message}</Notice>}
      {sessions.isPending && <Skeleton lines={2} />}
      {sessions.isError && (
        <ErrorState title="Your sessions could not be read" onRetry={() => void sessions.refetch()}>
          {sessions.error.message}
        </ErrorState>
      )}
      {sessions.data && (
        <ul className={styles.rows}>
          {sessions.data.map((session) => (
            <li key={session.id} className={styles.row}>
              <div>
                <p className={styles.name}>
                  {deviceWords(session.userAgent)}
                  {session.current && <Chip tone="accent">This one</Chip>}
                </p>
                <p className={styles.detail}>
                  {session.ipAddress ? `${session.ipAddress} · ` : ''}signed in{' '}
                  <When at={Date.parse(session.createdAt)} />
                </p>
              </div>
              {!session.current && (
                <Button
                  variant="quiet"
                  aria-label={`Sign out ${deviceWords(session.userAgent)}`}
                  onPress={() => end.mutate(session.token)}
                >
                  Sign out
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
