/** The claim in words that can be checked on their own, and who made it. */
import { useState } from 'react';
import { limits } from '../../../../domain/limits.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './claim-panel.module.css';

export function RestateDialog({ claim }: { claim: Claim }) {
  const { give, setForm } = useDesk();
  // What the form started from: changes are judged against it, not against what came meanwhile.
  const [seen] = useState(claim);
  const [restatement, setRestatement] = useState(claim.restatement);
  const [claimant, setClaimant] = useState(claim.claimant);
  const [edtf, setEdtf] = useState(claim.date?.edtf ?? '');
  const [problem, setProblem] = useState<string | null>(null);

  async function save(): Promise<void> {
    const date = edtf === '' ? null : { edtf, asWritten: seen.date?.asWritten ?? '' };
    const changes = {
      ...(restatement !== seen.restatement && { restatement }),
      ...(claimant !== seen.claimant && { claimant }),
      ...(edtf !== (seen.date?.edtf ?? '') && { date }),
    };
    if (Object.keys(changes).length === 0) return setForm(null);
    const result = await give('claim.restate', {
      claimId: claim.id,
      version: seen.version,
      changes,
      seen: Object.fromEntries(
        Object.keys(changes).map((field) => [
          field,
          seen[field as 'restatement' | 'claimant' | 'date'],
        ]),
      ),
    });
    if (isRefusal(result)) setProblem(result.reason);
    else setForm(null);
  }

  return (
    <Dialog title={`Restate #${claim.number}`} isOpen onClose={() => setForm(null)}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextArea
          label="Restated"
          hint="One sentence that can be checked without the text around it."
          value={restatement}
          onChange={setRestatement}
          maxLength={limits.statement}
          autoFocus
        />
        <TextField
          label="Claimant"
          hint="Who says so."
          value={claimant}
          onChange={setClaimant}
          maxLength={limits.line}
        />
        <TextField
          label="Date"
          hint="As EDTF, an X for what the text does not say: XXXX-11-23."
          value={edtf}
          onChange={setEdtf}
          maxLength={12}
        />
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button onPress={() => setForm(null)}>Cancel</Button>
          <Button type="submit" variant="primary">
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
