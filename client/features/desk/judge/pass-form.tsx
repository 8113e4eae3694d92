/** No verdict from me, and why. */
import * as z from 'zod/mini';
import { passReasonWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { passReasons } from '../../../../domain/record/verdict.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useDesk } from '../desk-context.ts';
import { useBegun } from './begun.ts';
import styles from './my-verdict.module.css';
import { FormFoot } from './form-foot.tsx';
import { PaneForm } from './pane-form.tsx';
import type { MyVerdictState } from './use-my-verdict.ts';

const passing = z.object({ reason: z.enum(passReasons), words: z.string() });

export function PassForm({ claim, mine }: { claim: Claim; mine: MyVerdictState }) {
  const { id, live, give, setForm, say } = useDesk();
  const { own, given, goOn } = mine;
  const { value, change, drop } = useBegun(
    `${live.store.me.id} ${id} ${claim.id} pass`,
    passing,
    own?.kind === 'pass'
      ? { reason: own.reason, words: own.words }
      : { reason: 'no-time', words: '' },
  );

  async function pass(): Promise<void> {
    const args = { claimId: claim.id, claimVersion: claim.version, ...value };
    const refused = live.store.check('verdict.pass', args);
    if (refused) return say(refused.reason);
    const answer = give('verdict.pass', args);
    setForm(null);
    goOn();
    if (!isRefusal(await answer)) {
      drop();
      mine.discard();
    }
  }

  return (
    <PaneForm name="pass" label="Pass" className={styles.form} onSubmit={pass}>
      <Select
        label="Why you pass"
        value={value.reason}
        onChange={(reason) => change({ reason })}
        choices={passReasons.map((each) => ({ id: each, name: passReasonWords[each] }))}
      />
      <TextField
        label="In words"
        value={value.words}
        onChange={(words) => change({ words })}
        maxLength={limits.words}
        hint={given && 'It takes the place of your verdict, which stays in the log.'}
      />
      <FormFoot action="Pass and go on" onCancel={drop} />
    </PaneForm>
  );
}
