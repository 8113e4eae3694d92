/** One verdict: who, what, how sure, why; the reviews of it and the way to one more. */
import { gradeOf, gradeText } from '../../../../domain/derive/grades.ts';
import { earlierReviewsOf, reviewsOf } from '../../../../domain/derive/reviewing.ts';
import { stalenessOf } from '../../../../domain/derive/standing.ts';
import {
  confidenceWords,
  passReasonWords,
  staleReasonWords,
} from '../../../../domain/derive/words.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { type Judgement, type Verdict, verdictKey } from '../../../../domain/record/verdict.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { When } from '../../../ui/when.tsx';
import { hintOf } from '../../actions/list.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { CommentButton } from '../talk/comment-button.tsx';
import { LongText } from './clamped.tsx';
import { EarlierRevisions } from './earlier-revisions.tsx';
import { RatingChip } from './rating-chip.tsx';
import { ReviewForm } from './review-form.tsx';
import { ReviewItem } from './review-item.tsx';
import { rationaleOf } from './revisions.ts';
import { sourceName } from './source-name.ts';
import styles from './verdicts.module.css';

export interface VerdictItemProps {
  claim: Claim;
  verdict: Verdict;
  /** Whether I may review it; `next` is the one that the key reviews, `open` has its form open. */
  review: 'none' | 'may' | 'next' | 'open';
}

export function VerdictItem({ claim, verdict, review }: VerdictItemProps) {
  const { anchors, live } = useDesk();
  const record = useRecord();
  const name = record.people.get(verdict.author)?.name ?? 'Somebody';
  const stale = stalenessOf(record, claim, verdict, anchors.get(claim.id));
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Avatar person={{ id: verdict.author, name }} decorative />
        <strong>{verdict.author === live.store.me.id ? `${name} (you)` : name}</strong>
        {verdict.kind === 'verdict' && <RatingChip rating={verdict.rating} />}
        {verdict.kind === 'pass' && <Chip>Passed</Chip>}
        {verdict.kind === 'sealed' && <Chip>Sealed</Chip>}
        {verdict.afterReveal && verdict.kind !== 'sealed' && <Chip>After reveal</Chip>}
        {stale && <Chip tone="warn">Stale</Chip>}
        <span className={styles.when}>
          <When at={verdict.submittedAt} />
        </span>
        {!claim.withdrawn && verdict.kind !== 'sealed' && (
          <CommentButton about={`verdict:${verdict.author}`} what={`the verdict of ${name}`} />
        )}
      </div>
      {stale && <p className={styles.hint}>{staleReasonWords[stale.reason]}</p>}
      {verdict.kind === 'pass' && (
        <p>
          {passReasonWords[verdict.reason]}
          {verdict.words && `: ${verdict.words}`}
        </p>
      )}
      {verdict.kind === 'verdict' && (
        <JudgementBody claim={claim} verdict={verdict} review={review} />
      )}
      {verdict.revision > 1 && (
        <EarlierRevisions
          key={verdict.revision}
          of={{
            root: 'verdicts',
            key: verdictKey(verdict.claim, verdict.author),
            version: verdict.revision,
          }}
        />
      )}
    </li>
  );
}

interface JudgementBodyProps extends Omit<VerdictItemProps, 'verdict'> {
  verdict: Judgement;
}

function JudgementBody({ claim, verdict, review }: JudgementBodyProps) {
  const { live, setForm } = useDesk();
  const record = useRecord();
  const reviews = reviewsOf(record, verdict);
  const earlier = earlierReviewsOf(record, verdict);
  const mine = reviews.find(({ author }) => author === live.store.me.id);
  return (
    <>
      <p className={styles.facts}>
        {confidenceWords[verdict.confidence]} confidence
        {verdict.basis && `: ${verdict.basis}`} · {restsOn(record, verdict)}
      </p>
      {verdict.rationale && (
        <LongText as="p" lines={4} className={styles.rationale} words={rationaleOf(verdict)} />
      )}
      {reviews.length + earlier.length > 0 && (
        <ul className={styles.reviews} aria-label="Reviews">
          {reviews.map((each) => (
            <ReviewItem key={each.id} review={each} of={verdict} />
          ))}
          {earlier.map((each) => (
            <ReviewItem key={each.id} review={each} of={verdict} />
          ))}
        </ul>
      )}
      {review === 'open' && (
        <ReviewForm claim={claim} verdict={verdict} {...(mine && { before: mine })} />
      )}
      {(review === 'may' || review === 'next') && (
        <Button
          {...(review === 'next' && { shortcut: hintOf('review'), 'data-opens': 'review' })}
          onPress={() => setForm({ name: 'review', about: String(verdict.author) })}
        >
          {mine ? 'Revise my review' : 'Review'}
        </Button>
      )}
    </>
  );
}

/** By name where few, by number where many. */
function restsOn(record: RecordState, { evidence }: Judgement): string {
  if (evidence.length === 0) return 'rests on no evidence';
  if (evidence.length > 2) return `rests on ${evidence.length} pieces of evidence`;
  const names = evidence.map(({ id }) => {
    const piece = record.evidence.get(id);
    if (!piece) return 'evidence that is gone';
    const grade = gradeText(gradeOf(record, piece));
    return `${sourceName(record.sources.get(piece.source))} (${piece.removed ? 'removed' : grade})`;
  });
  return `rests on ${names.join(' and ')}`;
}
