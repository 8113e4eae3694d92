/** What is worth a second look before a verdict is given. It stops nobody. */
import { type Drafted, hintsOn } from '../../../../domain/derive/verdict-hints.ts';
import { verdictHintWords } from '../../../../domain/derive/words.ts';
import { useRecord } from '../desk-context.ts';
import styles from './my-verdict.module.css';

export function VerdictHints({ drafted }: { drafted: Drafted }) {
  const hints = hintsOn(useRecord(), drafted);
  return (
    <div role="status" className={styles.hints}>
      {hints.map((hint) => (
        <p key={hint} className={styles.hint}>
          {verdictHintWords[hint]}
        </p>
      ))}
    </div>
  );
}
