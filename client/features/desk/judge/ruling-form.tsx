/** A lead settles a claim: rating, how it was reached, an explanation for readers. */
import { useState } from 'react';
import * as z from 'zod/mini';
import type { ProposedRuling } from '../../../../domain/derive/proposal.ts';
import { methodOf } from '../../../../domain/derive/ruling.ts';
import { judgementsOn, staleVerdicts } from '../../../../domain/derive/standing.ts';
import { rulingMethodWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import type { Ruling } from '../../../../domain/record/ruling.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import { newId } from '../../../store/new-id.ts';
import { TextArea } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { useBegun } from './begun.ts';
import { FormFoot } from './form-foot.tsx';
import { PaneForm } from './pane-form.tsx';
import styles from './verdicts.module.css';

const ruling = z.object({
  /** Empty until one is chosen. */
  rating: z.string(),
  explanation: z.string(),
  kind: z.enum(['update', 'correction']),
});

export interface RulingFormProps {
  claim: Claim;
  /** The ruling that this one would replace. */
  before: Ruling | null;
  proposed: ProposedRuling | null;
}

export function RulingForm({ claim, before, proposed }: RulingFormProps) {
  const { id, live, anchors, give, setForm } = useDesk();
  const record = useRecord();
  const judgements = judgementsOn(record, claim);
  const { ratings } = scaleOf(record.settings.scale);
  const { value, change, drop } = useBegun(
    `${live.store.me.id} ${id} ${claim.id} ${claim.version} ruling ${before?.id ?? ''}`,
    ruling,
    {
      // Where the verdicts suggest no one rating, the lead chooses; nothing is chosen for them.
      rating: proposed?.ratings.length === 1 ? (proposed.ratings[0] ?? '') : '',
      explanation: '',
      kind: 'update',
    },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const method = value.rating === '' ? null : methodOf(record, claim, value.rating);
  const dissent = judgements
    .filter(({ rating }) => method !== null && rating !== value.rating)
    .map(({ author }) => record.people.get(author)?.name ?? 'somebody');

  const stale = staleVerdicts(record, claim, anchors.get(claim.id)).map(
    ({ author }) => record.people.get(author)?.name ?? 'somebody',
  );

  async function rule(): Promise<void> {
    if (value.rating === '') return setProblem('Choose a rating first.');
    const result = await give(
      'ruling.give',
      {
        rulingId: newId(),
        claimId: claim.id,
        claimVersion: claim.version,
        rating: value.rating,
        explanation: value.explanation,
        replaces: before?.id ?? null,
        ...(before && { kind: value.kind }),
      },
      { tellsRefusal: true },
    );
    if (isRefusal(result)) return setProblem(result.reason);
    drop();
    setForm(null);
  }

  return (
    <PaneForm name="ruling" label="Ruling" className={styles.form} onSubmit={rule}>
      <Select
        label="Rating"
        value={value.rating}
        onChange={(rating) => change({ rating })}
        choices={[
          ...(value.rating === '' ? [{ id: '', name: 'Choose a rating' }] : []),
          ...ratings.map(({ id: rating, label }) => ({ id: rating, name: label })),
        ]}
      />
      {stale.length > 0 && (
        <p className={styles.hint}>
          Stale: {stale.join(', ')}. Whoever gave it has not said yet whether it still stands.
        </p>
      )}
      <p className={styles.facts} role="status">
        {method && rulingMethodWords[method]}
        {dissent.length > 0 && ` · recorded as dissent: ${dissent.join(', ')}`}
      </p>
      {before && (
        <ToggleGroup
          label="Why there is another ruling"
          value={value.kind}
          onChange={(kind) => change({ kind })}
          choices={[
            { id: 'update', name: 'Facts changed' },
            { id: 'correction', name: 'We erred' },
          ]}
        />
      )}
      <TextArea
        label="Explanation"
        hint="For readers."
        rows={2}
        value={value.explanation}
        onChange={(explanation) => change({ explanation })}
        maxLength={limits.words}
      />
      <FormFoot problem={problem} action="Rule" onCancel={drop} />
    </PaneForm>
  );
}
