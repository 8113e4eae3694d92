/** What the keys do on the queue's own page: from row to row, and into the claim. */
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { notify } from '../../ui/toast.tsx';
import { stepRow } from '../../ui/use-row-arrows.ts';
import type { QueueRows, Walking } from '../actions/pages.ts';
import { useActionsOn } from '../actions/screen.ts';

/** `onMore` asks for the rows behind the last; null where there are none. */
export function useRowActions(
  list: RefObject<HTMLElement | null>,
  count: number,
  onMore: (() => void) | null,
): void {
  // How many rows there were when the next one was asked for and had not come yet.
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null || count <= wanted.current) return;
    wanted.current = null;
    stepRow(list.current, 1);
  }, [list, count]);

  const walking = useMemo<Walking>(
    () => ({
      go(by) {
        if (stepRow(list.current, by)) return;
        if (by < 0) notify({ text: 'That was the first that waits.' });
        else if (!onMore) notify({ text: 'That was the last that waits.' });
        else {
          wanted.current = count;
          onMore();
        }
      },
    }),
    [list, count, onMore],
  );
  const rows = useMemo<QueueRows>(
    () => ({
      open() {
        const all = '[data-row]';
        const row = list.current?.querySelector<HTMLElement>(`${all}:focus`);
        (row ?? list.current?.querySelector<HTMLElement>(all))?.click();
      },
    }),
    [list],
  );
  useActionsOn('walk', walking);
  useActionsOn('queue', rows);
}
