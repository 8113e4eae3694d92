/** The left pane: every claim in text order, searchable and filtered. */
import { Search, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { progressOf } from '../../../../domain/derive/progress.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { settledCount, SettledBar } from '../../../ui/progress-bar.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { hintOf } from '../../actions/list.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { SEARCH } from '../use-focusing.ts';
import styles from './claim-list.module.css';
import { claimRows, type Filter, shownRows } from './claim-rows.ts';
import { ClaimListbox } from './claim-listbox.tsx';
import { FilterChips } from './filter-chips.tsx';

export function ClaimList() {
  const { live, order, anchors, setShown } = useDesk();
  const record = useRecord();
  const [filter, setFilter] = useState<Filter | null>(null);
  const [search, setSearch] = useState('');
  const { id: me } = live.store.me;

  const rows = useMemo(() => claimRows(record, order, anchors, me), [record, order, anchors, me]);
  const shown = useMemo(() => shownRows(rows, filter, search), [rows, filter, search]);
  useEffect(() => setShown(shown.map(({ claim }) => claim.id)), [shown, setShown]);

  const progress = useMemo(() => {
    const { claims, stages, ratings } = progressOf(record, anchors);
    const judging = stages.judging + stages.revealed + stages.disputed;
    return { total: claims, settled: ratings, judging, open: stages.open };
  }, [record, anchors]);

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
            <FilterChips rows={rows} value={filter} onChange={setFilter} />
          </>
        )}
      </div>
      {shown.length > 0 ? (
        <ClaimListbox rows={shown} />
      ) : (
        <NoClaims
          any={rows.length > 0}
          onAll={() => {
            setFilter(null);
            setSearch('');
          }}
        />
      )}
      <p className="visually-hidden" role="status">
        {(filter !== null || search !== '') && `${shown.length} of ${progress.total} claims shown`}
      </p>
    </>
  );
}

function SearchField({ value, onChange }: { value: string; onChange(value: string): void }) {
  return (
    <div className={styles.search}>
      <Search size={14} aria-hidden />
      <input
        id={SEARCH}
        type="search"
        aria-label="Search claims"
        placeholder="Search claims"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('');
        }}
      />
      {value === '' ? (
        <Kbd keys={hintOf('search')} />
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the search"
          onClick={() => {
            onChange('');
            document.getElementById(SEARCH)?.focus();
          }}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}

function NoClaims({ any, onAll }: { any: boolean; onAll(): void }) {
  return any ? (
    <EmptyState title="No claim fits">
      Search for other words, or{' '}
      <button type="button" className={styles.all} onClick={onAll}>
        show all claims
      </button>
      .
    </EmptyState>
  ) : (
    <EmptyState title="No claims yet">
      Select a sentence and press <Kbd keys={hintOf('mark')} />
      <span className="visually-hidden">{hintOf('mark')}</span>.
    </EmptyState>
  );
}
