/** Resolving or reopening a thread, with the reason. */
import { useState } from 'react';
import * as z from 'zod/mini';
import { limits } from '../../../../domain/limits.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import type { Thread } from '../../../../domain/talk/thread.ts';
import { TextField } from '../../../ui/field.tsx';
import { useDesk } from '../desk-context.ts';
import { useBegun } from '../judge/begun.ts';
import { FormFoot } from '../judge/form-foot.tsx';
import { PaneForm } from '../judge/pane-form.tsx';
import styles from './talk.module.css';

const begun = z.object({ reason: z.string() });
const nothing = { reason: '' };

export function TurnForm({ thread }: { thread: Thread }) {
  const { id, live, give, setForm } = useDesk();
  const threadId = thread.first.id;
  const { value, change, drop } = useBegun(
    `${live.store.me.id} ${id} talk turn ${threadId}`,
    begun,
    nothing,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const name = thread.resolved ? 'Reopen' : 'Resolve';

  async function turn(): Promise<void> {
    const reason = value.reason.trim();
    if (reason === '') return setProblem('Say in a few words why.');
    const result = await give(thread.resolved ? 'thread.reopen' : 'thread.resolve', {
      threadId,
      reason,
    });
    if (isRefusal(result)) return setProblem(result.reason);
    drop();
    setForm(null);
  }

  return (
    <PaneForm name="turn" label={`${name} the thread`} className={styles.form} onSubmit={turn}>
      <TextField
        label={`Why ${name.toLowerCase()}?`}
        value={value.reason}
        maxLength={limits.turnReason}
        onChange={(reason) => {
          setProblem(null);
          change({ reason });
        }}
      />
      <FormFoot problem={problem} action={name} onCancel={drop} />
    </PaneForm>
  );
}
