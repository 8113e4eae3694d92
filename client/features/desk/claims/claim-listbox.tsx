/** The rows of the list: one stop for the tab key, arrows walk, and only those in view are on the page. */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useDesk, useRecord } from '../desk-context.ts';
import { LIST } from '../use-focusing.ts';
import { ClaimItem } from './claim-item.tsx';
import styles from './claim-list.module.css';
import type { ClaimRow } from './claim-row.ts';
import { groupOf } from './list-view.ts';
import { namesOf, nobody, useOthersByClaim } from './others.ts';
import { usePicked } from './picked-claims.ts';
import { useTypeAhead } from './type-ahead.ts';

/** Rows are as high as what they hold asks for, so that a list of thousands needs no measuring; in px. */
const ROW = 76;
const LABELS = 22;
const HEADING = 30;
const PAGE = 8;

export interface ClaimListboxProps {
  rows: readonly ClaimRow[];
  /** What was searched for. */
  terms: readonly string[];
  inTextOrder: boolean;
}

export function ClaimListbox({ rows, terms, inTextOrder }: ClaimListboxProps) {
  const { current, open, focusText, live, verdict, picked, shown } = useDesk();
  const { people } = useRecord();
  const chosen = usePicked(picked);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    estimateSize: useCallback((index: number) => heightOf(rows, index), [rows]),
    getScrollElement: () => scroller.current,
    // Another list is measured anew: this function is then another one.
    getItemKey: useCallback((index: number) => rows[index]?.claim.id ?? index, [rows]),
    overscan: 6,
  });
  const others = useOthersByClaim(live);
  const at = useMemo(() => rows.findIndex(({ claim }) => claim.id === current), [rows, current]);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const typeAhead = useTypeAhead();
  const items = virtual.getVirtualItems();

  function goTo(index: number, extend: boolean): void {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (!row) return;
    if (extend) picked.extendTo(row.claim.id, shown.getIds(), current);
    open(row.claim.id, 'list');
  }

  function press(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'a' && !event.altKey) {
      event.preventDefault();
      return picked.set(shown.getIds());
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = rows.length - 1;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? last : at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: last,
    }[key];
    const typed = to === undefined ? typeAhead(event, rows, at) : null;
    if (to !== undefined) goTo(to, shiftKey);
    else if (typed !== null) {
      if (typed >= 0) goTo(typed, false);
    } else if (key === ' ' && current !== null && at >= 0) picked.toggle(current);
    else if (key === 'Enter' && !shiftKey) {
      // Whoever drafts by digit from the list goes on from the list.
      const mine = verdict.get();
      if (mine?.isDrafted()) mine.submit();
      else focusText();
    } else return;
    event.preventDefault();
  }

  function take(event: MouseEvent, id: string): void {
    if (event.shiftKey) picked.extendTo(id, shown.getIds(), current);
    else if (event.ctrlKey || event.metaKey) picked.toggle(id);
    else open(id, 'list');
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        id={LIST}
        className={styles.rows}
        role="listbox"
        data-claims=""
        aria-label={inTextOrder ? 'Claims in the order of the text' : 'Claims'}
        aria-multiselectable={chosen.size > 0 || undefined}
        tabIndex={0}
        aria-activedescendant={
          // Scrolled away, it is not on the page.
          items.some(({ index }) => index === at) ? `claim-${rows[at]?.claim.number}` : undefined
        }
        onKeyDown={press}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const { id, assignees } = row.claim;
          const heading = headingOf(rows, item.index);
          return (
            <ClaimItem
              key={id}
              row={row}
              terms={terms}
              others={others.get(id) ?? nobody}
              assigned={namesOf(people, assignees)}
              position={item.index + 1}
              of={rows.length}
              isCurrent={id === current}
              isPicked={chosen.has(id)}
              picking={chosen.size > 0}
              heading={heading}
              top={item.start + (heading === null ? 0 : HEADING)}
              height={item.size - (heading === null ? 0 : HEADING)}
              onTake={(event) => take(event, id)}
              onPick={() => picked.toggle(id)}
            />
          );
        })}
      </div>
    </div>
  );
}

function heightOf(rows: readonly ClaimRow[], index: number): number {
  const row = rows[index];
  if (!row) return ROW;
  const labels = hasLabels(row) ? LABELS : 0;
  return ROW + labels + (headingOf(rows, index) === null ? 0 : HEADING);
}

export function hasLabels({ claim, told }: ClaimRow): boolean {
  return told.length > 0 || claim.tags.length > 0 || claim.priority !== 'normal';
}

/** Above the first of the claims that are no longer in the text, and of those that were taken back. */
function headingOf(rows: readonly ClaimRow[], index: number): string | null {
  const row = rows[index];
  const before = rows[index - 1];
  if (!row) return null;
  const group = groupOf(row);
  if (group === 'here' || (before && groupOf(before) === group)) return null;
  return group === 'removed' ? 'Removed from the text' : 'Withdrawn';
}
