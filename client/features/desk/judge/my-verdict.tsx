/** At the foot of the right pane, always: what I hold of this claim. */
import { useEffect, useRef } from 'react';
import { likelihoodWithConfidence } from '../../../../domain/derive/likelihood-hint.ts';
import { newEvidenceSince, stalenessOf } from '../../../../domain/derive/standing.ts';
import { staleReasonWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import { mayJudge } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { recordsOf } from '../../../../domain/record/claim-records.ts';
import { verdictKey } from '../../../../domain/record/verdict.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import { Button } from '../../../ui/button.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { useAnnounce } from '../header/use-presence.ts';
import { ConfidenceChoice } from './confidence-choice.tsx';
import styles from './my-verdict.module.css';
import { PassForm } from './pass-form.tsx';
import { RatingKeys } from './rating-keys.tsx';
import { useDraft } from './use-draft.ts';

export function MyVerdict({ claim }: { claim: Claim }) {
  const desk = useDesk();
  const { id: document, live, give, setVerdict, form, setForm, shown, open, anchors, say } = desk;
  const record = useRecord();
  const me = live.store.me;
  const own = record.verdicts.get(verdictKey(claim.id, me.id));
  const { draft, isDraft, set, drop } = useDraft(`${document} ${claim.id}`, own);
  const rationale = useRef<HTMLTextAreaElement>(null);
  const scale = scaleOf(record.settings.scale);
  const refused = claim.withdrawn
    ? 'This claim was withdrawn.'
    : (mayJudge(me.role)?.reason ?? null);
  const evidence = recordsOf(record, claim.id).evidence.filter((piece) => !piece.removed);
  const stale = own && stalenessOf(record, claim, own, anchors.get(claim.id));
  const fresh = own ? newEvidenceSince(record, own) : 0;
  useAnnounce(live, 'writing', isDraft);

  async function submit(): Promise<void> {
    if (draft.rating === null) return say('Pick a rating first: 1 to 9.');
    const live = new Set(evidence.map(({ id }) => id));
    const result = await give('verdict.give', {
      claimId: claim.id,
      claimVersion: claim.version,
      rating: draft.rating,
      confidence: draft.confidence,
      basis: draft.basis,
      rationale: draft.rationale,
      likelihood: null,
      evidence: (draft.evidence ?? [...live]).filter((id) => live.has(id)),
    });
    if (isRefusal(result)) return;
    drop();
    const next = shown[shown.indexOf(claim.id) + 1];
    if (next !== undefined) open(next, 'key');
  }

  const controls = useRef({ set, submit, ratings: scale.ratings });
  useEffect(() => {
    controls.current = { set, submit, ratings: scale.ratings };
  });
  useEffect(() => {
    if (refused !== null) return;
    setVerdict({
      setRating(index) {
        const rating = controls.current.ratings[index];
        if (rating) controls.current.set({ rating: rating.id });
      },
      submit: () => void controls.current.submit(),
      focusRationale: () => rationale.current?.focus(),
    });
    return () => setVerdict(null);
  }, [refused, setVerdict]);

  if (refused !== null) {
    return (
      <section className={styles.verdict} aria-label="My verdict">
        <h3>My verdict</h3>
        <p className={styles.note}>{refused}</p>
      </section>
    );
  }
  const hint = likelihoodWithConfidence(draft.rationale);
  return (
    <section className={styles.verdict} aria-label="My verdict">
      <div className={styles.line}>
        <h3>My verdict</h3>
        <span className={styles.state}>
          {isDraft
            ? 'draft, not given yet'
            : own
              ? own.kind === 'pass'
                ? 'passed'
                : 'given'
              : 'seen by all once given'}
        </span>
      </div>
      {form?.name === 'pass' ? (
        <PassForm claim={claim} />
      ) : (
        <>
          {stale && own.kind === 'verdict' && (
            <div className={styles.stale}>
              <span>Stale: {staleReasonWords[stale.reason]}.</span>
              <Button
                onPress={() =>
                  void give('verdict.stand', {
                    claimId: claim.id,
                    claimVersion: claim.version,
                    revision: own.revision,
                  })
                }
              >
                Still stands
              </Button>
            </div>
          )}
          {fresh > 0 && (
            <p className={styles.note}>
              {fresh} new {fresh === 1 ? 'piece of evidence' : 'pieces of evidence'} since your
              verdict.
            </p>
          )}
          <RatingKeys
            scale={scale}
            value={draft.rating}
            onChange={(rating) => set({ rating })}
            onPass={() => setForm({ name: 'pass' })}
          />
          <ConfidenceChoice
            value={draft.confidence}
            onChange={(confidence) => set({ confidence })}
          />
          <textarea
            ref={rationale}
            className={styles.rationale}
            aria-label="Rationale"
            placeholder="Why, and on what evidence"
            rows={2}
            maxLength={limits.words}
            value={draft.rationale}
            onChange={(event) => set({ rationale: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void submit();
            }}
          />
          {hint !== null && (
            <p className={styles.hint}>
              Likelihood and confidence in one sentence. Split them, so that each can be judged.
            </p>
          )}
          <div className={styles.line}>
            <Button variant="primary" shortcut="↵" onPress={() => void submit()}>
              {own && !isDraft ? 'Give again' : 'Submit and go on'}
            </Button>
            {evidence.length === 0 && draft.rating !== null && (
              <span className={styles.note}>No evidence yet.</span>
            )}
          </div>
        </>
      )}
    </section>
  );
}
