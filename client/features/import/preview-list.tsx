/**
 * The text of an import as a page to read, of any length. Enter splits where
 * the caret stands, ⇧Enter joins with the next paragraph, as do Delete at the
 * end and Backspace at the beginning of one; the arrows go from one to the next. Its words cannot be changed here.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type Dispatch,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useReducer,
  useRef,
} from 'react';
import type { Block } from '../../../domain/import/block.ts';
import { caretIn, edgeLine } from './caret.ts';
import styles from './preview.module.css';
import { markerOf, PreviewRow } from './preview-row.tsx';
import type { Caret, EditsAction, EditsState } from './use-edits.ts';

export interface PreviewListProps {
  edits: EditsState;
  dispatch: Dispatch<EditsAction>;
  language: string;
  onCaret(caret: Caret): void;
}

export function PreviewList({ edits, dispatch, language, onCaret }: PreviewListProps) {
  const { blocks, caret } = edits;
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useRef(new BlockKeys());
  const virtual = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(blocks[index]),
    getItemKey: (index) => keys.current.of(blocks[index], index),
    overscan: 8,
  });
  useEffect(() => {
    if (caret) virtual.scrollToIndex(caret.index, { align: 'auto' });
  }, [caret, virtual]);
  // Composed letters cannot be stopped, only drawn over.
  const [drawn, redraw] = useReducer((times: number) => times + 1, 0);
  useInput(scroller, dispatch, redraw);
  useCaret(scroller, onCaret);

  function move(event: KeyboardEvent): void {
    const row = rowOf(event.target);
    if (!row || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || !edgeLine(row.element, by === 1 ? 'last' : 'first')) return;
    let index = row.index + by;
    while (blocks[index]?.type === 'horizontal_rule') index += by;
    if (!blocks[index]) return;
    event.preventDefault();
    dispatch({ do: 'move', caret: { index, at: 0 } });
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the rows in it take the keys
    <div ref={scroller} className={styles.scroller} onKeyDown={move}>
      <div className={styles.page} lang={language || undefined}>
        <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const block = blocks[item.index];
            return (
              block && (
                <div
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  className={styles.row}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <PreviewRow
                    key={drawn}
                    block={block}
                    index={item.index}
                    caret={caret?.index === item.index ? caret.at : null}
                    marker={markerOf(blocks, item.index)}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** What would change the words becomes a join, a split, or nothing. */
function useInput(
  scroller: RefObject<HTMLElement | null>,
  dispatch: Dispatch<EditsAction>,
  onChanged: () => void,
): void {
  const changed = useEffectEvent(onChanged);
  const before = useEffectEvent((event: InputEvent) => {
    const row = rowOf(event.target);
    if (!row) return;
    event.preventDefault();
    const at = caretIn(row.element) ?? 0;
    const { inputType } = event;
    if (inputType === 'insertParagraph') dispatch({ do: 'edit', edit: { split: row.index, at } });
    else if (inputType === 'insertLineBreak') dispatch({ do: 'edit', edit: { join: row.index } });
    else if (inputType.startsWith('delete') && inputType.endsWith('Backward') && at === 0) {
      if (row.index > 0) dispatch({ do: 'edit', edit: { join: row.index - 1 } });
    } else if (inputType.startsWith('delete') && inputType.endsWith('Forward')) {
      if (at === (row.element.textContent?.length ?? 0))
        dispatch({ do: 'edit', edit: { join: row.index } });
    } else if (inputType === 'historyUndo') dispatch({ do: 'undo' });
    else if (inputType === 'historyRedo') dispatch({ do: 'redo' });
  });
  useEffect(() => {
    const element = scroller.current;
    const onBefore = (event: InputEvent): void => before(event);
    const onInput = (): void => changed();
    element?.addEventListener('beforeinput', onBefore);
    element?.addEventListener('input', onInput);
    return () => {
      element?.removeEventListener('beforeinput', onBefore);
      element?.removeEventListener('input', onInput);
    };
  }, [scroller]);
}

/** Tells where the caret is, for the buttons that act on it. */
function useCaret(scroller: RefObject<HTMLElement | null>, onCaret: (caret: Caret) => void): void {
  const tell = useEffectEvent(onCaret);
  useEffect(() => {
    const onSelection = (): void => {
      const caret = caretNow();
      if (caret && scroller.current?.contains(document.activeElement)) tell(caret);
    };
    document.addEventListener('selectionchange', onSelection);
    return () => document.removeEventListener('selectionchange', onSelection);
  }, [scroller]);
}

/** Where the caret is at this moment; null where the focus is elsewhere. */
export function caretNow(): Caret | null {
  const row = rowOf(document.activeElement);
  return row && { index: row.index, at: caretIn(row.element) ?? 0 };
}

function rowOf(target: EventTarget | null): { element: HTMLElement; index: number } | null {
  if (!(target instanceof HTMLElement)) return null;
  const element = target.closest<HTMLElement>('[role="textbox"][data-index]');
  return element && { element, index: Number(element.dataset['index']) };
}

/** About how high a paragraph is, until it is drawn. */
function estimate(block: Block | undefined): number {
  const length = block?.words.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  return Math.ceil(Math.min(length, 20_000) / 74) * 26 + 14;
}

/** A key for each block that stays with it when others before it are joined. */
class BlockKeys {
  readonly #keys = new WeakMap<Block, number>();
  #last = 0;

  of(block: Block | undefined, index: number): number {
    if (!block) return -1 - index;
    let key = this.#keys.get(block);
    if (key === undefined) {
      key = this.#last += 1;
      this.#keys.set(block, key);
    }
    return key;
  }
}
