/** The list: searched, filtered, sorted; only what is in view is on the page. Arrows walk, Space selects, Enter edits. */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { sourcesByOrigin } from '../../../domain/derive/source-use.ts';
import { mayChangeSources } from '../../../domain/policy/document.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useDocument, useDocumentRecord } from '../document/document-context.ts';
import { OriginHeading, OthersHeading } from './origin-heading.tsx';
import { SelectedSources } from './selected-sources.tsx';
import { SourceItem } from './source-item.tsx';
import { rowsOf, sourceFilters, type SourceRow, sourceSorts } from './source-rows.ts';
import { wholeSources } from './source-view.ts';
import styles from './sources.module.css';
import { useSourceView } from './use-source-view.ts';

export function SourceList() {
  const { live } = useDocument();
  const record = useDocumentRecord();
  const { view, setView } = useSourceView();
  const origins = useMemo(() => sourcesByOrigin(record), [record]);
  const rows = useMemo(() => rowsOf(origins, view), [origins, view]);
  const asked = new URLSearchParams(useSearch()).get('source');
  const [editing, setEditing] = useState<string | null>(asked);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const may = mayChangeSources(live.store.me.role) === null;
  const total = origins.reduce((sum, { sources }) => sum + sources.length, 0);
  const shown = rows.filter(({ kind }) => kind === 'source').length;
  const alone = new Set(origins.flatMap((origin) => origin.alone)).size;

  function toggle(id: string): void {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  }

  function showAll(): void {
    setView({ ...wholeSources, sort: view.sort });
  }

  if (total === 0) {
    return (
      <EmptyState title="No sources yet">
        A source comes with the first evidence that rests on it: open a claim on the desk and paste
        a link.
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.summary}>
        {total === 1 ? '1 source' : `${total} sources`} of{' '}
        {origins.length === 1 ? '1 origin' : `${origins.length} origins`}
        {alone > 0 &&
          `; ${alone === 1 ? '1 claim rests' : `${alone} claims rest`} on one origin alone`}
        .
      </p>
      <div className={styles.tools} role="search" aria-label="Sources">
        <TextField
          label="Search sources"
          type="search"
          placeholder="Title, publisher, address, #12"
          value={view.search}
          onChange={(search) => setView({ ...view, search })}
          className={styles.search ?? ''}
        />
        <Select
          label="Show"
          choices={sourceFilters}
          value={view.filter}
          onChange={(filter) => setView({ ...view, filter })}
        />
        <Select
          label="Order"
          choices={sourceSorts}
          value={view.sort}
          onChange={(sort) => setView({ ...view, sort })}
        />
      </div>
      <p className="visually-hidden" role="status">
        {shown === total ? `All ${total} sources` : `${shown} of ${total} sources`}
      </p>
      {may && selected.size > 0 && (
        <SelectedSources ids={selected} onDone={() => setSelected(new Set())} />
      )}
      {rows.length === 0 ? (
        <EmptyState title="No source fits" actions={<Button onPress={showAll}>Show all</Button>}>
          Nothing here has these words and this state.
        </EmptyState>
      ) : (
        <Rows
          rows={rows}
          first={asked}
          renderRow={(row) =>
            row.kind === 'origin' ? (
              <OriginHeading row={row} />
            ) : row.kind === 'others' ? (
              <OthersHeading shown={row.shown} />
            ) : (
              <SourceItem
                row={row}
                may={may}
                showsOrigin={view.sort !== 'origin'}
                isSelected={selected.has(row.key)}
                isEditing={editing === row.key}
                onToggle={() => toggle(row.key)}
                onEdit={(open) => setEditing(open ? row.key : null)}
              />
            )
          }
          onKey={(key, row) => {
            if (row.kind !== 'source' || !may) return false;
            if (key === ' ') toggle(row.key);
            else if (key === 'Enter') setEditing(row.key);
            else return false;
            return true;
          }}
        />
      )}
    </>
  );
}

interface RowsProps {
  rows: readonly SourceRow[];
  /** The key of the row to show first. */
  first: string | null;
  renderRow(row: SourceRow): React.ReactNode;
  /** A key on a row; true if it was taken. */
  onKey(key: string, row: SourceRow): boolean;
}

function Rows({ rows, first, renderRow, onKey }: RowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      rows.findIndex(({ key }) => key === first),
    ),
  );
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === 'source' ? 64 : 44),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    scrollMargin: margin,
  });
  const arrived = useRef(false);
  useLayoutEffect(() => {
    if (arrived.current || first === null) return;
    arrived.current = true;
    virtual.scrollToIndex(active, { align: 'center' });
  }, [active, first, virtual]);

  function focusRow(index: number): void {
    setActive(index);
    virtual.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus(),
    );
  }

  function press(event: KeyboardEvent): void {
    // Keys within a row's own controls are theirs.
    if (!(event.target instanceof HTMLElement) || event.target.dataset['index'] === undefined)
      return;
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    const row = rows[active];
    if (to !== undefined) focusRow(Math.min(Math.max(to, 0), rows.length - 1));
    else if (!row || !onKey(event.key, row)) return;
    event.preventDefault();
  }

  return (
    <ul
      ref={list}
      className={styles.list}
      aria-label="Sources"
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={press}
    >
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        return (
          <li
            key={row.key}
            ref={virtual.measureElement}
            data-index={item.index}
            tabIndex={item.index === active ? 0 : -1}
            aria-setsize={rows.length}
            aria-posinset={item.index + 1}
            className={styles.row}
            style={{ transform: `translateY(${item.start - margin}px)` }}
            onFocus={() => setActive(item.index)}
          >
            {renderRow(row)}
          </li>
        );
      })}
    </ul>
  );
}
