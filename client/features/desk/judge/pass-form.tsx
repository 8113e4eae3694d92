/** No verdict from me, and why. */
import { useState } from 'react';
import { passReasonWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { type PassReason, passReasons } from '../../../../domain/record/verdict.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './my-verdict.module.css';

export function PassForm({ claim }: { claim: Claim }) {
  const { give, setForm } = useDesk();
  const [reason, setReason] = useState<PassReason>('no-time');
  const [words, setWords] = useState('');

  async function pass(): Promise<void> {
    const result = await give('verdict.pass', {
      claimId: claim.id,
      claimVersion: claim.version,
      reason,
      words,
    });
    if (!isRefusal(result)) setForm(null);
  }

  return (
    <form
      className={styles.form}
      aria-label="Pass"
      onSubmit={(event) => {
        event.preventDefault();
        void pass();
      }}
    >
      <Select
        label="Why you pass"
        value={reason}
        onChange={setReason}
        choices={passReasons.map((id) => ({ id, name: passReasonWords[id] }))}
      />
      <TextField label="In words" value={words} onChange={setWords} maxLength={limits.words} />
      <div className={styles.line}>
        <Button type="submit" variant="primary">
          Pass
        </Button>
        <Button variant="quiet" onPress={() => setForm(null)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
