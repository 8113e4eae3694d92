/** How the claim was settled, with dissent; and for a lead the way to settle it. */
import { useState } from 'react';
import { proposedRuling } from '../../../../domain/derive/proposal.ts';
import { latestRuling, rulingHolds } from '../../../../domain/derive/ruling.ts';
import { judgementsOn } from '../../../../domain/derive/standing.ts';
import { rulingKindWords, rulingMethodWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import { mayRule } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import type { Ruling, RulingKind } from '../../../../domain/record/ruling.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import { newId } from '../../../store/new-id.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { When } from '../../../ui/when.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { RatingChip } from './verdict-item.tsx';
import styles from './verdicts.module.css';

export function RulingPanel({ claim }: { claim: Claim }) {
  const { live, form, setForm } = useDesk();
  const record = useRecord();
  const ruling = latestRuling(record, claim.id);
  const may =
    mayRule(live.store.me.role) === null &&
    !claim.withdrawn &&
    judgementsOn(record, claim).length > 0;
  return (
    <>
      {ruling && <RulingCard claim={claim} ruling={ruling} />}
      {may && form?.name === 'ruling' && <RulingForm claim={claim} before={ruling} />}
      {may && form?.name !== 'ruling' && (
        <Button onPress={() => setForm({ name: 'ruling' })}>
          {ruling ? 'Rule again' : 'Rule'}
        </Button>
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
      {ruling.explanation && <p>{ruling.explanation}</p>}
      {ruling.dissent.map((dissent) => (
        <blockquote key={dissent.author} className={styles.dissent}>
          <span>
            Dissent by {record.people.get(dissent.author)?.name ?? 'somebody'}{' '}
            <RatingChip rating={dissent.rating} />
          </span>
          {dissent.words && <p>{dissent.words}</p>}
        </blockquote>
      ))}
      {!holds && (
        <Notice tone="warn">Something changed since. This ruling is being re-checked.</Notice>
      )}
    </section>
  );
}

function RulingForm({ claim, before }: { claim: Claim; before: Ruling | null }) {
  const { anchors, give, setForm } = useDesk();
  const record = useRecord();
  const proposed = proposedRuling(record, claim, anchors.get(claim.id));
  const { ratings } = scaleOf(record.settings.scale);
  const [rating, setRating] = useState(
    proposed?.ratings[0] ?? before?.rating ?? judgementsOn(record, claim)[0]?.rating ?? 'true',
  );
  const [explanation, setExplanation] = useState(before?.explanation ?? '');
  const [kind, setKind] = useState<Exclude<RulingKind, 'first'>>('update');
  const [problem, setProblem] = useState<string | null>(null);

  async function rule(): Promise<void> {
    const result = await give('ruling.give', {
      rulingId: newId(),
      claimId: claim.id,
      claimVersion: claim.version,
      rating,
      explanation,
      replaces: before?.id ?? null,
      ...(before && { kind }),
    });
    if (isRefusal(result)) setProblem(result.reason);
    else setForm(null);
  }

  return (
    <form
      className={styles.form}
      aria-label="Ruling"
      onSubmit={(event) => {
        event.preventDefault();
        void rule();
      }}
    >
      {proposed && proposed.ratings.length === 1 && (
        <p className={styles.facts}>
          Proposed by the verdicts: {rulingMethodWords[proposed.method].toLowerCase()}.
        </p>
      )}
      <Select
        label="Rating"
        value={rating}
        onChange={setRating}
        choices={ratings.map(({ id, label }) => ({ id, name: label }))}
      />
      {before && (
        <ToggleGroup
          label="Why there is another ruling"
          value={kind}
          onChange={setKind}
          choices={[
            { id: 'update', name: 'Facts changed' },
            { id: 'correction', name: 'We erred' },
          ]}
        />
      )}
      <TextArea
        label="Explanation"
        hint="For readers."
        value={explanation}
        onChange={setExplanation}
        maxLength={limits.words}
      />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          Rule
        </Button>
        <Button variant="quiet" onPress={() => setForm(null)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
