/**
 * In the margin, a tick at each block that somebody else has read, with their
 * names for whoever points at it or comes by keyboard. Only the blocks on the
 * screen have one: they are put there anew as the page moves.
 */
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { useDesk, useRecord } from '../../desk-context.ts';
import { listed, readersOf } from './readers.ts';
import styles from './reading.module.css';

/** How long the page must have stood still, in ms. */
const SETTLE = 80;

interface Placed {
  readonly id: string;
  /** From the top of the page, in px. */
  readonly top: number;
  readonly begins: string;
}

export interface ReadMarksProps {
  /** What the marks are placed in: as wide and high as the page of text. */
  page: RefObject<HTMLElement | null>;
}

export function ReadMarks({ page }: ReadMarksProps) {
  const { live } = useDesk();
  const { people } = useRecord();
  const { readings, session } = live;
  const read = useSyncExternalStore(readings.subscribe, readings.getRead);
  const placed = usePlaced(page);
  const [at, setAt] = useState(0);
  const marks = placed.flatMap((block) => {
    const names = readersOf(block.id, read, people, session.person.id);
    return names.length > 0 ? [{ ...block, names }] : [];
  });
  if (marks.length === 0) return null;
  const focusable = Math.min(at, marks.length - 1);

  function press(event: KeyboardEvent<HTMLElement>): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const to = Math.min(Math.max(focusable + by, 0), marks.length - 1);
    setAt(to);
    event.currentTarget.querySelectorAll('button')[to]?.focus({ preventScroll: true });
  }

  return (
    <div
      className={styles.marks}
      role="toolbar"
      aria-orientation="vertical"
      aria-label="Read by others"
      onKeyDown={press}
    >
      {marks.map(({ id, top, names, begins }, index) => (
        <button
          key={id}
          type="button"
          className={styles.mark}
          style={{ top }}
          tabIndex={index === focusable ? 0 : -1}
          onFocus={() => setAt(index)}
        >
          <span aria-hidden="true">✓{names.length > 1 && names.length}</span>
          <span className="visually-hidden">
            Read by {listed(names)}: “{begins}”
          </span>
          <span className={styles.names} aria-hidden="true">
            Read by {listed(names)}
          </span>
        </button>
      ))}
    </div>
  );
}

const BEGINS = 40;

function usePlaced(page: RefObject<HTMLElement | null>): readonly Placed[] {
  const { editor } = useDesk();
  const [placed, setPlaced] = useState<readonly Placed[]>([]);
  useEffect(() => {
    const frame = page.current;
    const around = frame?.parentElement;
    if (!editor || !frame || !around) return;
    let timer: number | undefined;
    const place = (): void => {
      timer = undefined;
      const top = frame.getBoundingClientRect().top;
      setPlaced(
        editor.blocks.inView().map(({ id, element }) => ({
          id,
          top: element.getBoundingClientRect().top - top,
          begins: element.innerText.slice(0, BEGINS),
        })),
      );
    };
    const later = (): void => {
      timer ??= window.setTimeout(place, SETTLE);
    };
    const grown = new ResizeObserver(later);
    grown.observe(frame);
    around.addEventListener('scroll', later, { passive: true });
    later();
    return () => {
      window.clearTimeout(timer);
      grown.disconnect();
      around.removeEventListener('scroll', later);
    };
  }, [editor, page]);
  return placed;
}
