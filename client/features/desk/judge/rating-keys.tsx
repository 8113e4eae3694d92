/** The ratings of the scale, each with its key: the ordered ones as a row, the others below with the way to pass. */
import { Button } from 'react-aria-components/Button';
import { RadioGroup, Radio } from 'react-aria-components/RadioGroup';
import type { Rating, Scale } from '../../../../domain/scale/scale.ts';
import { classes } from '../../../ui/classes.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { ratingHue } from '../../../ui/rating-hue.ts';
import { hintOf } from '../../actions/list.ts';
import styles from './rating-keys.module.css';

export interface RatingKeysProps {
  scale: Scale;
  value: string | null;
  onChange(rating: string): void;
  onPass(): void;
}

export function RatingKeys({ scale, value, onChange, onPass }: RatingKeysProps) {
  const { ratings } = scale;
  const key = (rating: Rating) => (
    <RatingKey
      key={rating.id}
      rating={rating}
      keys={hintOf(`rating-${ratings.indexOf(rating) + 1}`)}
    />
  );
  const below = ratings.filter(({ step }) => step === null);
  return (
    <div
      className={styles.ratings}
      style={{ gridTemplateColumns: `repeat(${below.length + 1}, auto)` }}
    >
      <RadioGroup
        aria-label="Rating"
        className={styles.group ?? ''}
        orientation="horizontal"
        value={value}
        onChange={onChange}
      >
        <div className={styles.row}>{ratings.filter(({ step }) => step !== null).map(key)}</div>
        {below.map(key)}
      </RadioGroup>
      <Button
        className={classes(styles.rating, styles.offScale)}
        data-opens="pass"
        onPress={onPass}
      >
        <span>Pass</span>
        <Kbd keys={hintOf('pass')} />
      </Button>
    </div>
  );
}

function RatingKey({ rating, keys }: { rating: Rating; keys: string }) {
  return (
    <Radio
      value={rating.id}
      className={classes(styles.rating, rating.step === null && styles.offScale)}
      data-rating={ratingHue(rating.id)}
      aria-label={rating.label}
    >
      <span>{rating.label}</span>
      <Kbd keys={keys} />
    </Radio>
  );
}
