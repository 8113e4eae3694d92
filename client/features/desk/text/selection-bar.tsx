/** One small bar at what is selected: below it, or above where there is no room, and never over it. On a phone it stands at the bottom edge. */
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import { mayJudge } from '../../../../domain/policy/document.ts';
import type { TextSelected } from '../../../editor/editor.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { hintOf } from '../../actions/list.ts';
import { useDesk } from '../desk-context.ts';
import { FormatButtons } from './format-buttons.tsx';
import { RerangeButton } from './rerange-button.tsx';
import styles from './selection-bar.module.css';
import { SplitButton } from './split-button.tsx';

/** Between bar and selection, in px. */
const GAP = 8;

export function SelectionBar() {
  const { selection, live, marking, commenting, mode, editor } = useDesk();
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties>({});
  const mayMark = mayJudge(live.store.me.role) === null;
  const shown = selection !== null && (mayMark || mode === 'edit');

  useLayoutEffect(() => {
    const element = bar.current;
    const pane = element?.parentElement;
    if (!element || !pane || !selection) return;
    const put = (): void => {
      const found = placeAt(selection, element, pane);
      if (found) setPlace(found);
    };
    put();
    const sizes = new ResizeObserver(put);
    sizes.observe(pane);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [selection]);

  if (!shown) return null;
  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      aria-label="Selection"
      data-keep-clear=""
      style={place}
      // The selection must survive a press on the bar.
      onPointerDown={(event) => event.preventDefault()}
    >
      {mayMark && (
        <button type="button" className={styles.action} onClick={marking.mark}>
          Mark claim {mode === 'annotate' && <Kbd keys={hintOf('mark')} />}
        </button>
      )}
      {mode === 'annotate' && <RerangeButton className={styles.action} />}
      {mode === 'annotate' && <SplitButton className={styles.action} />}
      {mayMark && (
        <button type="button" className={styles.action} onClick={commenting.comment}>
          Comment {mode === 'annotate' && <Kbd keys={hintOf('comment')} />}
        </button>
      )}
      {mode === 'edit' && editor && <FormatButtons editor={editor} />}
    </div>
  );
}

/** In coordinates of the pane's content, so that it scrolls along. */
function placeAt(
  selection: TextSelected,
  bar: HTMLElement,
  pane: HTMLElement,
): CSSProperties | null {
  const rects = selection.rects();
  const first = rects[0];
  const last = rects.at(-1);
  if (!first || !last) return null;
  const box = pane.getBoundingClientRect();
  const { offsetHeight: height, offsetWidth: width } = bar;
  const top = Math.min(...rects.map((rect) => rect.top));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  const below = bottom + GAP + height <= Math.min(box.bottom, window.innerHeight);
  // A selection that fills the screen leaves room nowhere: then the bar stands at the pane's lower edge.
  const above = top - GAP - height >= box.top;
  const y = below ? bottom + GAP : above ? top - GAP - height : box.bottom - GAP - height;
  const x = Math.min(
    Math.max((below ? last : first).left, box.left + GAP),
    box.right - width - GAP,
  );
  return {
    top: Math.round(y - box.top + pane.scrollTop),
    left: Math.round(x - box.left),
  };
}
