/**
 * Where the claims stand in the whole text, at its right edge, and which part
 * of it is on the screen: drawn, not built, so that ten thousand cost no more
 * than ten. For the eye and the mouse; everybody else has the list.
 */
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { ClaimPaint } from '../../../editor/editor.ts';
import { useDesk } from '../desk-context.ts';
import styles from './minimap.module.css';
import { drawMinimap, type Tick, ticksPerRow } from './minimap-drawing.ts';

/** Nearer than this to a tick counts as on it, in px. */
const NEAR = 8;
/** Whoever moves further drags, in px. */
const DRAG = 4;

export function Minimap({ paints }: { paints: ReadonlyMap<string, ClaimPaint> }) {
  const { editor, order, current, open } = useDesk();
  const map = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const height = useHeight(map);
  const theme = useTheme();
  const press = useRef<{ y: number; dragged: boolean } | null>(null);
  const ticks = useMemo(
    () =>
      order.flatMap((id): Tick[] => {
        const paint = paints.get(id);
        const at = paint ? (editor?.fraction(id) ?? null) : null;
        return paint && at !== null ? [{ id, at, paint }] : [];
      }),
    [editor, order, paints],
  );
  const rows = useMemo(() => ticksPerRow(ticks, height), [ticks, height]);
  const here = ticks.find(({ id }) => id === current)?.at ?? null;
  useEffect(() => {
    if (canvas.current) drawMinimap(canvas.current, rows, height);
    // Another theme has other colours.
  }, [rows, height, theme]);

  const yOf = (event: PointerEvent<HTMLDivElement>): number =>
    event.clientY - event.currentTarget.getBoundingClientRect().top;

  function down(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    press.current = { y: yOf(event), dragged: false };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  function move(event: PointerEvent<HTMLDivElement>): void {
    if (!press.current) return;
    const y = yOf(event);
    if (Math.abs(y - press.current.y) > DRAG) press.current.dragged = true;
    if (press.current.dragged) editor?.blocks.scrollToFraction(y / height);
  }

  function up(event: PointerEvent<HTMLDivElement>): void {
    const dragged = press.current?.dragged ?? true;
    press.current = null;
    if (dragged) return;
    const y = yOf(event);
    let nearest: Tick | null = null;
    let distance = NEAR;
    for (const tick of ticks) {
      const away = Math.abs(tick.at * height - y);
      if (away > distance) continue;
      nearest = tick;
      distance = away;
    }
    if (nearest) open(nearest.id, 'list');
    else editor?.blocks.scrollToFraction(y / height);
  }

  return (
    <div
      ref={map}
      className={styles.map}
      aria-hidden="true"
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => (press.current = null)}
    >
      <Viewport />
      <canvas ref={canvas} className={styles.ticks} />
      {here !== null && <span className={styles.current} style={{ top: `${here * 100}%` }} />}
    </div>
  );
}

/** The part of the text that is on the screen. */
function Viewport() {
  const { editor } = useDesk();
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!editor) return;
    let frame = 0;
    const place = (): void => {
      frame = 0;
      const { from, to } = editor.blocks.fractions();
      if (!box.current) return;
      box.current.style.top = `${from * 100}%`;
      box.current.style.height = `${Math.max(0, to - from) * 100}%`;
    };
    const later = (): void => {
      frame ||= requestAnimationFrame(place);
    };
    later();
    window.addEventListener('resize', later);
    // Scrolling does not bubble: only on its way down is every scroller heard.
    window.addEventListener('scroll', later, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', later);
      window.removeEventListener('scroll', later, { capture: true });
    };
  }, [editor]);
  return <span ref={box} className={styles.viewport} />;
}

function useHeight(of: React.RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = of.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, [of]);
  return height;
}

/** Changes when the colours do. */
function useTheme(): number {
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    const changed = (): void => setTheme((before) => before + 1);
    const watch = new MutationObserver(changed);
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
      window.matchMedia(query),
    );
    for (const query of queries) query.addEventListener('change', changed);
    return () => {
      watch.disconnect();
      for (const query of queries) query.removeEventListener('change', changed);
    };
  }, []);
  return theme;
}
