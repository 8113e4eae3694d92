/** What somebody held before: read from the log when asked for. */
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
import { Clamped } from './clamped.tsx';
import { Earlier } from './earlier.tsx';
import { RatingChip } from './rating-chip.tsx';
import type { RecordAt } from './revisions.ts';
import styles from './verdicts.module.css';

export function EarlierRevisions({ of }: { of: RecordAt }) {
  return (
    <Earlier of={of} one="revision" many="revisions">
      {(values) => {
        const known = values.flatMap((value) => verdict.safeParse(value).data ?? []);
        const earlier = known.filter(({ revision }) => revision < of.version);
        if (earlier.length === 0) return null;
        return (
          <ol className={styles.revisions} aria-label="Earlier revisions">
            {earlier.map((each) => (
              <EarlierVerdict
                key={each.revision}
                verdict={each}
                next={known.find(({ revision }) => revision === each.revision + 1)}
              />
            ))}
          </ol>
        );
      }}
    </Earlier>
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
