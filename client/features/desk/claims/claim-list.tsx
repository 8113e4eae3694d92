/** The left pane: every claim in text order, searchable and filtered, only those in view on the page. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { progressOf } from '../../../../domain/derive/progress.ts';
import { EmptyState } from '../../../ui/states.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { settledCount, SettledBar } from '../../../ui/progress-bar.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { ClaimItem } from './claim-item.tsx';
import { claimRows, type Filter, shownRows } from './claim-rows.ts';
import { FilterChips } from './filter-chips.tsx';
import styles from './claim-list.module.css';

/** Every row is this high, so that a list of thousands needs no measuring; in px. */
const ROW = 76;

export function ClaimList() {
  const { live, current, open, order, anchors, setShown } = useDesk();
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
          <span className={styles.settled}>{settledCount(progress)} settled</span>
        </h2>
        <SettledBar progress={progress} />
        <label className={styles.search}>
          <Search size={14} aria-hidden />
          <input
            id="claim-search"
            type="search"
            aria-label="Search claims"
            placeholder="Search claims"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              setSearch('');
              event.currentTarget.blur();
            }}
          />
          <Kbd keys="/" />
        </label>
        <FilterChips rows={rows} value={filter} onChange={setFilter} />
      </div>
      {shown.length === 0 ? (
        <NoClaims any={rows.length > 0} />
      ) : (
        <Rows shown={shown.map((row) => row)} current={current} onOpen={open} />
      )}
    </>
  );
}

function NoClaims({ any }: { any: boolean }) {
  return any ? (
    <EmptyState title="No claim fits">Take a filter off, or search for other words.</EmptyState>
  ) : (
    <EmptyState title="No claims yet">
      Select a sentence and press <Kbd keys="c" />.
    </EmptyState>
  );
}

interface RowsProps {
  shown: ReturnType<typeof shownRows>;
  current: string | null;
  onOpen(claim: string, from: 'list'): void;
}

function Rows({ shown, current, onOpen }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    estimateSize: () => ROW,
    getScrollElement: () => scroller.current,
    overscan: 6,
  });
  const at = shown.findIndex(({ claim }) => claim.id === current);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);

  function press(event: KeyboardEvent): void {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    const row = to === undefined ? undefined : shown[Math.min(Math.max(to, 0), shown.length - 1)];
    if (!row) return;
    event.preventDefault();
    onOpen(row.claim.id, 'list');
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      {/* One stop for the tab key; arrows walk, as in every listbox. */}
      <div
        className={styles.rows}
        role="listbox"
        aria-label="Claims in the order of the text"
        tabIndex={0}
        aria-activedescendant={at >= 0 ? `claim-${shown[at]?.claim.number}` : undefined}
        onKeyDown={press}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = shown[item.index];
          return (
            row && (
              <ClaimItem
                key={row.claim.id}
                row={row}
                position={item.index + 1}
                of={shown.length}
                isCurrent={row.claim.id === current}
                top={item.start}
                height={ROW}
                onOpen={() => onOpen(row.claim.id, 'list')}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
