/** All verdicts on a claim with their reviews, and the ruling on top. */
import type { Claim } from '../../../../domain/record/claim.ts';
import { recordsOf } from '../../../../domain/record/claim-records.ts';
import { useRecord } from '../desk-context.ts';
import { RulingPanel } from './ruling-panel.tsx';
import { VerdictItem } from './verdict-item.tsx';
import styles from './verdicts.module.css';

export function VerdictsTab({ claim }: { claim: Claim }) {
  const record = useRecord();
  const { verdicts } = recordsOf(record, claim.id);
  return (
    <div className={styles.tab}>
      <RulingPanel claim={claim} />
      {verdicts.length === 0 && <p className={styles.none}>Nobody has judged this claim yet.</p>}
      <ul className={styles.list}>
        {verdicts.map((verdict) => (
          <VerdictItem key={verdict.author} claim={claim} verdict={verdict} />
        ))}
      </ul>
    </div>
  );
}
