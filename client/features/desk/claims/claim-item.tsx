/** One claim in the list: number, quote, where it stands, best grades, how many have judged, who has it open. */
import { flagWords } from '../../../../domain/derive/words.ts';
import { Avatar, type AvatarPerson } from '../../../ui/avatar.tsx';
import { classes } from '../../../ui/classes.ts';
import styles from './claim-list.module.css';
import type { ClaimRow } from './claim-rows.ts';

export interface ClaimItemProps {
  row: ClaimRow;
  /** Who else has it open. */
  others: readonly AvatarPerson[];
  position: number;
  of: number;
  isCurrent: boolean;
  top: number;
  height: number;
  onOpen(): void;
}

export function ClaimItem(props: ClaimItemProps) {
  const { row, others, position, of, isCurrent, top, height, onOpen } = props;
  const { claim, stage, hue, standing, grades, judged, told } = row;
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
        <span className={styles.standing}>{standing}</span>
        <span>{grades}</span>
        <span>
          {judged}
          <span className="visually-hidden"> judged</span>
        </span>
        {told.map((flag) => (
          <span key={flag} className={styles.flag}>
            {flagWords[flag]}
          </span>
        ))}
        {others.length > 0 && (
          <span className={styles.others}>
            {others.slice(0, 3).map((person) => (
              <Avatar key={person.id} person={person} decorative />
            ))}
            <span className="visually-hidden">
              open for {others.map(({ name }) => name).join(', ')}
            </span>
          </span>
        )}
      </span>
    </div>
  );
}
