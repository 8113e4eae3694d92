/** One small bar at what is selected: below it, or above where there is no room, and never over it. */
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import { mayJudge } from '../../../../domain/policy/document.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { useDesk } from '../desk-context.ts';
import { FormatButtons } from './format-buttons.tsx';
import styles from './selection-bar.module.css';

const GAP = 8;

export function SelectionBar() {
  const { selection, live, mark, mode, editor } = useDesk();
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties>({});
  const mayMark = mayJudge(live.store.me.role) === null;
  const shown = selection !== null && (mayMark || mode === 'edit');

  useLayoutEffect(() => {
    const element = bar.current;
    const pane = element?.parentElement;
    if (!element || !pane || !selection) return;
    const put = (): void => {
      const rects = selection.rects();
      const first = rects[0];
      const last = rects.at(-1);
      if (!first || !last) return;
      const box = pane.getBoundingClientRect();
      const below =
        last.bottom + GAP + element.offsetHeight < Math.min(box.bottom, window.innerHeight);
      const top = below
        ? last.bottom + GAP
        : Math.max(box.top + GAP, first.top - GAP - element.offsetHeight);
      const left = Math.min(
        Math.max((below ? last : first).left, box.left + GAP),
        box.right - element.offsetWidth - GAP,
      );
      setPlace({
        top: Math.round(top - box.top + pane.scrollTop),
        left: Math.round(left - box.left),
      });
    };
    put();
    window.addEventListener('resize', put);
    return () => window.removeEventListener('resize', put);
  }, [selection]);

  if (!shown) return null;
  return (
    // The selection must survive a press on the bar.
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      aria-label="Selection"
      style={place}
      onPointerDown={(event) => event.preventDefault()}
    >
      {mayMark && (
        <button type="button" className={styles.action} onClick={mark}>
          Mark claim <Kbd keys="c" />
        </button>
      )}
      {mode === 'edit' && editor && <FormatButtons editor={editor} />}
    </div>
  );
}
