/** How the claim was settled, with dissent; and for a lead the way to settle it. */
import { proposedRuling } from '../../../../domain/derive/proposal.ts';
import { latestRuling, rulingHolds } from '../../../../domain/derive/ruling.ts';
import { judgementsOn } from '../../../../domain/derive/standing.ts';
import { rulingKindWords, rulingMethodWords } from '../../../../domain/derive/words.ts';
import { mayRule } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import type { Ruling } from '../../../../domain/record/ruling.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { When } from '../../../ui/when.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { LongText } from './clamped.tsx';
import { RatingChip } from './rating-chip.tsx';
import { explanationOf } from './revisions.ts';
import { RulingForm } from './ruling-form.tsx';
import { useForm } from './use-form.ts';
import styles from './verdicts.module.css';

export function RulingPanel({ claim }: { claim: Claim }) {
  const { live, anchors, setForm } = useDesk();
  const record = useRecord();
  const ruling = latestRuling(record, claim.id);
  const refused = mayRule(live.store.me.role);
  const judged = judgementsOn(record, claim).length > 0;
  const none = claim.withdrawn
    ? 'This claim was withdrawn.'
    : (refused?.reason ?? (judged ? null : 'There is no verdict to rule on yet.'));
  const form = useForm('ruling', none);
  const proposed = proposedRuling(record, claim, anchors.get(claim.id));
  const [only, ...others] = proposed?.ratings ?? [];
  return (
    <>
      {ruling && <RulingCard claim={claim} ruling={ruling} />}
      {form && <RulingForm claim={claim} before={ruling} proposed={proposed} />}
      {!form && none === null && (
        <div className={styles.rule}>
          <span className={styles.facts}>
            {ruling && 'Another ruling takes its place.'}
            {!ruling && !only && 'No ruling yet.'}
            {!ruling && only && others.length === 0 && proposed && (
              <>
                Proposed: <RatingChip rating={only} />{' '}
                {rulingMethodWords[proposed.method].toLowerCase()}
              </>
            )}
            {!ruling && others.length > 0 && 'As many hold one rating as the next.'}
          </span>
          <Button data-opens="ruling" onPress={() => setForm({ name: 'ruling' })}>
            {ruling ? 'Rule again' : 'Rule'}
          </Button>
        </div>
      )}
    </>
  );
}

function RulingCard({ claim, ruling }: { claim: Claim; ruling: Ruling }) {
  const { anchors } = useDesk();
  const record = useRecord();
  const holds = rulingHolds(record, claim, ruling, anchors.get(claim.id));
  return (
    <section className={styles.ruling} aria-label="Ruling">
      <div className={styles.line}>
        <strong>{rulingKindWords[ruling.kind]}</strong>
        <RatingChip rating={ruling.rating} />
        <span className={styles.when}>
          <When at={ruling.ruledAt} />
        </span>
      </div>
      <p className={styles.facts}>
        {rulingMethodWords[ruling.method]} · {record.people.get(ruling.ruledBy)?.name}
      </p>
      {ruling.explanation && <LongText as="p" lines={4} words={explanationOf(ruling)} />}
      {ruling.dissent.map((dissent) => (
        <blockquote key={dissent.author} className={styles.dissent}>
          <span>
            Dissent by {record.people.get(dissent.author)?.name ?? 'somebody'}{' '}
            <RatingChip rating={dissent.rating} />
          </span>
          {dissent.words && <p>{dissent.words}</p>}
        </blockquote>
      ))}
      <EarlierRulings ruling={ruling} />
      {!holds && (
        <Notice tone="warn">
          Something it was made on has changed since. The claim is being checked again.
        </Notice>
      )}
    </section>
  );
}

/** What was ruled before: it stays in sight, with when and why it was replaced. */
function EarlierRulings({ ruling }: { ruling: Ruling }) {
  const { rulings } = useRecord();
  const earlier: Ruling[] = [];
  for (let id = ruling.replaces; id !== null; ) {
    const before = rulings.get(id);
    if (!before || earlier.includes(before)) break;
    earlier.push(before);
    id = before.replaces;
  }
  return earlier.map((before) => (
    <p key={before.id} className={styles.facts}>
      Before: <RatingChip rating={before.rating} /> {rulingMethodWords[before.method].toLowerCase()}
      , <When at={before.ruledAt} />
    </p>
  ));
}
