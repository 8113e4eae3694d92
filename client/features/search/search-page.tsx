/** `/search?q=`: everything that fits what one types, grouped by what it is. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { useRowArrows } from '../../ui/use-row-arrows.ts';
import { PaletteButton } from '../actions/palette-button.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { SignedIn } from '../account/signed-in.tsx';
import {
  type SearchAsked,
  type SearchFound,
  type SearchKind,
  searchKindQuery,
  searchKinds,
  searchQuery,
} from '../api/search.ts';
import { SearchBox } from './search-box.tsx';
import { HitRow } from './hit-row.tsx';
import styles from './search.module.css';

/** Long enough not to ask at each letter, short enough not to be waited for; in ms. */
const PAUSE = 150;

export const kindNames: Readonly<Record<SearchKind, string>> = {
  document: 'Documents',
  claim: 'Claims',
  evidence: 'Evidence',
  comment: 'Comments',
  source: 'Sources',
  text: 'Text',
};

export function SearchPage() {
  return (
    <SignedIn>
      <SearchEverything />
    </SignedIn>
  );
}

function SearchEverything() {
  const { asked, kind, go } = useAsked();
  const { typed, type, hurry } = useTyped(asked.words, (words) => go({ ...asked, words }, null));
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useRowArrows(list, field);

  function submit(): void {
    // What is shown is still that of other words: nobody means that.
    if (hurry() || list.current?.querySelector('[aria-busy="true"]')) return;
    list.current?.querySelector<HTMLElement>('[data-row]')?.click();
  }

  return (
    <Page
      title={asked.words === '' ? 'Search' : `${asked.words} · Search`}
      heading="Search"
      header={
        <Header
          middle={
            <SearchBox field={field} begins value={typed} onChange={type} onSubmit={submit} />
          }
          end={<PaletteButton />}
          account={<AccountMenu />}
        />
      }
      actions={
        <ToggleGroup
          label="Which documents"
          choices={[
            { id: 'active', name: 'Active' },
            { id: 'all', name: 'Archived too' },
          ]}
          value={asked.archived ? 'all' : 'active'}
          onChange={(id) => go({ ...asked, archived: id === 'all' }, kind)}
        />
      }
    >
      <div ref={list} className={styles.results}>
        {asked.words.trim() === '' ? (
          <Beginning />
        ) : kind ? (
          <OneKind asked={asked} kind={kind} onBack={() => go(asked, null)} />
        ) : (
          <AllKinds asked={asked} onKind={(only) => go(asked, only)} />
        )}
      </div>
    </Page>
  );
}

function AllKinds({ asked, onKind }: { asked: SearchAsked; onKind(kind: SearchKind): void }) {
  const search = useQuery(searchQuery(asked));
  if (search.isPending) return <Loading />;
  if (search.isError) return <Failed error={search.error} retry={() => void search.refetch()} />;
  const { groups } = search.data;
  return (
    <div aria-busy={search.isPlaceholderData}>
      <Told found={search.data} words={asked.words} isOld={search.isPlaceholderData} />
      {groups.length === 0 && !search.isPlaceholderData && <None asked={asked} />}
      {groups.map(({ kind, total, hits }) => (
        <section key={kind} aria-label={kindNames[kind]} className={styles.group}>
          <h2 className={styles.heading}>
            {kindNames[kind]} <span className={styles.total}>{total}</span>
          </h2>
          <ul className={styles.rows}>
            {hits.map((hit) => (
              <HitRow key={`${hit.document.id} ${hit.id}`} hit={hit} />
            ))}
          </ul>
          {total > hits.length && (
            <Button variant="quiet" onPress={() => onKind(kind)}>
              {`All ${total} in ${kindNames[kind].toLowerCase()}`}
            </Button>
          )}
        </section>
      ))}
    </div>
  );
}

