/** Rating, confidence, rationale, what it rests on; and giving it. */
import type { RefObject } from 'react';
import { limits } from '../../../../domain/limits.ts';
import { bearsLikelihood, type Claim } from '../../../../domain/record/claim.ts';
import type { Scale } from '../../../../domain/scale/scale.ts';
import { Button } from '../../../ui/button.tsx';
import { hintOf } from '../../actions/list.ts';
import { useDesk, useSnapshot } from '../desk-context.ts';
import { ConfidenceChoice } from './confidence-choice.tsx';
import { LikelihoodChoice } from './likelihood-choice.tsx';
import styles from './my-verdict.module.css';
import { RatingKeys } from './rating-keys.tsx';
import { RestsOn } from './rests-on.tsx';
import { SinceThen } from './since-then.tsx';
import { Revising } from './revising.tsx';
import type { MyVerdictState } from './use-my-verdict.ts';
import { VerdictHints } from './verdict-hints.tsx';

export interface VerdictFormProps {
  claim: Claim;
  mine: MyVerdictState;
  scale: Scale;
  rationale: RefObject<HTMLTextAreaElement | null>;
}

export function VerdictForm({ claim, mine, scale, rationale }: VerdictFormProps) {
  const { setForm } = useDesk();
  const { connection } = useSnapshot();
  const { draft, set, given, isDraft, evidence, reading } = mine;
  const unchanged = given !== undefined && !isDraft && mine.stale === null;
  const note = footNote(mine, unchanged, connection.kind !== 'live');
  return (
    <>
      <SinceThen claim={claim} mine={mine} />
      <RatingKeys
        scale={scale}
        value={draft.rating}
        onChange={(rating) => set({ rating })}
        onPass={() => setForm({ name: 'pass' })}
      />
      <div className={styles.rest}>
        <ConfidenceChoice
          value={draft.confidence}
          isBrief={isDraft || given !== undefined}
          onChange={(confidence) => set({ confidence })}
        />
        {(isDraft || draft.basis !== '') && (
          <input
            className={styles.basis}
            aria-label="Basis of the confidence"
            placeholder="What the confidence rests on"
            maxLength={limits.line}
            value={draft.basis}
            onChange={(event) => set({ basis: event.target.value })}
          />
        )}
        {bearsLikelihood(claim.type) && (
          <LikelihoodChoice
            value={draft.likelihood}
            onChange={(likelihood) => set({ likelihood })}
          />
        )}
        <textarea
          ref={rationale}
          className={styles.rationale}
          aria-label="Rationale"
          placeholder="Why, and on what evidence"
          rows={2}
          maxLength={limits.words}
          disabled={reading !== null}
          value={draft.rationale}
          onChange={(event) => set({ rationale: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void mine.submit();
          }}
        />
        {reading === 'busy' && (
          <p className={styles.note} role="status">
            Reading your whole rationale…
          </p>
        )}
        {reading === 'failed' && (
          <p className={styles.hint} role="status">
            Your whole rationale cannot be read now.{' '}
            <button type="button" className={styles.link} onClick={mine.readAgain}>
              Try again
            </button>
          </p>
        )}
        {(isDraft || !given) && <VerdictHints drafted={{ ...draft, evidence: mine.resting }} />}
        {given && isDraft && <Revising given={given} now={{ ...draft, evidence: mine.resting }} />}
      </div>
      <div className={styles.foot}>
        <Button
          variant="primary"
          shortcut={hintOf('submit')}
          isDisabled={unchanged}
          onPress={() => void mine.submit()}
        >
          {given ? 'Revise and go on' : 'Submit and go on'}
        </Button>
        {evidence.length > 0 && (
          <RestsOn
            pieces={evidence}
            chosen={mine.resting}
            onChange={(chosen) =>
              set({ evidence: chosen.length === evidence.length && !given ? null : chosen })
            }
          />
        )}
        {note !== null && <span className={styles.note}>{note}</span>}
      </div>
    </>
  );
}

function footNote(mine: MyVerdictState, unchanged: boolean, away: boolean): string | null {
  if (away && mine.isDraft) return 'Offline: once given it is kept here and goes out later.';
  if (unchanged) return 'Change something to revise it.';
  return null;
}
