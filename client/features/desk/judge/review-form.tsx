/** What I say of somebody else's verdict. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { reviewOutcomeWords, reviewReasonWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { isCut } from '../../../../domain/record/codec.ts';
import { type Review, reviewOutcomes, reviewReasons } from '../../../../domain/record/review.ts';
import type { Judgement } from '../../../../domain/record/verdict.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { newId } from '../../../store/new-id.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk } from '../desk-context.ts';
import { useBegun } from './begun.ts';
import { PaneForm } from './pane-form.tsx';
import { commentOf, wholeQuery } from './revisions.ts';
import styles from './verdicts.module.css';

const reviewing = z.object({
  /** Nobody agrees by leaving it as it was. */
  outcome: z.nullable(z.enum(reviewOutcomes)),
  reasons: z.array(z.enum(reviewReasons)),
  comment: z.string(),
});
const nothingSaid: z.infer<typeof reviewing> = {
  outcome: null,
  reasons: [],
  comment: '',
};

export interface ReviewFormProps {
  claim: Claim;
  verdict: Judgement;
  /** My review of it so far. */
  before?: Review;
}

export function ReviewForm({ claim, verdict, before }: ReviewFormProps) {
  const { id, live, give, setForm } = useDesk();
  const whole = useQuery({
    ...wholeQuery(id, before ? commentOf(before) : noComment),
    enabled: before !== undefined && isCut(before.comment),
  });
  const { outcome, reasons, comment } = before ?? nothingSaid;
  const { value, change, drop } = useBegun(
    `${live.store.me.id} ${id} ${claim.id} review ${verdict.author} ${verdict.revision}`,
    reviewing,
    { outcome, reasons, comment: whole.data ?? comment },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const partly = before !== undefined && isCut(before.comment) && typeof whole.data !== 'string';

  async function submit(): Promise<void> {
    if (partly) return setProblem('Your earlier comment is not read whole yet. Try again.');
    const { outcome: chosen, reasons: because, comment: written } = value;
    if (!chosen) return setProblem('Say first whether you agree.');
    const result = await give('review.give', {
      reviewId: newId(),
      claimId: claim.id,
      verdictAuthor: verdict.author,
      verdictRevision: verdict.revision,
      outcome: chosen,
      reasons: because,
      comment: written,
    });
    if (isRefusal(result)) return setProblem(result.reason);
    drop();
    setForm(null);
  }

  return (
    <PaneForm name="review" label="Review" className={styles.form} onSubmit={submit}>
      <ToggleGroup
        label="What I say of this verdict"
        value={value.outcome}
        onChange={(picked) => change({ outcome: picked })}
        choices={reviewOutcomes.map((each) => ({ id: each, name: reviewOutcomeWords[each] }))}
      />
      <fieldset className={styles.reasons}>
        <legend>Reasons</legend>
        {reviewReasons.map((reason) => (
          <label key={reason}>
            <input
              type="checkbox"
              checked={value.reasons.includes(reason)}
              onChange={(event) =>
                change({
                  reasons: event.target.checked
                    ? [...value.reasons, reason]
                    : value.reasons.filter((each) => each !== reason),
                })
              }
            />
            {reviewReasonWords[reason]}
          </label>
        ))}
      </fieldset>
      <TextArea
        label="Comment"
        rows={2}
        value={value.comment}
        onChange={(words) => change({ comment: words })}
        maxLength={limits.words}
        isDisabled={partly}
      />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          Submit review
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            drop();
            setForm(null);
          }}
        >
          Cancel
        </Button>
      </div>
    </PaneForm>
  );
}

const noComment = {
  root: 'reviews',
  key: '',
  version: 0,
  words: '',
  read: () => null,
} as const;
