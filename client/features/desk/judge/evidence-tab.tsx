/** The evidence on a claim, and the way to more. */
import { Plus } from 'lucide-react';
import { mayJudge } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { recordsOf } from '../../../../domain/record/claim-records.ts';
import { Button } from '../../../ui/button.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { EvidenceItem } from './evidence-item.tsx';
import styles from './evidence.module.css';

export function EvidenceTab({ claim }: { claim: Claim }) {
  const { live, form, setForm } = useDesk();
  const record = useRecord();
  const pieces = recordsOf(record, claim.id).evidence.filter((piece) => !piece.removed);
  const adding = form?.name === 'evidence' && form.about === undefined;
  const refused = claim.withdrawn !== null || mayJudge(live.store.me.role) !== null;
  return (
    <div className={styles.tab}>
      {pieces.length === 0 && !adding && (
        <p className={styles.none}>
          No evidence yet. Paste a link to what speaks for or against it.
        </p>
      )}
      <ul className={styles.list}>
        {pieces.map((piece) =>
          form?.name === 'evidence' && form.about === piece.id ? (
            <li key={piece.id}>
              <EvidenceForm claim={claim} piece={piece} />
            </li>
          ) : (
            <EvidenceItem key={piece.id} piece={piece} />
          ),
        )}
      </ul>
      {adding ? (
        <EvidenceForm claim={claim} />
      ) : (
        !refused && (
          <Button
            icon={<Plus size={14} aria-hidden />}
            shortcut="s"
            onPress={() => setForm({ name: 'evidence' })}
          >
            Add evidence
          </Button>
        )
      )}
    </div>
  );
}
