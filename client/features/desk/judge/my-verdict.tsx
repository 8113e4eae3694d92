/** At the foot of the right pane, always: what I hold of this claim. */
import { useEffect, useRef } from 'react';
import { passReasonWords } from '../../../../domain/derive/words.ts';
import { mayJudge } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import { ratingOf } from '../../../../domain/scale/scale.ts';
import { classes } from '../../../ui/classes.ts';
import { When } from '../../../ui/when.tsx';
import { type FormName, useDesk, useRecord } from '../desk-context.ts';
import { useAnnounce } from '../header/use-presence.ts';
import styles from './my-verdict.module.css';
import { PassForm } from './pass-form.tsx';
import { RatingChip } from './rating-chip.tsx';
import { useForm } from './use-form.ts';
import { type MyVerdictState, useMyVerdict } from './use-my-verdict.ts';
import { VerdictForm } from './verdict-form.tsx';

/** What somebody writes in these needs the room; the digits go on working meanwhile. */
const elsewhere: readonly (FormName | undefined)[] = [
  'evidence',
  'review',
  'ruling',
  'comment',
  'reply',
  'comment-edit',
];

export function MyVerdict({ claim }: { claim: Claim }) {
  const { live, form, verdict, setForm } = useDesk();
  const { settings } = useRecord();
  const scale = scaleOf(settings.scale);
  const mine = useMyVerdict(claim);
  const { rating } = mine.draft;
  const rationale = useRef<HTMLTextAreaElement>(null);
  const refused = claim.withdrawn
    ? 'A withdrawn claim is not judged. What was said of it is kept.'
    : (mayJudge(live.store.me.role)?.reason ?? null);
  const passing = useForm('pass', refused) !== null;
  const folded = elsewhere.includes(form?.name);
  useAnnounce(live, 'writing', mine.isDraft);

  const newest = useRef({ mine, scale });
  useEffect(() => {
    newest.current = { mine, scale };
  });
  useEffect(() => {
    if (refused !== null) return;
    return verdict.fill({
      isDrafted: () => newest.current.mine.isDraft && newest.current.mine.draft.rating !== null,
      setRating(index) {
        const picked = newest.current.scale.ratings[index];
        if (picked) newest.current.mine.set({ rating: picked.id });
      },
      submit: () => void newest.current.mine.submit(),
      takeOver: (suggestion, by) => newest.current.mine.takeOver(suggestion, by),
      focusRationale() {
        setForm(null);
        // The field may have to come back first.
        setTimeout(() => rationale.current?.focus());
      },
    });
  }, [refused, verdict, setForm]);

  if (refused !== null) {
    return (
      <section className={classes(styles.verdict, styles.refused)} aria-label="My verdict">
        <h3>My verdict</h3>
        <p className={styles.note}>{refused}</p>
      </section>
    );
  }
  return (
    <section
      className={styles.verdict}
      aria-label="My verdict"
      data-keep-clear=""
      // On a phone the rest unfolds once something is begun.
      data-quiet={!mine.isDraft}
    >
      <div className={styles.line}>
        <h3>My verdict</h3>
        {folded && rating !== null && <RatingChip rating={rating} />}
        <span className={styles.state} role="status">
          <StateWords mine={mine} rating={ratingOf(scale, rating ?? '')?.label} />
        </span>
        {mine.isDraft && mine.given && !folded && (
          <button type="button" className={styles.link} onClick={mine.discard}>
            Discard
          </button>
        )}
      </div>
      {passing && <PassForm claim={claim} mine={mine} />}
      {!passing && !folded && (
        <VerdictForm claim={claim} mine={mine} scale={scale} rationale={rationale} />
      )}
    </section>
  );
}

function StateWords({ mine, rating }: { mine: MyVerdictState; rating: string | undefined }) {
  const { own, given, isDraft } = mine;
  if (isDraft) {
    return (
      <>
        {rating !== undefined && <span className="visually-hidden">{rating}: </span>}
        {given ? 'changed, not given yet' : 'draft, not given yet'}
      </>
    );
  }
  if (given) {
    return (
      <>
        given <When at={given.submittedAt} />
      </>
    );
  }
  if (own?.kind === 'pass') return <>you passed: {passReasonWords[own.reason].toLowerCase()}</>;
  return <>seen by all once given</>;
}
