/** Says that this claim is another one, which stays; or links it with one that checks the other question. */
import { useState } from 'react';
import { mergedInto, recordsOf } from '../../../../domain/record/claim-records.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { threadsOn } from '../../../../domain/talk/thread.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { threadsIn } from '../talk/threads.ts';
import { ClaimPicker } from './claim-picker.tsx';
import { Clamped } from './clamped.tsx';
import styles from './restate.module.css';
import { twinOf } from './twin.ts';

export interface MergeDialogProps {
  claim: Claim;
  as: 'merge' | 'link';
  /** The other claim that is chosen at first. */
  about?: string | undefined;
}

export function MergeDialog({ claim, as, about }: MergeDialogProps) {
  const { give, open, setForm, live } = useDesk();
  const record = useRecord();
  const [chosen, setChosen] = useState<string | null>(about ?? null);
  const [problem, setProblem] = useState<string | null>(null);
  const candidates = candidatesFor(record, claim, as);
  const other = chosen === null ? undefined : record.claims.get(chosen);
  const refused = other && checked(other);

  function checked(target: Claim) {
    const { id: claimId, version } = claim;
    return as === 'merge'
      ? live.store.check('claim.merge', { claimId, version, into: target.id })
      : live.store.check('claim.link', { claimId, twin: target.id });
  }

  async function submit(): Promise<void> {
    if (!other) return setProblem('Choose a claim first.');
    if (refused) return setProblem(refused.reason);
    const { id: claimId, version } = claim;
    setForm(null);
    const result =
      as === 'merge'
        ? await give('claim.merge', { claimId, version, into: other.id })
        : await give('claim.link', { claimId, twin: other.id });
    if (!isRefusal(result) && as === 'merge') open(other.id, 'key');
  }

  return (
    <Dialog
      title={as === 'merge' ? `Merge #${claim.number} into another claim` : `Link #${claim.number}`}
      wide
      isOpen
      onClose={() => setForm(null)}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Clamped as="blockquote" lines={3} className={styles.quote}>
          {claim.quote.exact}
        </Clamped>
        <ClaimPicker
          label={
            as === 'merge' ? 'The claim that stays' : 'The claim that checks the other question'
          }
          claims={candidates}
          value={chosen}
          onChange={(id) => {
            setChosen(id);
            setProblem(null);
          }}
        />
        {other && as === 'merge' && !refused && (
          <p className={styles.note} role="status">
            {consequences(record, claim, other)}
          </p>
        )}
        {(problem ?? refused?.reason) && (
          <Notice tone="danger">{problem ?? refused?.reason}</Notice>
        )}
        <DialogActions>
          <Button onPress={() => setForm(null)}>Cancel</Button>
          <Button type="submit" variant="primary">
            {as === 'merge' ? (other ? `Merge into #${other.number}` : 'Merge') : 'Link'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Live claims of the same question, or of the other, nearest in the text first. */
function candidatesFor(record: RecordState, claim: Claim, as: 'merge' | 'link'): Claim[] {
  const away = (other: Claim): number => Math.abs(other.position.start - claim.position.start);
  return [...record.claims.values()]
    .filter((other) => other.id !== claim.id && !other.withdrawn)
    .filter((other) =>
      as === 'merge'
        ? other.checks === claim.checks
        : other.checks !== claim.checks && !twinOf(record, other),
    )
    .toSorted((a, b) => away(a) - away(b));
}

/** What becomes of evidence and verdicts, before it is done. */
function consequences(record: RecordState, claim: Claim, target: Claim): string {
  const { evidence, verdicts } = recordsOf(record, claim.id);
  const there = new Set(recordsOf(record, target.id).verdicts.map(({ author }) => author));
  const moving = verdicts.filter(({ author }) => !there.has(author)).length;
  const staying = verdicts.length - moving;
  const threads = threadsOn(record, threadsIn(record), claim.id).length;
  const more = mergedInto(record, claim.id).length;
  const many = (count: number, one: string, other: string) =>
    count === 1 ? `1 ${one}` : `${count} ${other}`;
  return [
    `#${claim.number} is withdrawn with a link to #${target.number}.`,
    evidence.length > 0 &&
      `${many(evidence.length, 'piece', 'pieces')} of evidence ${evidence.length === 1 ? 'goes' : 'go'} along.`,
    threads > 0 && `${many(threads, 'thread goes', 'threads go')} along.`,
    moving > 0 && `${many(moving, 'verdict goes', 'verdicts go')} along, stale until confirmed.`,
    staying > 0 &&
      `${many(staying, 'analyst has', 'analysts have')} judged both: the verdict on #${target.number} counts, the other can still be read.`,
    more > 0 && `So do the claims that were merged into it.`,
    'It can be taken back.',
  ]
    .filter(Boolean)
    .join(' ');
}
