/** ↑ ↓ from row to row of a list of links, beside Tab: elements with `data-row`, and the field above them if there is one. */
import { type RefObject, useEffect } from 'react';

export function useRowArrows(
  list: RefObject<HTMLElement | null>,
  field?: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
      if (by === 0 || !isPlain || event.defaultPrevented || event.isComposing) return;
      const rows = rowsOf(list.current);
      const stops = field?.current ? [field.current, ...rows] : rows;
      const next = stopAfter(stops, document.activeElement, by);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [list, field]);
}

/** From the row with the focus to the next or previous one; from anywhere else to the first or last. False past either end. */
export function stepRow(list: HTMLElement | null, by: 1 | -1): boolean {
  const rows = rowsOf(list);
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at >= 0 ? rows[at + by] : rows.at(by > 0 ? 0 : -1);
  next?.focus();
  return next !== undefined;
}

function rowsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}

/** Null where the keys are somebody else's: in another field, in a menu. */
function stopAfter(
  stops: readonly HTMLElement[],
  focused: Element | null,
  by: 1 | -1,
): HTMLElement | null {
  const at = stops.findIndex((stop) => stop === focused);
  if (at >= 0) return stops[at + by] ?? null;
  const isNowhere = !focused || focused === document.body || focused.tagName === 'H1';
  return isNowhere ? (stops.at(by > 0 ? 0 : -1) ?? null) : null;
}
