/** What a revision changes of the verdict that I gave. */
import { type Held, heldDifferently, heldIn } from '../../../../domain/derive/verdict-changes.ts';
import { heldFieldWords } from '../../../../domain/derive/words.ts';
import type { Judgement } from '../../../../domain/record/verdict.ts';
import styles from './my-verdict.module.css';

/** `now` is the draft, its rating still to be picked perhaps. */
export function Revising({
  given,
  now,
}: {
  given: Judgement;
  now: Omit<Held, 'rating'> & { rating: string | null };
}) {
  const changed = heldDifferently(heldIn(given), { ...now, rating: now.rating ?? '' });
  if (changed.length === 0) return null;
  const fields = changed.map((field) => heldFieldWords[field].toLowerCase()).join(', ');
  return <p className={styles.note}>Changes: {fields}. What you gave before stays readable.</p>;
}
