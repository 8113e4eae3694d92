/** The evidence on a claim, and the way to more. */
import { Plus } from 'lucide-react';
import { mayJudge } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { recordsOf } from '../../../../domain/record/claim-records.ts';
import { Button } from '../../../ui/button.tsx';
import { hintOf } from '../../actions/list.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { ChangeEvidence, NewEvidence } from './evidence-form.tsx';
import { EvidenceItem } from './evidence-item.tsx';
import styles from './evidence.module.css';
import { useForm } from './use-form.ts';

export function EvidenceTab({ claim }: { claim: Claim }) {
  const { live, setForm } = useDesk();
  const record = useRecord();
  const pieces = recordsOf(record, claim.id).evidence.filter((piece) => !piece.removed);
  const refused = claim.withdrawn
    ? 'This claim was withdrawn. Restore it first.'
    : (mayJudge(live.store.me.role)?.reason ?? null);
  const form = useForm('evidence', refused);
  const adding = form !== null && form.about === undefined;
  return (
    <div className={styles.tab}>
      {pieces.length === 0 && !adding && (
        <p className={styles.none}>
          {refused === null
            ? 'No evidence yet. Paste a link to what speaks for or against this claim.'
            : 'No evidence yet.'}
        </p>
      )}
      <ul className={styles.list}>
        {pieces.map((piece) =>
          form?.about === piece.id ? (
            <li key={piece.id}>
              <ChangeEvidence piece={piece} />
            </li>
          ) : (
            <EvidenceItem key={piece.id} piece={piece} />
          ),
        )}
      </ul>
      {adding && <NewEvidence claim={claim} pasted={form.pasted} />}
      {!adding && refused === null && (
        <Button
          icon={<Plus size={14} aria-hidden />}
          shortcut={hintOf('evidence')}
          data-opens="evidence"
          onPress={() => setForm({ name: 'evidence' })}
        >
          Add evidence
        </Button>
      )}
    </div>
  );
}
