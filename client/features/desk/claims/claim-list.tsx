/** The left pane: every claim in text order, searched, filtered, sorted and selected. */
import { useEffect, useMemo } from 'react';
import { Kbd } from '../../../ui/kbd.tsx';
import { settledCount, SettledBar } from '../../../ui/progress-bar.tsx';
import { lazyPage } from '../../../ui/lazy-page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { hintOf } from '../../actions/list.ts';
import { TourLink } from '../../tour/tour-link.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { unreadByClaim } from '../talk/threads.ts';
import { useTalkRead } from '../talk/use-talk-read.ts';
import styles from './claim-list.module.css';
import { ClaimListbox } from './claim-listbox.tsx';
import { withUnread } from './claim-row.ts';
import { FilterBar } from './filter-bar.tsx';
import { filterWords } from './filter.ts';
import { isNarrowed, type ListView, shownRows, toggled, wholeList } from './list-view.ts';
import { progressOfRows } from './progress.ts';
import { SearchField, useTyped } from './search-field.tsx';
import { termsOf } from './search.ts';
import { usePicked } from './picked-claims.ts';
import { useListView } from './use-list-view.ts';

/** Fetched with the first selection. */
const BulkBar = lazyPage(async () => (await import('./bulk/bulk-bar.tsx')).BulkBar, null);

const withdrawnOnes = { kind: 'gone', value: 'withdrawn' } as const;

export function ClaimList() {
  const { order, anchors, rows: derived, shown, picked, live } = useDesk();
  const record = useRecord();
  const read = useTalkRead();
  const { view: written, setView } = useListView();
  const [search, setSearch] = useTyped(written.search, (typed) =>
    setView({ ...written, search: typed }, { replace: true }),
  );
  const view = useMemo(() => ({ ...written, search }), [written, search]);
  const told = derived.of(record, order, anchors);
  const { claims, comments, evidence } = record;
  const me = live.store.me.id;
  const unread = useMemo(
    () => unreadByClaim({ claims, comments, evidence }, read, me),
    [claims, comments, evidence, read, me],
  );
  const rows = useMemo(() => withUnread(told, unread), [told, unread]);
  const left = useMemo(() => shownRows(rows, view), [rows, view]);
  useEffect(() => shown.set(left.map(({ claim }) => claim.id)), [left, shown]);
  const terms = useMemo(() => termsOf(search), [search]);
  const progress = useMemo(() => progressOfRows(rows), [rows]);
  const narrowed = isNarrowed(view);
  const picking = usePicked(picked).size > 0;

  function clear(): void {
    setSearch('');
    setView({ ...wholeList, sort: view.sort });
  }

  return (
    <>
      <div className={styles.top}>
        <h2 className={styles.heading}>
          Claims <span className={styles.count}>{progress.total}</span>
          {progress.total > 0 && (
            <span className={styles.settled}>{settledCount(progress)} settled</span>
          )}
        </h2>
        {rows.length > 0 && (
          <>
            <SettledBar progress={progress} />
            <SearchField value={search} onChange={setSearch} />
            <FilterBar rows={rows} view={view} onChange={setView} />
          </>
        )}
      </div>
      {left.length > 0 ? (
        <ClaimListbox rows={left} terms={terms} inTextOrder={view.sort === 'text'} />
      ) : (
        <NoClaims any={rows.length > 0} view={view} onClear={clear} />
      )}
      {narrowed || rows.length === progress.total || (
        <Withdrawn
          count={rows.length - progress.total}
          onShow={() => setView(toggled(view, withdrawnOnes))}
        />
      )}
      {picking && <BulkBar />}
      <p className="visually-hidden" role="status">
        {narrowed && `${left.length} of ${progress.total} claims shown`}
      </p>
    </>
  );
}

/** They stay in the record, but out of the way. */
function Withdrawn({ count, onShow }: { count: number; onShow(): void }) {
  return (
    <p className={styles.foot}>
      {count} withdrawn
      <button type="button" className={styles.all} onClick={onShow}>
        Show
      </button>
    </p>
  );
}

interface NoClaimsProps {
  /** Whether there are claims that something hides. */
  any: boolean;
  view: ListView;
  onClear(): void;
}

function NoClaims({ any, view, onClear }: NoClaimsProps) {
  const { id } = useDesk();
  const record = useRecord();
  if (!any) {
    return (
      <EmptyState title="No claims yet">
        Select a sentence and press <Kbd keys={hintOf('mark')} />
        <span className="visually-hidden">{hintOf('mark')}</span>. <TourLink here={id} />.
      </EmptyState>
    );
  }
  const asked = view.filters.map((filter) => `“${filterWords(filter, record)}”`).join(', ');
  const words = view.search.trim();
  if (asked === '' && words === '') {
    return <EmptyState title="No claims left">All claims were withdrawn.</EmptyState>;
  }
  return (
    <EmptyState title="No claim fits">
      {words !== '' && `No claim says “${words}”${asked && ` under ${asked}`}. `}
      {words === '' && `No claim answers to ${asked}. `}
      {words !== '' ? 'Search for other words' : 'Take a filter away'}, or{' '}
      <button type="button" className={styles.all} onClick={onClear}>
        show all claims
      </button>
      .
    </EmptyState>
  );
}
