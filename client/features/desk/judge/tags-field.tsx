/** Tags as chips, typed with completion from those that the document has already. */
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { limits } from '../../../../domain/limits.ts';
import { TextField } from '../../../ui/field.tsx';
import styles from './tags-field.module.css';

export interface TagsFieldProps {
  value: readonly string[];
  /** All tags of the document, the most used first. */
  known: readonly string[];
  onChange(value: string[]): void;
}

export function TagsField({ value, known, onChange }: TagsFieldProps) {
  const list = useId();
  const [typed, setTyped] = useState('');
  const open = known.filter((tag) => !value.includes(tag));
  const begun = typed.trim().toLowerCase();
  const fitting =
    begun === '' ? [] : open.filter((tag) => tag.toLowerCase().startsWith(begun)).slice(0, 5);

  function add(words: string): void {
    const tags = words
      .split(',')
      .map((tag) => tag.trim().replace(/^#/, ''))
      .filter(Boolean);
    if (tags.length > 0) onChange([...new Set([...value, ...tags])].slice(0, limits.tags));
    setTyped('');
  }

  return (
    <div className={styles.tags}>
      <TextField
        label="Tags"
        hint={`Enter or a comma adds one. ${value.length >= limits.tags ? `At most ${limits.tags}.` : ''}`}
        value={typed}
        maxLength={limits.line}
        aria-controls={list}
        onChange={(words) => (words.endsWith(',') ? add(words) : setTyped(words))}
        onBlur={() => add(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed.trim() !== '') {
            event.preventDefault();
            add(typed);
          }
          if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1));
        }}
      />
      <ul id={list} className={styles.list} aria-label="Tags of this claim, and those that fit">
        {value.map((tag) => (
          <li key={tag}>
            <button
              type="button"
              className={styles.tag}
              aria-label={`Remove the tag ${tag}`}
              onClick={() => onChange(value.filter((each) => each !== tag))}
            >
              {tag} <X size={12} aria-hidden />
            </button>
          </li>
        ))}
        {fitting.map((tag) => (
          <li key={`+ ${tag}`}>
            <button
              type="button"
              className={styles.offered}
              // The field must not lose the focus first: that would add what is half typed.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add(tag)}
            >
              + {tag}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
