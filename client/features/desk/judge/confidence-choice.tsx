/**
 * How good the basis is; not how likely the event. What each means can be read
 * before one is chosen; once a verdict is begun, that of the one that is pointed
 * at or chosen, so that what it rests on has the room.
 */
import { useState } from 'react';
import { confidenceWords } from '../../../../domain/derive/words.ts';
import { type Confidence, confidences } from '../../../../domain/record/verdict.ts';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import styles from './my-verdict.module.css';

const meanings: Readonly<Record<Confidence, string>> = {
  low: 'scant, questionable or fragmented',
  moderate: 'plausible, not well corroborated',
  high: 'good sources, more than one origin',
};

export interface ConfidenceChoiceProps {
  value: Confidence;
  /** Whether a verdict is begun or given. */
  isBrief: boolean;
  onChange(value: Confidence): void;
}

export function ConfidenceChoice({ value, isBrief, onChange }: ConfidenceChoiceProps) {
  const [pointed, setPointed] = useState<Confidence | null>(null);
  return (
    <div className={isBrief ? styles.brief : styles.confidence}>
      <span className={styles.term}>Confidence</span>
      <ToggleGroup
        label="Confidence"
        value={value}
        onChange={onChange}
        className={styles.meanings ?? ''}
        hideNotes={isBrief}
        onPoint={setPointed}
        choices={confidences.map((id) => ({ id, name: confidenceWords[id], note: meanings[id] }))}
      />
      {isBrief && (
        <span className={styles.meaning} aria-hidden>
          {meanings[pointed ?? value]}
        </span>
      )}
    </div>
  );
}
