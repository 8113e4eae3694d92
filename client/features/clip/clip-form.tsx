/** What is clipped, on which claim, with stance and grade; and afterwards that it is saved, and how to take it back. */
import { useState } from 'react';
import { isRefusal } from '../../../domain/refusal.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sendByKey } from '../../ui/send-by-key.ts';
import { blank, EvidenceFields, type Written } from '../desk/judge/evidence-fields.tsx';
import { sourceName } from '../desk/judge/source-name.ts';
import { useDocument, useDocumentRecord } from '../document/document-context.ts';
import { GRADE_RULE, readGrade } from '../source/grade.ts';
import { gradeOfKnown, knownSource, newEvidence } from '../source/new-evidence.ts';
import { sourceProblem } from '../source/written-source.ts';
import type { Clip } from './clip.ts';
import { ClaimPicker } from './claim-picker.tsx';
import styles from './clip.module.css';
import { keepPlace, lastPlace } from './last-place.ts';

export function ClipForm({ clip, onUndo }: { clip: Clip; onUndo(): void }) {
  const { id, give } = useDocument();
  const record = useDocumentRecord();
  const [value, setValue] = useState<Written>(() => ({
    ...blank,
    url: clip.url,
    title: clip.title,
    passage: clip.text,
  }));
  const [claimId, setClaimId] = useState<string | null>(() => {
    const last = lastPlace();
    if (last?.document !== id) return null;
    return [...record.claims.values()].find(({ number }) => number === last.claim)?.id ?? null;
  });
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  const known = knownSource(record, value.url);
  const claim = claimId === null ? undefined : record.claims.get(claimId);

  async function save(): Promise<void> {
    const typed = readGrade(value.grade);
    if (!typed) return setProblem(GRADE_RULE);
    if (!claim) return setProblem('Choose the claim that this speaks for or against.');
    const wrong = known ? null : sourceProblem(value);
    if (wrong !== null) return setProblem(wrong);
    const result = await give('evidence.add', newEvidence(claim.id, value, typed, known), {
      quiet: true,
    });
    if (isRefusal(result)) return setProblem(result.reason);
    const graded = gradeOfKnown(known, typed);
    if (graded) void give('source.edit', graded, { quiet: true });
    keepPlace({ document: id, claim: claim.number });
    setProblem(null);
    setSaved(claim.number);
  }

  if (saved !== null) {
    return (
      <Notice
        actions={
          <>
            <Button
              onPress={() => {
                onUndo();
                setSaved(null);
              }}
            >
              Undo
            </Button>
            <Button variant="primary" autoFocus onPress={() => window.close()}>
              Close
            </Button>
          </>
        }
      >
        Saved on #{saved}.
      </Notice>
    );
  }
  return (
    <form
      className={styles.form}
      aria-label="New evidence"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={sendByKey}
    >
      <ClaimPicker chosen={claim ?? null} onChoose={(next) => setClaimId(next?.id ?? null)} />
      <EvidenceFields
        value={value}
        change={(changed) => setValue((before) => ({ ...before, ...changed }))}
        source={!known}
        gradeFirst
        linkHint={
          known &&
          `A source of this document already: ${sourceName(known)}${known.reliability ? `, graded ${known.reliability}` : ''}.`
        }
      />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div className={styles.foot} data-keep-clear="">
        <Button type="submit" variant="primary">
          Save
        </Button>
        <Button variant="quiet" onPress={() => window.close()}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
