/** One verdict: who, what, how sure, why; the reviews of it and the way to one more. */
import { reviewsOf } from '../../../../domain/derive/reviewing.ts';
import { stalenessOf } from '../../../../domain/derive/standing.ts';
import {
  confidenceWords,
  passReasonWords,
  reviewOutcomeWords,
  reviewReasonWords,
  staleReasonWords,
} from '../../../../domain/derive/words.ts';
import { mayReview } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import type { Review } from '../../../../domain/record/review.ts';
import type { Judgement, Verdict } from '../../../../domain/record/verdict.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import { ratingOf } from '../../../../domain/scale/scale.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ratingHue } from '../../../ui/rating-hue.ts';
import { When } from '../../../ui/when.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { ReviewForm } from './review-form.tsx';
import styles from './verdicts.module.css';

export function VerdictItem({ claim, verdict }: { claim: Claim; verdict: Verdict }) {
  const { anchors } = useDesk();
  const record = useRecord();
  const name = record.people.get(verdict.author)?.name ?? 'Somebody';
  const stale = stalenessOf(record, claim, verdict, anchors.get(claim.id));
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Avatar person={{ id: verdict.author, name }} decorative />
        <strong>{name}</strong>
        {verdict.kind === 'verdict' && <RatingChip rating={verdict.rating} />}
        {verdict.kind === 'pass' && <Chip>Passed</Chip>}
        {verdict.kind === 'sealed' && <Chip>Sealed</Chip>}
        <span className={styles.when}>
          <When at={verdict.submittedAt} />
        </span>
      </div>
      {stale && <p className={styles.hint}>Stale: {staleReasonWords[stale.reason]}.</p>}
      {verdict.kind === 'pass' && (
        <p>
          {passReasonWords[verdict.reason]}
          {verdict.words && `. ${verdict.words}`}
        </p>
      )}
      {verdict.kind === 'verdict' && <JudgementBody claim={claim} verdict={verdict} />}
    </li>
  );
}

export function RatingChip({ rating }: { rating: string }) {
  const { settings } = useRecord();
  const known = ratingOf(scaleOf(settings.scale), rating);
  return <Chip rating={ratingHue(rating)}>{known?.label ?? rating}</Chip>;
}

function JudgementBody({ claim, verdict }: { claim: Claim; verdict: Judgement }) {
  const { live, form, setForm } = useDesk();
  const record = useRecord();
  const reviews = reviewsOf(record, verdict);
  const { id: actor, role } = live.store.me;
  const mine = reviews.find((review) => review.author === actor);
  const may = mayReview(verdict.author, { actor, role }) === null && !claim.withdrawn;
  const reviewing =
    form?.name === 'review' && (form.about === undefined || form.about === String(verdict.author));
  return (
    <>
      <p className={styles.facts}>
        {confidenceWords[verdict.confidence]} confidence
        {verdict.basis && `: ${verdict.basis}`} · rests on {verdict.evidence.length} of the evidence
      </p>
      {verdict.rationale && <p className={styles.rationale}>{verdict.rationale}</p>}
      {reviews.length > 0 && (
        <ul className={styles.reviews}>
          {reviews.map((review) => (
            <ReviewItem key={review.id} review={review} />
          ))}
        </ul>
      )}
      {may && reviewing && (
        <ReviewForm claim={claim} verdict={verdict} {...(mine && { before: mine })} />
      )}
      {may && !reviewing && (
        <Button
          shortcut="r"
          onPress={() => setForm({ name: 'review', about: String(verdict.author) })}
        >
          {mine ? 'Revise my review' : 'Review'}
        </Button>
      )}
    </>
  );
}

function ReviewItem({ review }: { review: Review }) {
  const record = useRecord();
  const name = record.people.get(review.author)?.name ?? 'Somebody';
  return (
    <li>
      <strong>{name}</strong> {reviewOutcomeWords[review.outcome].toLowerCase()}
      {review.reasons.length > 0 && (
        <span className={styles.facts}>
          {' '}
          · {review.reasons.map((reason) => reviewReasonWords[reason]).join(', ')}
        </span>
      )}
      {review.comment && <p>{review.comment}</p>}
    </li>
  );
}
