/** The rows of the list: one stop for the tab key, arrows walk, and only those in view are on the page. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useDesk } from '../desk-context.ts';
import { usePresence } from '../header/use-presence.ts';
import { LIST } from '../use-focusing.ts';
import { ClaimItem } from './claim-item.tsx';
import styles from './claim-list.module.css';
import type { ClaimRow } from './claim-rows.ts';

/** Every row is this high, so that a list of thousands needs no measuring; in px. */
const ROW = 76;
const PAGE = 8;

export function ClaimListbox({ rows }: { rows: readonly ClaimRow[] }) {
  const { current, open, focusText, live, verdict } = useDesk();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.claim.id ?? index,
    overscan: 6,
  });
  const others = useOthersByClaim(live);
  const at = rows.findIndex(({ claim }) => claim.id === current);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);

  function press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const last = rows.length - 1;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? last : at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined) {
      const row = rows[Math.min(Math.max(to, 0), last)];
      if (row) open(row.claim.id, 'list');
    } else if (event.key === 'Enter') {
      // Whoever drafts by digit from the list goes on from the list.
      if (verdict?.isDrafted()) verdict.submit();
      else focusText();
    } else return;
    event.preventDefault();
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        id={LIST}
        className={styles.rows}
        role="listbox"
        data-claims=""
        aria-label="Claims in the order of the text"
        tabIndex={0}
        aria-activedescendant={at >= 0 ? `claim-${rows[at]?.claim.number}` : undefined}
        onKeyDown={press}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const { id } = row.claim;
          return (
            <ClaimItem
              key={id}
              row={row}
              others={others.get(id) ?? nobody}
              position={item.index + 1}
              of={rows.length}
              isCurrent={id === current}
              top={item.start}
              height={ROW}
              onOpen={() => open(id, 'list')}
            />
          );
        })}
      </div>
    </div>
  );
}

interface Other {
  readonly id: number;
  readonly name: string;
}

const nobody: readonly Other[] = [];

/** Who else has which claim open. */
function useOthersByClaim(live: Parameters<typeof usePresence>[0]): Map<string, Other[]> {
  const here = usePresence(live);
  const me = live.session.person.id;
  return useMemo(() => {
    const others = new Map<string, Other[]>();
    for (const { id, name, claim } of here) {
      if (claim !== null && id !== me)
        others.set(claim, [...(others.get(claim) ?? []), { id, name }]);
    }
    return others;
  }, [here, me]);
}
