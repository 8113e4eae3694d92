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
import { scaleOf } from '../../../../domain/scale/list.ts';
import { newId } from '../../../store/new-id.ts';
import { TextArea } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { useBegun } from './begun.ts';
import { FormFoot } from './form-foot.tsx';
import { PaneForm } from './pane-form.tsx';
import { commentOf, wholeQuery } from './revisions.ts';
import styles from './verdicts.module.css';

const reviewing = z.object({
  /** Nobody agrees by leaving it as it was. */
  outcome: z.nullable(z.enum(reviewOutcomes)),
  reasons: z.array(z.enum(reviewReasons)),
  comment: z.string(),
  /** Another rating; empty for none. */
  rating: z.string(),
  /** Words for the rationale. */
  rationale: z.string(),
});
const nothingSaid = { outcome: null, reasons: [], comment: '', suggestion: null } as const;

export interface ReviewFormProps {
  claim: Claim;
  verdict: Judgement;
  /** My review of it so far. */
  before?: Review;
}

export function ReviewForm({ claim, verdict, before }: ReviewFormProps) {
  const { id, live, give, setForm } = useDesk();
  const { ratings } = scaleOf(useRecord().settings.scale);
  const whole = useQuery({
    ...wholeQuery(id, before ? commentOf(before) : noComment),
    enabled: before !== undefined && isCut(before.comment),
  });
  const { outcome, reasons, comment, suggestion } = before ?? nothingSaid;
  const { value, change, drop } = useBegun(
    `${live.store.me.id} ${id} ${claim.id} review ${verdict.author} ${verdict.revision}`,
    reviewing,
    {
      outcome,
      reasons: [...reasons],
      comment: whole.data ?? comment,
      rating: suggestion?.rating ?? '',
      rationale: suggestion?.rationale ?? '',
    },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const partly = before !== undefined && isCut(before.comment) && typeof whole.data !== 'string';

  /** Who agrees suggests nothing else. */
  const mayDiffer = value.outcome !== null && value.outcome !== 'agree';

  async function submit(): Promise<void> {
    if (partly) return setProblem('Your earlier comment is not read whole yet. Try again.');
    const { outcome: chosen, reasons: because, comment: written } = value;
    const suggests = mayDiffer && (value.rating !== '' || value.rationale.trim() !== '');
    if (!chosen) return setProblem('Say first whether you agree.');
    const args = {
      reviewId: newId(),
      claimId: claim.id,
      verdictAuthor: verdict.author,
      verdictRevision: verdict.revision,
      outcome: chosen,
      reasons: because,
      comment: written,
      suggestion: suggests
        ? { rating: value.rating === '' ? null : value.rating, rationale: value.rationale.trim() }
        : null,
    };
    const result = await give('review.give', args, { tellsRefusal: true });
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
      {mayDiffer && (
        <fieldset className={styles.suggesting}>
          <legend>Suggestion</legend>
          <Select
            label="Another rating"
            value={value.rating}
            onChange={(rating) => change({ rating })}
            choices={[
              { id: '', name: 'None' },
              ...ratings
                .filter((rating) => rating.id !== verdict.rating)
                .map((rating) => ({ id: rating.id, name: rating.label })),
            ]}
          />
          <TextArea
            label="Words for the rationale"
            hint="The author can take them over with one press, with your name."
            rows={2}
            value={value.rationale}
            onChange={(rationale) => change({ rationale })}
            maxLength={limits.words}
          />
        </fieldset>
      )}
      <FormFoot problem={problem} action="Submit review" onCancel={drop} />
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
