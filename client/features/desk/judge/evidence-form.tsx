/** New evidence, or a change of it: paste a link and go on; all but the link can wait. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { gradeOf, gradeText } from '../../../../domain/derive/grades.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { isCut } from '../../../../domain/record/codec.ts';
import type { Evidence } from '../../../../domain/record/evidence.ts';
import type { Source } from '../../../../domain/record/source.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { useBegun } from './begun.ts';
import { GRADE_RULE, readGrade } from '../../source/grade.ts';
import { gradeOfKnown, knownSource, newEvidence } from '../../source/new-evidence.ts';
import { sourceProblem, writtenOf } from '../../source/written-source.ts';
import { changesOf } from './evidence-changes.ts';
import { blank, EvidenceFields, type Written, written } from './evidence-fields.tsx';
import styles from './evidence.module.css';
import { FormFoot } from './form-foot.tsx';
import { PaneForm } from './pane-form.tsx';
import { passageOf, wholeQuery } from './revisions.ts';
import { sourceName } from './source-name.ts';

export function NewEvidence({ claim, pasted }: { claim: Claim; pasted?: string | undefined }) {
  const { id, live, give, setForm } = useDesk();
  const record = useRecord();
  const { value, change, drop } = useBegun(
    `${live.store.me.id} ${id} ${claim.id} evidence`,
    written,
    blank,
  );
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (pasted !== undefined) change({ url: pasted });
  }, [pasted, change]);
  const known = knownSource(record, value.url);
  const typed = readGrade(value.grade);

  async function add(): Promise<void> {
    if (!typed) return setProblem(GRADE_RULE);
    const wrong = sourceProblem(value);
    if (!known && wrong !== null) return setProblem(wrong);
    const result = await give('evidence.add', newEvidence(claim.id, value, typed, known));
    if (isRefusal(result)) return setProblem(result.reason);
    const graded = gradeOfKnown(known, typed);
    if (graded) void give('source.edit', graded, { quiet: true });
    drop();
    setForm(null);
  }

  return (
    <PaneForm name="evidence" label="New evidence" className={styles.form} onSubmit={add}>
      <EvidenceFields
        value={value}
        change={change}
        source={!known}
        gradeFirst={pasted !== undefined}
        linkHint={known && <KnownSource source={known} />}
        gradeHint={
          known?.reliability && typed?.reliability && typed.reliability !== known.reliability
            ? `This source is graded ${known.reliability} here, and stays so. Edit the evidence to change it for all claims.`
            : undefined
        }
      />
      <FormFoot problem={problem} action="Add evidence" onCancel={drop} />
    </PaneForm>
  );
}

function KnownSource({ source }: { source: Source }) {
  return (
    <>
      A source of this document already: {sourceName(source)}
      {source.reliability
        ? `, graded ${source.reliability}. Type the figure alone to keep that.`
        : ', not graded yet.'}
    </>
  );
}

/** Long words are read whole first: what is saved takes the place of all of them. */
export function ChangeEvidence({ piece }: { piece: Evidence }) {
  const { id, setForm } = useDesk();
  const cut = isCut(piece.passage);
  const whole = useQuery(wholeQuery(id, passageOf(piece)));
  if (!cut) return <ChangeForm piece={piece} />;
  if (typeof whole.data === 'string') {
    return <ChangeForm piece={{ ...piece, passage: whole.data }} />;
  }
  if (whole.isFetching) return <Skeleton lines={4} label="Reading the whole passage…" />;
  return (
    <ErrorState
      title="The whole passage cannot be read now"
      onRetry={() => void whole.refetch()}
      actions={
        <Button variant="quiet" onPress={() => setForm(null)}>
          Cancel
        </Button>
      }
    >
      {whole.error?.message ?? 'The log does not have it.'}
    </ErrorState>
  );
}

function ChangeForm({ piece }: { piece: Evidence }) {
  const { id, live, give, setForm } = useDesk();
  const record = useRecord();
  // What the form started from: changes are judged against it, not against what came meanwhile.
  const [seen] = useState({ piece, source: record.sources.get(piece.source) });
  const initial = useMemo<Written>(
    () => ({
      ...writtenOf(seen.source),
      passage: seen.piece.passage,
      translation: seen.piece.translation,
      translator: seen.piece.translator,
      question: seen.piece.question,
      note: seen.piece.note,
      stance: seen.piece.stance,
      directness: seen.piece.directness ?? 'unsaid',
      grade: gradeText(gradeOf(record, seen.piece)).replaceAll('–', ''),
    }),
    [seen, record],
  );
  const { value, change, drop } = useBegun(
    `${live.store.me.id} ${id} ${piece.id} ${seen.piece.version} evidence`,
    written,
    initial,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const shared = [...record.evidence.values()].filter(
    (other) => other.source === piece.source && other.id !== piece.id && !other.removed,
  ).length;

  async function save(): Promise<void> {
    const changes = changesOf(value, seen.piece, seen.source);
    if (!changes) return setProblem(GRADE_RULE);
    const wrong = sourceProblem(value);
    if (wrong !== null) return setProblem(wrong);
    if (changes.source && seen.source) {
      const args = { sourceId: seen.source.id, ...changes.source };
      const result = await give('source.edit', args, { quiet: changes.piece !== null });
      if (isRefusal(result)) return setProblem(result.reason);
    }
    if (changes.piece) {
      const { id: evidenceId, version } = seen.piece;
      const result = await give('evidence.edit', { evidenceId, version, changes: changes.piece });
      if (isRefusal(result)) return setProblem(result.reason);
    }
    drop();
    setForm(null);
  }

  return (
    <PaneForm name="evidence" label="Edit evidence" className={styles.form} onSubmit={save}>
      <EvidenceFields
        value={value}
        change={change}
        source
        linkHint={
          shared > 0
            ? `${shared} other ${shared === 1 ? 'piece of evidence rests' : 'pieces of evidence rest'} on this source. What is said of the source changes for all.`
            : undefined
        }
      />
      <FormFoot problem={problem} action="Save" onCancel={drop} />
    </PaneForm>
  );
}
