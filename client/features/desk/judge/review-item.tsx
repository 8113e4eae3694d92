/** What somebody said of a verdict. */
import { reviewOutcomeWords, reviewReasonWords } from '../../../../domain/derive/words.ts';
import type { Review } from '../../../../domain/record/review.ts';
import { When } from '../../../ui/when.tsx';
import { useRecord } from '../desk-context.ts';
import { LongText } from './clamped.tsx';
import { commentOf } from './revisions.ts';
import styles from './verdicts.module.css';

export function ReviewItem({ review }: { review: Review }) {
  const { people } = useRecord();
  return (
    <li>
      <div className={styles.reviewLine}>
        <span>
          <strong>{people.get(review.author)?.name ?? 'Somebody'}</strong>:{' '}
          {reviewOutcomeWords[review.outcome].toLowerCase()}
        </span>
        <span className={styles.when}>
          <When at={review.submittedAt} />
        </span>
      </div>
      {review.reasons.length > 0 && (
        <p className={styles.facts}>
          {review.reasons.map((reason) => reviewReasonWords[reason]).join(' · ')}
        </p>
      )}
      {review.comment && <LongText as="p" lines={4} words={commentOf(review)} />}
    </li>
  );
}
