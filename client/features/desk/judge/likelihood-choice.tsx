/** How likely the event is, for an assessment or a prediction alone; not how good the basis is. */
import { likelihoodWords } from '../../../../domain/derive/words.ts';
import { type Likelihood, likelihoods } from '../../../../domain/record/claim.ts';
import { Select } from '../../../ui/select.tsx';
import styles from './my-verdict.module.css';

export interface LikelihoodChoiceProps {
  value: Likelihood | null;
  onChange(value: Likelihood | null): void;
}

const NONE = 'none';

export function LikelihoodChoice({ value, onChange }: LikelihoodChoiceProps) {
  return (
    <div className={styles.likelihood}>
      <span className={styles.term} aria-hidden>
        Likelihood
      </span>
      <Select
        label="Likelihood"
        hideLabel
        value={value ?? NONE}
        onChange={(picked) => onChange(picked === NONE ? null : picked)}
        choices={[
          { id: NONE, name: 'Not said' },
          ...likelihoods.map((id) => ({ id, name: likelihoodWords[id] })),
        ]}
      />
    </div>
  );
}
