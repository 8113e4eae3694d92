/** Chooses a claim by its number or by words in it. */
import { useId, useMemo, useState } from 'react';
import type { Claim } from '../../../domain/record/claim.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useDocumentRecord } from '../document/document-context.ts';
import styles from './clip.module.css';

export interface ClaimPickerProps {
  chosen: Claim | null;
  onChoose(claim: Claim | null): void;
}

const MOST = 5;

export function ClaimPicker({ chosen, onChoose }: ClaimPickerProps) {
  const { claims } = useDocumentRecord();
  const [typed, setTyped] = useState('');
  const list = useId();
  const found = useMemo(() => claimsFor(claims.values(), typed), [claims, typed]);
  if (chosen) {
    return (
      <div className={styles.chosen}>
        <p>
          <strong>#{chosen.number}</strong> {chosen.restatement || chosen.quote.exact}
        </p>
        <Button variant="quiet" onPress={() => onChoose(null)}>
          Another claim
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.picker}>
      <TextField
        label="Claim"
        placeholder="Number or words"
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        autoFocus
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== 'Enter' || !first) return;
          event.preventDefault();
          onChoose(first);
        }}
      />
      <ul id={list} className={styles.claims} aria-label="Claims that fit">
        {found.map((claim) => (
          <li key={claim.id}>
            <button type="button" onClick={() => onChoose(claim)}>
              <strong>#{claim.number}</strong> {claim.short || claim.quote.exact}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className={styles.none}>
          {typed === '' ? 'This document has no claims yet.' : 'No claim has this number or words.'}
        </p>
      )}
    </div>
  );
}

/** The newest first where nothing is typed: whoever clips has just marked. */
function claimsFor(claims: Iterable<Claim>, typed: string): Claim[] {
  const live = [...claims]
    .filter((claim) => !claim.withdrawn)
    .toSorted((a, b) => b.number - a.number);
  const number = /^#?(\d+)$/.exec(typed.trim())?.[1];
  if (number !== undefined) {
    const starts = live.filter((claim) => String(claim.number).startsWith(number));
    return starts.toSorted((a, b) => a.number - b.number).slice(0, MOST);
  }
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return live
    .filter(({ quote, restatement, short }) => {
      const all = `${quote.exact}\n${restatement}\n${short}`.toLowerCase();
      return words.every((word) => all.includes(word));
    })
    .slice(0, MOST);
}
