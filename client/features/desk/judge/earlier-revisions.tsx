/** What somebody held before: read from the log when asked for. */
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { heldDifferently, heldIn } from '../../../../domain/derive/verdict-changes.ts';
import {
  confidenceWords,
  heldFieldWords,
  passReasonWords,
} from '../../../../domain/derive/words.ts';
import { type Judgement, type Verdict, verdict } from '../../../../domain/record/verdict.ts';
import { When } from '../../../ui/when.tsx';
import { WordsChanged } from '../../../ui/words-changed.tsx';
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
  const known = (data?.revisions ?? []).flatMap(({ value }) => verdict.safeParse(value).data ?? []);
  const earlier = known.filter(({ revision }) => revision < of.version);
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
            <EarlierVerdict
              key={each.revision}
              verdict={each}
              next={known.find(({ revision }) => revision === each.revision + 1)}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

interface EarlierVerdictProps {
  verdict: Verdict;
  /** The revision that took its place. */
  next: Verdict | undefined;
}

function EarlierVerdict({ verdict: before, next }: EarlierVerdictProps) {
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
      {before.kind === 'verdict' && next?.kind === 'verdict' && (
        <ThenChanged before={before} next={next} />
      )}
    </li>
  );
}

/** What the next revision says otherwise; of the rationale its words, to compare. */
function ThenChanged({ before, next }: { before: Judgement; next: Judgement }) {
  const [open, setOpen] = useState(false);
  const changed = heldDifferently(heldIn(before), heldIn(next));
  if (changed.length === 0) return <p className={styles.facts}>Then: still stands.</p>;
  const fields = changed.map((field) => heldFieldWords[field].toLowerCase()).join(', ');
  return (
    <>
      <p className={styles.facts}>
        Then changed: {fields}.{' '}
        {changed.includes('rationale') && (
          <button
            type="button"
            className={styles.disclosure}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Hide the difference' : 'Show the difference'}
          </button>
        )}
      </p>
      {open && (
        <p>
          <WordsChanged from={before.rationale} to={next.rationale} />
        </p>
      )}
    </>
  );
}
