/** Splits a claim into parts: the words of its quote, one part a line. */
import { useState } from 'react';
import type { Place } from '../../../../domain/command/place.ts';
import { recordsOf } from '../../../../domain/record/claim-records.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { newId } from '../../../store/new-id.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { type Desk, type Step, useDesk, useRecord } from '../desk-context.ts';
import { partPlaces, partsOf, sentenceLines } from './parts.ts';
import styles from './restate.module.css';
import { useSelectedLines } from './use-selected-lines.ts';

export function SplitDialog({ claim }: { claim: Claim }) {
  const desk = useDesk();
  const record = useRecord();
  const { setForm, live, open } = desk;
  const selected = useSelectedLines(claim);
  const [lines, setLines] = useState(
    () => selected ?? sentenceLines(claim.quote.exact, record.settings.language),
  );
  const [copies, setCopies] = useState(true);
  const [tried, setTried] = useState(false);
  const parts = partsOf(claim.quote.exact, lines);
  const places = typeof parts === 'string' ? null : partPlaces(live.text, claim, parts);
  const { evidence, verdicts } = recordsOf(record, claim.id);
  const pieces = evidence.filter(({ removed }) => !removed);
  const problem =
    typeof parts === 'string'
      ? parts
      : places === null
        ? 'The words of this claim in the text differ from its quote. Settle them first.'
        : null;

  function split(): void {
    setTried(true);
    if (problem !== null || !places) return;
    const marked = places.map((place): MarkedPart => ({ id: newId(), place }));
    splitClaim(desk, claim, marked, copies ? pieces.map(({ id }) => id) : []);
    setForm(null);
    open(marked[0]?.id ?? claim.id, 'key');
  }

  return (
    <Dialog title={`Split #${claim.number}`} wide isOpen onClose={() => setForm(null)}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          split();
        }}
      >
        <TextArea
          label="Parts"
          hint="One part a line, in the words of the text. Leave out what belongs to none."
          rows={6}
          value={lines}
          onChange={setLines}
          autoFocus
        />
        {pieces.length > 0 && (
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={copies}
              onChange={(event) => setCopies(event.target.checked)}
            />
            Bring its evidence for each part ({pieces.length})
          </label>
        )}
        <p className={styles.note}>
          #{claim.number} is withdrawn with links to its parts, and keeps
          {verdicts.length > 0
            ? ` its ${verdicts.length === 1 ? 'verdict' : 'verdicts'}`
            : ' what was said of it'}
          . The parts are judged anew. It can be taken back as one step.
        </p>
        {tried && problem !== null && <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button onPress={() => setForm(null)}>Cancel</Button>
          <Button type="submit" variant="primary">
            {typeof parts === 'string' ? 'Split' : `Split into ${parts.length}`}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface MarkedPart {
  readonly id: string;
  readonly place: Place;
}

/** All of it one step: the parts, what they inherit, their evidence, and last the claim itself. */
function splitClaim(
  { give, undo, live }: Desk,
  claim: Claim,
  parts: readonly MarkedPart[],
  evidence: readonly string[],
): void {
  const step: Step = {};
  // The last of them says why none was done.
  const quiet = { quiet: true, tellsRefusal: true, step };
  const { claimant, chain, date, place: where, tags, priority, checks } = claim;
  const says = {
    ...(claimant && { claimant }),
    ...(chain.length > 0 && { chain }),
    ...(date && { date }),
    ...(where && { place: where }),
    ...(tags.length > 0 && { tags }),
    ...(priority !== 'normal' && { priority }),
  };
  for (const { id, place } of parts) {
    void give('claim.mark', { claimId: id, place, checks, partOf: claim.id }, quiet);
    if (Object.keys(says).length > 0) {
      void give('claim.restate', { claimId: id, version: 1, changes: says }, quiet);
    }
    for (const from of evidence) {
      void give('evidence.copy', { evidenceId: newId(), from, claimId: id }, quiet);
    }
  }
  const ids = parts.map(({ id }) => id);
  const whole = { claimId: claim.id, version: claim.version, parts: ids };
  void give('claim.split', whole, {
    step,
    // Parts of a claim that goes on would ask for the same twice.
    onRefused() {
      if (step.commandId !== undefined && live.store.canUndo(step.commandId)) undo(step.commandId);
    },
  });
}
