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
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
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
