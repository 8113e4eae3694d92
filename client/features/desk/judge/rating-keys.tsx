/** The ratings of the scale, each with its key: the ordered ones as a row, the others below. */
import { RadioGroup, Radio } from 'react-aria-components/RadioGroup';
import type { Scale } from '../../../../domain/scale/scale.ts';
import { classes } from '../../../ui/classes.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { ratingHue } from '../../../ui/rating-hue.ts';
import styles from './my-verdict.module.css';

export interface RatingKeysProps {
  scale: Scale;
  value: string | null;
  onChange(rating: string): void;
  onPass(): void;
}

export function RatingKeys({ scale, value, onChange, onPass }: RatingKeysProps) {
  return (
    <RadioGroup
      aria-label="Rating"
      className={styles.ratings ?? ''}
      orientation="horizontal"
      value={value}
      onChange={onChange}
    >
      {scale.ratings.map(({ id, label, step }, index) => (
        <Radio
          key={id}
          value={id}
          className={classes(styles.rating, step === null && styles.offScale)}
          data-rating={ratingHue(id)}
          aria-label={label}
        >
          <span>{label}</span>
          <Kbd keys={String(index + 1)} />
        </Radio>
      ))}
      <button type="button" className={classes(styles.rating, styles.offScale)} onClick={onPass}>
        <span>Pass</span>
        <Kbd keys="0" />
      </button>
    </RadioGroup>
  );
}
