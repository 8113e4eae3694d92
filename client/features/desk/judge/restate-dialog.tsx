/** What a claim says of itself: in words that can be checked on their own, who made it, when, of what kind. */
import { useEffect, useMemo, useState } from 'react';
import { sameValue } from '../../../../domain/command/changes.ts';
import { ratingIn } from '../../../../domain/derive/short-form.ts';
import { textDay } from '../../../../domain/derive/text-day.ts';
import { claimTypeWords, likelihoodWords, priorityWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import {
  bearsLikelihood,
  type Claim,
  claimTypes,
  likelihoods,
  priorities,
} from '../../../../domain/record/claim.ts';
import { recordsOf } from '../../../../domain/record/claim-records.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { dateProblem } from '../../../ui/date-text.ts';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { sendByKey } from '../../../ui/send-by-key.ts';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { useBegun } from './begun.ts';
import { ChainField } from './chain-field.tsx';
import { Clamped } from './clamped.tsx';
import { OvertakenNotice } from './overtaken-notice.tsx';
import styles from './restate.module.css';
import {
  asksAnew,
  caughtUp,
  draftOf,
  overtaken,
  restated,
  restatingDraft,
  type Sayings,
  seenIn,
} from './restating.ts';
import { TagsField } from './tags-field.tsx';

export function RestateDialog({ claim }: { claim: Claim }) {
  const { id, live, give, setForm } = useDesk();
  const record = useRecord();
  const [initial] = useState(() => draftOf(claim));
  const begun = useBegun(`${live.store.me.id} ${id} ${claim.id} restate`, restatingDraft, initial);
  const { change, drop } = begun;
  // Changes are judged against what was seen, not against what came meanwhile.
  const { now: value, seen } = begun.value;
  const [problem, setProblem] = useState<string | null>(null);
  const changes = restated(value, seen);
  const theirs = overtaken(changes, seen, claim);
  const judged = recordsOf(record, claim.id).verdicts.filter(({ kind }) => kind !== 'pass').length;
  const anew = judged > 0 && asksAnew(changes, seen);

  // Fields that I have not touched follow what others write in them.
  const said = draftOf(claim).seen;
  const isBehind = theirs.length === 0 && !sameValue(seen, said);
  useEffect(() => {
    if (isBehind) change({ now: caughtUp(value, seen, said), seen: said });
  });

  function cancel(): void {
    drop();
    setForm(null);
  }

  async function save(): Promise<void> {
    if (theirs.length > 0) return setProblem('Say first whose words shall stay.');
    const wrong = dateProblem(value);
    if (wrong !== null) return setProblem(wrong);
    if (Object.keys(changes).length === 0) return cancel();
    const result = await give('claim.restate', {
      claimId: claim.id,
      version: claim.version,
      changes,
      seen: seenIn(changes, seen),
    });
    if (isRefusal(result)) return setProblem(result.reason);
    cancel();
  }

  return (
    <Dialog title={`Restate #${claim.number}`} wide isOpen onClose={() => setForm(null)}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={sendByKey}
      >
        <Clamped as="blockquote" lines={3} className={styles.quote}>
          {claim.quote.exact}
        </Clamped>
        <SayingFields
          value={value}
          change={(changed) => change({ now: { ...value, ...changed } })}
          record={record}
        />
        {anew && (
          <Notice tone="warn">
            This asks another question: {judged === 1 ? 'the verdict' : `${judged} verdicts`} on it
            will be stale until {judged === 1 ? 'its author says' : 'their authors say'} that it
            still stands.
          </Notice>
        )}
        {theirs.length > 0 && (
          <OvertakenNotice
            claim={claim}
            fields={theirs}
            onKeepMine={() => {
              change({ now: caughtUp(value, seen, said), seen: said });
              setProblem(null);
            }}
            onTakeTheirs={() => {
              change(draftOf(claim));
              setProblem(null);
            }}
          />
        )}
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button onPress={cancel}>Cancel</Button>
          <Button type="submit" variant="primary">
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface SayingFieldsProps {
  value: Sayings;
  change(change: Partial<Sayings>): void;
  record: RecordState;
}

function SayingFields({ value, change, record }: SayingFieldsProps) {
  const { settings, claims } = record;
  const day = textDay(settings);
  const known = useMemo(() => knownTags(claims), [claims]);
  const rated = ratingIn(value.short, scaleOf(settings.scale));
  const left = limits.shortForm - value.short.length;
  return (
    <>
      <TextArea
        label="Restated"
        hint="One sentence that can be checked without the text around it."
        rows={2}
        value={value.restatement}
        onChange={(restatement) => change({ restatement })}
        maxLength={limits.statement}
        autoFocus
      />
      <TextField
        label="Short form"
        hint={
          rated === null
            ? `For lists and maps, without a rating. ${left} characters left.`
            : `“${rated}” reads like a rating. Say what is claimed, not what you hold of it.`
        }
        value={value.short}
        onChange={(short) => change({ short })}
        maxLength={limits.shortForm}
      />
      <div className={styles.pair}>
        <TextField
          label="Claimant"
          value={value.claimant}
          onChange={(claimant) => change({ claimant })}
          maxLength={limits.line}
        />
        <TextField
          label="Place"
          value={value.place}
          onChange={(place) => change({ place })}
          maxLength={limits.line}
        />
      </div>
      <ChainField value={value.chain} onChange={(chain) => change({ chain })} />
      <div className={styles.pair}>
        <DateField
          label="Date"
          className={styles.whole ?? ''}
          value={value}
          onChange={change}
          language={settings.language}
          asOf={day === null ? null : { edtf: day, name: 'the date of the text' }}
        />
        <Select
          label="Type"
          value={value.type}
          onChange={(type) => change({ type })}
          choices={[
            { id: 'unsaid', name: 'Not said' },
            ...claimTypes.map((each) => ({ id: each, name: claimTypeWords[each] })),
          ]}
        />
        {bearsLikelihood(value.type === 'unsaid' ? null : value.type) && (
          <Select
            label="Likelihood in the text"
            value={value.likelihood}
            onChange={(likelihood) => change({ likelihood })}
            choices={[
              { id: 'unsaid', name: 'Not said' },
              ...likelihoods.map((each) => ({ id: each, name: likelihoodWords[each] })),
            ]}
          />
        )}
        <TagsField value={value.tags} known={known} onChange={(tags) => change({ tags })} />
        <div>
          <span className={styles.label} aria-hidden>
            Priority
          </span>
          <ToggleGroup
            label="Priority"
            value={value.priority}
            onChange={(priority) => change({ priority })}
            choices={priorities.map((each) => ({ id: each, name: priorityWords[each] }))}
          />
        </div>
      </div>
    </>
  );
}

/** The most used first, then by name. */
function knownTags(claims: RecordState['claims']): string[] {
  const counts = new Map<string, number>();
  for (const { tags, withdrawn } of claims.values()) {
    if (withdrawn) continue;
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([tag]) => tag);
}
