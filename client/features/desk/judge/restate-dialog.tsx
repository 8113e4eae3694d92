/** What a claim says of itself: in words that can be checked on their own, who made it, when, of what kind. */
import { useState } from 'react';
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
import { isRefusal } from '../../../../domain/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { useBegun } from './begun.ts';
import styles from './restate.module.css';
import { asksAnew, restated, sayings, sayingsOf, seenIn } from './restating.ts';

export function RestateDialog({ claim }: { claim: Claim }) {
  const { id, live, give, setForm } = useDesk();
  const record = useRecord();
  // What the form started from: changes are judged against it, not against what came meanwhile.
  const [seen] = useState(claim);
  const [initial] = useState(() => sayingsOf(claim));
  const { value, change, drop } = useBegun(
    `${live.store.me.id} ${id} ${claim.id} ${seen.version} restate`,
    sayings,
    initial,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const day = textDay(record.settings);
  const changes = restated(value, seen);
  const judged = recordsOf(record, claim.id).verdicts.filter(({ kind }) => kind !== 'pass').length;
  const anew = judged > 0 && asksAnew(changes, seen);

  function cancel(): void {
    drop();
    setForm(null);
  }

  async function save(): Promise<void> {
    if (Object.keys(changes).length === 0) return cancel();
    const result = await give('claim.restate', {
      claimId: claim.id,
      version: seen.version,
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
      >
        <blockquote className={styles.quote}>{claim.quote.exact}</blockquote>
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
          hint={`For lists and maps, without a rating. ${limits.shortForm - value.short.length} characters left.`}
          value={value.short}
          onChange={(short) => change({ short })}
          maxLength={limits.shortForm}
        />
        <div className={styles.pair}>
          <TextField
            label="Claimant"
            hint="Who says so."
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
          <DateField
            label="Date"
            className={styles.whole ?? ''}
            value={value}
            onChange={change}
            language={record.settings.language}
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
          <Select
            label="Likelihood in the text"
            value={value.likelihood}
            onChange={(likelihood) => change({ likelihood })}
            isDisabled={!bearsLikelihood(value.type === 'unsaid' ? null : value.type)}
            choices={[
              { id: 'unsaid', name: 'Not said' },
              ...likelihoods.map((each) => ({ id: each, name: likelihoodWords[each] })),
            ]}
          />
          <TextField
            label="Tags"
            hint="With commas between them."
            value={value.tags}
            onChange={(tags) => change({ tags })}
            maxLength={limits.tags * 40}
          />
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
        {anew && (
          <Notice tone="warn">
            This asks another question: {judged === 1 ? 'the verdict' : `${judged} verdicts`} on it
            will be stale until {judged === 1 ? 'its author says' : 'their authors say'} that it
            still stands.
          </Notice>
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
