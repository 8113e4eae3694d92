/** One claim in the list: number, quote, where it stands, best grades, how many have judged. */
import { flagWords } from '../../../../domain/derive/words.ts';
import { classes } from '../../../ui/classes.ts';
import styles from './claim-list.module.css';
import type { ClaimRow } from './claim-rows.ts';

export interface ClaimItemProps {
  row: ClaimRow;
  position: number;
  of: number;
  isCurrent: boolean;
  top: number;
  height: number;
  onOpen(): void;
}

export function ClaimItem({ row, position, of, isCurrent, top, height, onOpen }: ClaimItemProps) {
  const { claim, stage, hue, standing, grades, judged, flags } = row;
  const told = flags.filter((flag) => flag !== 'unsourced' && flag !== 'in-review');
  return (
    // Reached and worked by the keyboard through the list around it.
    <div
      id={`claim-${claim.number}`}
      role="option"
      aria-selected={isCurrent}
      aria-posinset={position}
      aria-setsize={of}
      className={classes(styles.row, isCurrent && styles.current, claim.withdrawn && styles.gone)}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={onOpen}
    >
      <span className={styles.number}>
        <span className="visually-hidden">Claim </span>
        {claim.number}
      </span>
      <span className={styles.quote}>{claim.quote.exact}</span>
      <span className={styles.facts}>
        <span
          className={classes(styles.dot, hue === null && styles[stage])}
          data-rating={hue ?? undefined}
          aria-hidden="true"
        />
        <span>{standing}</span>
        <span>{grades}</span>
        <span>{judged}</span>
        {told.map((flag) => (
          <span key={flag} className={styles.flag}>
            {flagWords[flag]}
          </span>
        ))}
      </span>
    </div>
  );
}
