/** `/queue`: all that waits for me, across documents. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { Link, useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { taskKinds } from '../../../domain/derive/waiting.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { PaletteButton } from '../actions/palette-button.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { SignedIn } from '../account/signed-in.tsx';
import { type QueuePage as Answer, queueQuery, type QueueView } from '../api/queue.ts';
import styles from './queue.module.css';
import { QueueGroups } from './queue-groups.tsx';
import { kindWords } from './task-words.ts';
import { currentWalk } from './walk-kept.ts';

export function QueuePage() {
  return (
    <SignedIn>
      <Queue />
    </SignedIn>
  );
}

function Queue() {
  const [view, setView] = useView();
  const queue = useInfiniteQuery(queueQuery(view));
  const answer = queue.data?.pages[0];
  return (
    <Page
      title="Queue"
      heading={
        <>Queue {answer && answer.all > 0 && <span className={styles.total}>{answer.all}</span>}</>
      }
      header={<Header end={<PaletteButton />} account={<AccountMenu />} />}
      actions={
        <ToggleGroup
          label="Group by"
          choices={[
            { id: 'kind', name: 'By task' },
            { id: 'document', name: 'By document' },
          ]}
          value={view.by}
          onChange={(by) => setView({ ...view, by })}
        />
      }
    >
      {answer && answer.all > 0 && <Filters answer={answer} view={view} setView={setView} />}
      {queue.isError && answer && (
        <Notice tone="warn">{`What you see may be out of date. ${queue.error.message}`}</Notice>
      )}
      <Contents queue={queue} view={view} setView={setView} />
    </Page>
  );
}

type SetView = (view: QueueView) => void;

function Contents({
  queue,
  view,
  setView,
}: {
  queue: ReturnType<typeof useInfiniteQuery<Answer, Error>>;
  view: QueueView;
  setView: SetView;
}) {
  if (queue.isPending) {
    return (
      <div className={styles.card}>
        <Skeleton lines={6} label="Loading what waits for you…" />
      </div>
    );
  }
  const pages = queue.data?.pages ?? [];
  const [answer] = pages;
  if (!answer) {
    return (
      <div className={styles.card}>
        <ErrorState title="Your queue could not be read" onRetry={() => void queue.refetch()}>
          {queue.error?.message}
        </ErrorState>
      </div>
    );
  }
  if (answer.all === 0) return <Nothing />;
  if (answer.total === 0) {
    return (
      <div className={styles.card}>
        <EmptyState
          title="Nothing of this kind waits for you"
          actions={
            <Button onPress={() => setView({ ...view, kind: null, document: null })}>
              Show all that waits
            </Button>
          }
        >
          {`${answer.all} ${answer.all === 1 ? 'claim waits' : 'claims wait'} for something else.`}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <QueueGroups
        items={pages.flatMap(({ items }) => items)}
        view={view}
        onMore={queue.hasNextPage ? () => void queue.fetchNextPage() : null}
      />
      {queue.hasNextPage && (
        <div className={styles.more}>
          <Button onPress={() => void queue.fetchNextPage()} isPending={queue.isFetchingNextPage}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function Nothing() {
  const walked = currentWalk() !== null;
  return (
    <div className={styles.card}>
      <EmptyState
        icon={<CheckCheck size={18} aria-hidden />}
        title={walked ? 'Done for now' : 'Nothing waits for you'}
        actions={
          <Link href="/" className={buttonClass('secondary')}>
            All documents
          </Link>
        }
      >
        {walked && 'Nothing waits for you. '}
        What others ask of you comes here by itself: claims to judge, verdicts to review, rulings,
        and your own verdicts that no longer stand.
      </EmptyState>
    </div>
  );
}

const EVERY = '';

function Filters({ answer, view, setView }: { answer: Answer; view: QueueView; setView: SetView }) {
  const kinds = taskKinds.filter((kind) => answer.kinds[kind] || kind === view.kind);
  return (
    <div className={styles.filters}>
      {(kinds.length > 1 || view.kind !== null) && (
        <div role="group" aria-label="Which tasks" className={styles.chips}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className={styles.chip}
              aria-pressed={view.kind === kind}
              onClick={() => setView({ ...view, kind: view.kind === kind ? null : kind })}
            >
              {kindWords[kind]} <span className="tabular">{answer.kinds[kind] ?? 0}</span>
            </button>
          ))}
        </div>
      )}
      {(answer.documents.length > 1 || view.document !== null) && (
        <Select
          label="Document"
          hideLabel
          className={styles.document ?? ''}
          choices={[
            { id: EVERY, name: 'All documents' },
            ...answer.documents.map(({ id, title, count }) => ({
              id,
              name: title,
              note: `${count} ${count === 1 ? 'claim' : 'claims'}`,
            })),
          ]}
          value={view.document ?? EVERY}
          onChange={(id) => setView({ ...view, document: id === EVERY ? null : id })}
        />
      )}
    </div>
  );
}

/** What is shown stands in the address, so that it can be kept and gone back to. */
function useView(): [QueueView, SetView] {
  const query = new URLSearchParams(useSearch());
  const view: QueueView = {
    by: query.get('by') === 'document' ? 'document' : 'kind',
    kind: taskKinds.find((kind) => kind === query.get('kind')) ?? null,
    document: query.get('document'),
  };
  return [
    view,
    ({ by, kind, document }) => {
      const next = new URLSearchParams({
        ...(by === 'document' && { by }),
        ...(kind && { kind }),
        ...(document && { document }),
      }).toString();
      navigate(next === '' ? '/queue' : `/queue?${next}`, { replace: true });
    },
  ];
}
