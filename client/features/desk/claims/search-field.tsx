/** The search of the list: acts at each key, and is written into the address once somebody pauses. */
import { Search, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Kbd } from '../../../ui/kbd.tsx';
import { hintOf } from '../../actions/list.ts';
import { SEARCH } from '../use-focusing.ts';
import styles from './claim-list.module.css';

/** Browsers count changes of the address; in ms. */
const PAUSE = 300;

export interface SearchFieldProps {
  value: string;
  onChange(value: string): void;
}

export function SearchField({ value, onChange }: SearchFieldProps) {
  return (
    <div className={styles.search}>
      <Search size={14} aria-hidden />
      <input
        id={SEARCH}
        type="search"
        aria-label="Search claims"
        placeholder="Search claims"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          onChange('');
          event.preventDefault();
        }}
      />
      {value === '' ? (
        <Kbd keys={hintOf('search')} />
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the search"
          onClick={() => {
            onChange('');
            document.getElementById(SEARCH)?.focus();
          }}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}

/** What is in the field now; `write` puts it into the address, and another address puts it into the field. */
export function useTyped(
  written: string,
  write: (search: string) => void,
): readonly [string, (search: string) => void] {
  const [typed, setTyped] = useState(written);
  const timer = useRef<number | undefined>(undefined);
  const told = useRef(written);
  const put = useEffectEvent(write);
  useEffect(() => {
    if (written === told.current) return;
    told.current = written;
    window.clearTimeout(timer.current);
    // Back, forward or a link changed it: there is no event of the field's that could.
    // oxlint-disable-next-line react/set-state-in-effect
    setTyped(written);
  }, [written]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const type = (search: string): void => {
    setTyped(search);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      told.current = search;
      put(search);
    }, PAUSE);
  };
  return [typed, type];
}
