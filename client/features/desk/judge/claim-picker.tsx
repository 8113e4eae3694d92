/** One of the document's claims, found by its number or words. */
import { useId, useState } from 'react';
import type { Claim } from '../../../../domain/record/claim.ts';
import { TextField } from '../../../ui/field.tsx';
import styles from './claim-picker.module.css';

const MOST = 30;

export interface ClaimPickerProps {
  label: string;
  /** The likeliest first. */
  claims: readonly Claim[];
  value: string | null;
  onChange(claim: string): void;
}

export function ClaimPicker({ label, claims, value, onChange }: ClaimPickerProps) {
  const name = useId();
  const [search, setSearch] = useState('');
  const wanted = search.trim().replace(/^#/, '').toLowerCase();
  const found = claims.filter(
    (claim) =>
      wanted === '' ||
      String(claim.number) === wanted ||
      `${claim.restatement} ${claim.quote.exact}`.toLowerCase().includes(wanted),
  );
  return (
    <div className={styles.picker}>
      <TextField
        label={label}
        placeholder="#12, or words of it"
        type="search"
        value={search}
        onChange={setSearch}
        autoFocus
      />
      <div className={styles.list} role="radiogroup" aria-label={label}>
        {found.slice(0, MOST).map((claim) => (
          <label key={claim.id} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={claim.id === value}
              onChange={() => onChange(claim.id)}
            />
            <span className={styles.number}>#{claim.number}</span>
            <span dir="auto" className={styles.words}>
              {claim.restatement || claim.quote.exact}
            </span>
          </label>
        ))}
        {found.length === 0 && (
          <p className={styles.none}>No claim has this number or these words.</p>
        )}
        {found.length > MOST && (
          <p className={styles.none}>{found.length - MOST} more. Type to narrow them down.</p>
        )}
      </div>
    </div>
  );
}
