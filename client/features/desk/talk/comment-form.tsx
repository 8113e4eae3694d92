/** Saying something: a new thread, a reply, or other words for a comment. What was begun stays until it is given. */
import { useMemo, useState } from 'react';
import * as z from 'zod/mini';
import type { Comment } from '../../../../domain/record/comment.ts';
import { isRefusal, type Refusal } from '../../../../domain/refusal.ts';
import type { Done } from '../../../store/record-store.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { useBegun } from '../judge/begun.ts';
import { FormFoot } from '../judge/form-foot.tsx';
import { PaneForm } from '../judge/pane-form.tsx';
import { CommentField } from './comment-field.tsx';
import { useSpeaking } from './speaking.ts';
import styles from './talk.module.css';
import { asStored, asWritten, nameable } from './written.ts';

const begun = z.object({ words: z.string() });

export interface CommentFormProps {
  form: 'comment' | 'reply' | 'comment-edit';
  label: string;
  submit: string;
  /** What it is about, within this document: names the draft. */
  place: string;
  /** The thread or the claim that the others see me write in; null for neither. */
  at: string | null;
  /** The comment whose words are changed. */
  changes?: Comment;
  give(comment: string): Promise<Done | Refusal | null>;
}

export function CommentForm({ form, label, submit, place, at, changes, give }: CommentFormProps) {
  const { id, live, setForm } = useDesk();
  const { people } = useRecord();
  const initial = useMemo(
    () => ({ words: changes ? asWritten(changes.comment, people) : '' }),
    // Whoever is renamed meanwhile changes nothing of what is being written.
    // oxlint-disable-next-line react/exhaustive-deps
    [changes],
  );
  const { value, change, drop } = useBegun(
    `${live.store.me.id} ${id} talk ${form} ${place}`,
    begun,
    initial,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const speak = useSpeaking(live, at);

  async function send(): Promise<void> {
    if (value.words.trim() === '') return setProblem('Nothing is written yet.');
    const result = await give(asStored(value.words, nameable(people)));
    if (isRefusal(result)) return setProblem(result.reason);
    drop();
    setForm(null);
  }

  return (
    <PaneForm name={form} label={label} className={styles.form} onSubmit={send}>
      <CommentField
        label={label}
        value={value.words}
        onChange={(words) => {
          setProblem(null);
          speak();
          change({ words });
        }}
        onSubmit={() => void send()}
      />
      <FormFoot problem={problem} action={submit} onCancel={drop} />
    </PaneForm>
  );
}
