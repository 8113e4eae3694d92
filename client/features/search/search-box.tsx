/** The field to search everything in, in the middle of the header. */
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
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
  useSlash(input);
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
          <Kbd keys="/" />
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

/** `/` goes to the field, as it does to the search of claims on the desk. */
function useSlash(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      const at = event.target;
      const writes =
        at instanceof HTMLElement &&
        (at.matches('input, textarea, select') || at.isContentEditable);
      if (event.key !== '/' || writes || event.defaultPrevented || event.ctrlKey || event.metaKey)
        return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [field]);
}
