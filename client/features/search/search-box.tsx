/** The field to search everything in, in the middle of the header. */
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useMemo, useRef } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { hintOf } from '../actions/list.ts';
import { useActionsOn } from '../actions/screen.ts';
import styles from './search-box.module.css';

export interface SearchBoxProps {
  value: string;
  onChange(words: string): void;
  /** ↵ */
  onSubmit(): void;
  field?: RefObject<HTMLInputElement | null>;
  /** The page is there to be typed into. */
  begins?: boolean;
}

export function SearchBox({ value, onChange, onSubmit, field, begins = false }: SearchBoxProps) {
  const own = useRef<HTMLInputElement>(null);
  const input = field ?? own;
  const searching = useMemo(
    () => ({
      focus() {
        input.current?.focus();
        input.current?.select();
      },
    }),
    [input],
  );
  useActionsOn('search', searching);
  function press(event: KeyboardEvent): void {
    // ↵ ends a word that is being composed before it means anything else.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onSubmit();
    else if (event.key === 'Escape' && value !== '') onChange('');
    else return;
    event.preventDefault();
  }
  return (
    <search className={styles.search}>
      <Search size={14} aria-hidden className={styles.icon} />
      <input
        ref={input}
        className={styles.input}
        type="search"
        aria-label="Search documents, claims, sources and text"
        placeholder="Search documents, claims, sources"
        autoComplete="off"
        spellCheck={false}
        // Only on the page of results, which was opened to type into.
        autoFocus={begins}
        dir="auto"
        maxLength={300}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={press}
      />
      {value === '' ? (
        <span className={styles.key}>
          <Kbd keys={hintOf('search-field')} />
        </span>
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the search"
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </search>
  );
}
