/** A tab that was chosen shows: where the claim above it leaves no room, the pane scrolls to the names of the tabs. */
import { type RefObject, useEffect, useRef } from 'react';
import type { PanelTab } from '../desk-context.ts';

/** Of the tabs, names included, that must be in sight; in px. */
const LEAST = 180;

/** Give it to what holds the tabs, directly in what scrolls. */
export function useTabInSight(tab: PanelTab): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(tab);
  useEffect(() => {
    if (before.current === tab) return;
    before.current = tab;
    const scroller = box.current?.parentElement;
    if (!box.current || !scroller) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const names = box.current.getBoundingClientRect().top;
    if (bottom - names < LEAST) scroller.scrollTop += names - top;
  }, [tab]);
  return box;
}
