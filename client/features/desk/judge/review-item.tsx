/** What somebody said of a verdict. */
import { reviewOutcomeWords, reviewReasonWords } from '../../../../domain/derive/words.ts';
import type { Review } from '../../../../domain/record/review.ts';
import type { Judgement } from '../../../../domain/record/verdict.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { When } from '../../../ui/when.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { LongText } from './clamped.tsx';
import { RatingChip } from './rating-chip.tsx';
import { commentOf, suggestionOf } from './revisions.ts';
import { useVerdictControls } from './verdict-slot.ts';
import styles from './verdicts.module.css';

export function ReviewItem({ review, of }: { review: Review; of: Judgement }) {
  const { live, verdict } = useDesk();
  const mine = useVerdictControls(verdict);
  const { people } = useRecord();
  const { suggestion } = review;
  const name = people.get(review.author)?.name ?? 'Somebody';
  const isEarlier = review.verdictRevision !== of.revision;
  return (
    <li>
      <div className={styles.reviewLine}>
        <span>
          <strong>{name}</strong>: {reviewOutcomeWords[review.outcome].toLowerCase()}
        </span>
        {isEarlier && <Chip>Of revision {review.verdictRevision}</Chip>}
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
      {suggestion && (
        <div className={styles.suggestion}>
          <span className={styles.facts}>
            Suggests {suggestion.rating !== null && <RatingChip rating={suggestion.rating} />}
          </span>
          {suggestion.rationale && (
            <LongText as="blockquote" lines={4} words={suggestionOf(review)} />
          )}
          {of.author === live.store.me.id && mine && (
            <Button onPress={() => mine.takeOver(suggestion, name)}>Take into my draft</Button>
          )}
        </div>
      )}
    </li>
  );
}
