/** How good the basis is; not how likely the event. What each means can be read before one is chosen. */
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
  onChange(value: Confidence): void;
}

export function ConfidenceChoice({ value, onChange }: ConfidenceChoiceProps) {
  return (
    <div className={styles.confidence}>
      <span className={styles.term}>Confidence</span>
      <ToggleGroup
        label="Confidence"
        value={value}
        onChange={onChange}
        className={styles.meanings ?? ''}
        choices={confidences.map((id) => ({ id, name: confidenceWords[id], note: meanings[id] }))}
      />
    </div>
  );
}