function OneKind({
  asked,
  kind,
  onBack,
}: {
  asked: SearchAsked;
  kind: SearchKind;
  onBack(): void;
}) {
  const search = useInfiniteQuery(searchKindQuery(kind, asked));
  if (search.isPending) return <Loading />;
  if (search.isError) return <Failed error={search.error} retry={() => void search.refetch()} />;
  const groups = search.data.pages.flatMap((page) => page.groups);
  const [first] = search.data.pages;
  if (groups.length === 0) return <None asked={asked} />;
  return (
    <section aria-label={kindNames[kind]} className={styles.group}>
      {first && <Told found={first} words={asked.words} isOld={false} />}
      <h2 className={styles.heading}>
        {kindNames[kind]} <span className={styles.total}>{groups[0]?.total}</span>
        <Button variant="quiet" onPress={onBack}>
          All kinds
        </Button>
      </h2>
      <ul className={styles.rows}>
        {groups.flatMap(({ hits }) =>
          hits.map((hit) => <HitRow key={`${hit.document.id} ${hit.id}`} hit={hit} />),
        )}
      </ul>
      {search.hasNextPage && (
        <Button onPress={() => void search.fetchNextPage()} isPending={search.isFetchingNextPage}>
          Show more
        </Button>
      )}
    </section>
  );
}

/** For screen readers how much was found; for everybody where there was no time for all. */
function Told({ found, words, isOld }: { found: SearchFound; words: string; isOld: boolean }) {
  const total = found.groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <>
      <p className="visually-hidden" role="status">
        {isOld ? 'Searching…' : `${total} ${total === 1 ? 'result' : 'results'} for ${words}`}
      </p>
      {found.partial && (
        <Notice tone="info">
          There was no time to look at everything. Add a word to find what you mean.
        </Notice>
      )}
    </>
  );
}

function Loading() {
  return (
    <div className={styles.card}>
      <Skeleton lines={6} label="Searching…" />
    </div>
  );
}

function Failed({ error, retry }: { error: Error; retry: () => void }) {
  return (
    <div className={styles.card}>
      <ErrorState title="The search did not work" onRetry={retry}>
        {error.message}
      </ErrorState>
    </div>
  );
}

function None({ asked }: { asked: SearchAsked }) {
  return (
    <div className={styles.card}>
      <EmptyState
        icon={<SearchX size={18} aria-hidden />}
        title={`No results for “${asked.words.trim()}”`}
        actions={
          <Link href="/" className={buttonClass('secondary')}>
            All documents
          </Link>
        }
      >
        {asked.archived
          ? 'Try fewer words, or the beginning of one. You find only what you may see.'
          : 'Try fewer words, the beginning of one, or archived documents too. You find only what you may see.'}
      </EmptyState>
    </div>
  );
}

function Beginning() {
  return (
    <div className={styles.card}>
      <EmptyState title="Search everything that you may see">
        Words find documents, claims, evidence, comments, sources and text. “Two words” in quotation
        marks stand side by side, −word leaves out, #12 is a claim’s number, in:claims looks into
        claims alone.
      </EmptyState>
    </div>
  );
}

/** What stands in the field: asked for after a pause, and what the address says once that changes by itself. */
function useTyped(words: string, ask: (words: string) => void) {
  const [typed, setTyped] = useState(words);
  const [known, setKnown] = useState(words);
  if (known !== words) {
    setKnown(words);
    setTyped(words);
  }
  const askNow = useEffectEvent(() => ask(typed));
  useEffect(() => {
    if (typed === words) return;
    const timer = setTimeout(() => askNow(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, words]);

  return {
    typed,
    type: setTyped,
    /** Asks at once; false where nothing waited. */
    hurry(): boolean {
      if (typed === words) return false;
      ask(typed);
      return true;
    },
  };
}

/** What is asked stands in the address, so that it can be sent and gone back to. */
function useAsked() {
  const query = new URLSearchParams(useSearch());
  const asked: SearchAsked = {
    words: query.get('q') ?? '',
    archived: query.get('archived') === '1',
  };
  const kind = searchKinds.find((each) => each === query.get('kind')) ?? null;
  function go({ words, archived }: SearchAsked, only: SearchKind | null): void {
    const next = new URLSearchParams({
      ...(words !== '' && { q: words }),
      ...(archived && { archived: '1' }),
      ...(only && { kind: only }),
    }).toString();
    // Each kind is a page to come back from; each letter is none.
    navigate(next === '' ? '/search' : `/search?${next}`, { replace: only === kind });
  }
  return { asked, kind, go };
}
