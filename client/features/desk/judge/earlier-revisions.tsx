/** What somebody held before: read from the log when asked for. */
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { confidenceWords, passReasonWords } from '../../../../domain/derive/words.ts';
import { type Verdict, verdict } from '../../../../domain/record/verdict.ts';
import { When } from '../../../ui/when.tsx';
import { useDesk } from '../desk-context.ts';
import { Clamped } from './clamped.tsx';
import { RatingChip } from './rating-chip.tsx';
import { type RecordAt, revisionsQuery } from './revisions.ts';
import styles from './verdicts.module.css';

export function EarlierRevisions({ of }: { of: RecordAt }) {
  const { id } = useDesk();
  const [open, setOpen] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    ...revisionsQuery(id, of),
    enabled: open,
  });
  const earlier = (data?.revisions ?? []).flatMap(({ value }) => {
    const known = verdict.safeParse(value);
    return known.success && known.data.revision < of.version ? [known.data] : [];
  });
  const count = of.version - 1;
  return (
    <div className={styles.earlier}>
      <button
        type="button"
        className={styles.disclosure}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={12} aria-hidden />
        {count} earlier {count === 1 ? 'revision' : 'revisions'}
      </button>
      {open && isFetching && !data && <p role="status">Reading…</p>}
      {open && error && !isFetching && (
        <p role="alert">
          They cannot be read now. {error.message}{' '}
          <button type="button" className={styles.disclosure} onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
      {open && earlier.length > 0 && (
        <ol className={styles.revisions} aria-label="Earlier revisions">
          {earlier.map((each) => (
            <EarlierVerdict key={each.revision} verdict={each} />
          ))}
        </ol>
      )}
    </div>
  );
}

function EarlierVerdict({ verdict: before }: { verdict: Verdict }) {
  return (
    <li>
      <div className={styles.line}>
        {before.kind === 'verdict' && <RatingChip rating={before.rating} />}
        <span className={styles.facts}>
          {before.kind === 'verdict' && `${confidenceWords[before.confidence]} confidence`}
          {before.kind === 'pass' && `Passed: ${passReasonWords[before.reason].toLowerCase()}`}
          {before.kind === 'sealed' && 'Sealed'}
        </span>
        <span className={styles.when}>
          <When at={before.submittedAt} />
        </span>
      </div>
      {before.kind === 'verdict' && before.rationale && (
        <Clamped as="p" lines={4}>
          {before.rationale}
        </Clamped>
      )}
    </li>
  );
}
