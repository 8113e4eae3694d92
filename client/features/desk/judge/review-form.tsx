/** What I say of somebody else's verdict. */
import { useState } from 'react';
import { reviewOutcomeWords, reviewReasonWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import {
  type Review,
  type ReviewOutcome,
  type ReviewReason,
  reviewOutcomes,
  reviewReasons,
} from '../../../../domain/record/review.ts';
import type { Judgement } from '../../../../domain/record/verdict.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { newId } from '../../../store/new-id.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './verdicts.module.css';

export interface ReviewFormProps {
  claim: Claim;
  verdict: Judgement;
  before?: Review;
}

export function ReviewForm({ claim, verdict, before }: ReviewFormProps) {
  const { give, setForm } = useDesk();
  const [outcome, setOutcome] = useState<ReviewOutcome>(before?.outcome ?? 'agree');
  const [reasons, setReasons] = useState<readonly ReviewReason[]>(before?.reasons ?? []);
  const [comment, setComment] = useState(before?.comment ?? '');
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(): Promise<void> {
    const result = await give('review.give', {
      reviewId: newId(),
      claimId: claim.id,
      verdictAuthor: verdict.author,
      verdictRevision: verdict.revision,
      outcome,
      reasons: [...reasons],
      comment,
    });
    if (isRefusal(result)) setProblem(result.reason);
    else setForm(null);
  }

  return (
    <form
      className={styles.form}
      aria-label="Review"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ToggleGroup
        label="What I say of this verdict"
        value={outcome}
        onChange={setOutcome}
        choices={reviewOutcomes.map((id) => ({ id, name: reviewOutcomeWords[id] }))}
      />
      <fieldset className={styles.reasons}>
        <legend>Reasons</legend>
        {reviewReasons.map((reason) => (
          <label key={reason}>
            <input
              type="checkbox"
              checked={reasons.includes(reason)}
              onChange={(event) =>
                setReasons(
                  event.target.checked
                    ? [...reasons, reason]
                    : reasons.filter((each) => each !== reason),
                )
              }
            />
            {reviewReasonWords[reason]}
          </label>
        ))}
      </fieldset>
      <TextArea
        label="Comment"
        rows={2}
        value={comment}
        onChange={setComment}
        maxLength={limits.words}
      />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          Submit review
        </Button>
        <Button variant="quiet" onPress={() => setForm(null)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
