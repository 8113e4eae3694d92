/** Where a comment is written: plain text, and after @ the people of the document to choose from. */
import { useId, useRef, useState } from 'react';
import { limits } from '../../../../domain/limits.ts';
import type { Person } from '../../../../domain/record/state.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { classes } from '../../../ui/classes.ts';
import { useRecord } from '../desk-context.ts';
import styles from './talk.module.css';
import { matching, nameable, nameBegun, withName } from './written.ts';

export interface CommentFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  /** ⌘↵ or Ctrl ↵. */
  onSubmit(): void;
}

const MOST = 6;

export function CommentField({ label, value, onChange, onSubmit }: CommentFieldProps) {
  const { people } = useRecord();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  /** Where a name was begun and put off by Esc. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const begun = nameBegun(value, caret);
  const found =
    begun && begun.from !== dismissed ? matching(nameable(people), begun.typed).slice(0, MOST) : [];
  const isOpen = found.length > 0 && !(found.length === 1 && found[0]?.name === begun?.typed);
  const at = Math.min(chosen, found.length - 1);

  function take({ name }: Person): void {
    if (!begun) return;
    const taken = withName(value, begun, name);
    onChange(taken.written);
    setCaret(taken.caret);
    // After React has put the words in.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(taken.caret, taken.caret);
    });
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onSubmit();
    }
    if (!isOpen) return;
    const picked = found[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setChosen((at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && picked) {
      take(picked);
    } else if (event.key === 'Escape') {
      setDismissed(begun?.from ?? null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.writing}>
      <label htmlFor={`${id}-field`} className={styles.label}>
        {label}
      </label>
      <textarea
        ref={field}
        id={`${id}-field`}
        className={styles.field}
        rows={3}
        value={value}
        maxLength={limits.words}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? `${id}-people` : undefined}
        aria-activedescendant={isOpen ? `${id}-${found[at]?.id}` : undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setChosen(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setDismissed(begun?.from ?? null)}
        onFocus={() => setDismissed(null)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        @ names somebody of this document
      </p>
      {isOpen && (
        <ul id={`${id}-people`} role="listbox" aria-label="People" className={styles.people}>
          {found.map((person, index) => (
            <li
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              aria-selected={index === at}
              className={classes(styles.person, index === at && styles.chosen)}
              // The field keeps the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              <Avatar person={person} decorative />
              {person.name}
            </li>
          ))}
        </ul>
      )}
      <span className="visually-hidden" role="status">
        {isOpen && `${found.length} ${found.length === 1 ? 'person' : 'people'} to choose from`}
      </span>
    </div>
  );
}
