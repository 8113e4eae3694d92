/** A small label: a role, a stage, a grade. The colour never says more than the words. */
import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { classes } from './classes.ts';
import type { RatingHue } from './rating-hue.ts';

export interface ChipProps {
  tone?: 'plain' | 'accent' | 'warn' | 'danger';
  /** Fills it with a rating's colour; the words are then the rating's letters. */
  rating?: RatingHue;
  children: ReactNode;
  className?: string;
}

export function Chip({ tone = 'plain', rating, children, className }: ChipProps) {
  return (
    <span
      className={classes(
        styles.chip,
        rating === undefined ? styles[tone] : styles.rating,
        className,
      )}
      data-rating={rating}
    >
      {children}
    </span>
  );
}
