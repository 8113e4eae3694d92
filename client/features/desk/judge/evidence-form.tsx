/** New evidence, or a change of it: paste a link and go on; all but the link can wait. */
import { useState } from 'react';
import { gradeOf, gradeText } from '../../../../domain/derive/grades.ts';
import { stanceSigns, stanceWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { type Evidence, type Stance, stances } from '../../../../domain/record/evidence.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { newId } from '../../../store/new-id.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './evidence.module.css';
import { readGrade } from './grade.ts';

export function EvidenceForm({ claim, piece }: { claim: Claim; piece?: Evidence }) {
  const { give, setForm } = useDesk();
  const record = useRecord();
  const own = piece && record.sources.get(piece.source);
  const [url, setUrl] = useState(own?.url ?? '');
  const [title, setTitle] = useState(own?.title ?? '');
  const [publisher, setPublisher] = useState(own?.publisher ?? '');
  const [passage, setPassage] = useState(piece?.passage ?? '');
  const [stance, setStance] = useState<Stance>(piece?.stance ?? 'supports');
  const [grade, setGrade] = useState(() => (piece ? gradeText(gradeOf(record, piece)) : ''));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const known = piece
    ? undefined
    : [...record.sources.values()].find(
        (source) => url !== '' && source.url === url && !source.removed,
      );
  const typed = readGrade(grade);

  async function save(): Promise<void> {
    if (!typed)
      return setProblem('A grade is a letter from A to F and a figure from 1 to 6, such as B2.');
    if (!url && !title) return setProblem('Give at least a link or a title.');
    setBusy(true);
    const result = await (piece ? change(piece) : add());
    setBusy(false);
    if (isRefusal(result)) setProblem(result.reason);
    else setForm(null);
  }

  function add() {
    const { reliability = null, credibility = null } = typed ?? {};
    return give('evidence.add', {
      evidenceId: newId(),
      claimId: claim.id,
      ...(known
        ? { sourceId: known.id }
        : { sourceId: newId(), newSource: { url, title, publisher, reliability } }),
      passage,
      stance,
      credibility,
      translation: '',
      translator: '',
      directness: null,
      note: '',
      question: '',
    });
  }

  async function change(before: Evidence) {
    const { reliability = null, credibility = null } = typed ?? {};
    const changes = {
      ...(passage !== before.passage && { passage }),
      ...(stance !== before.stance && { stance }),
      ...(credibility !== before.credibility && { credibility }),
    };
    const sourceChanges = {
      ...(url !== own?.url && { url }),
      ...(title !== own?.title && { title }),
      ...(publisher !== own?.publisher && { publisher }),
      ...(reliability !== own?.reliability && { reliability }),
    };
    if (own && Object.keys(sourceChanges).length > 0) {
      const result = await give(
        'source.edit',
        { sourceId: own.id, changes: sourceChanges },
        { quiet: true },
      );
      if (isRefusal(result)) return result;
    }
    if (Object.keys(changes).length === 0) return null;
    return give('evidence.edit', { evidenceId: before.id, version: before.version, changes });
  }

  return (
    <form
      className={styles.form}
      aria-label={piece ? 'Edit evidence' : 'New evidence'}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label="Link"
        type="url"
        placeholder="https://…"
        value={url}
        onChange={setUrl}
        maxLength={limits.url}
        autoFocus
        hint={known && `Already a source here: ${known.title || known.url}. Its grade is kept.`}
      />
      {!known && (
        <div className={styles.pair}>
          <TextField label="Title" value={title} onChange={setTitle} maxLength={limits.line} />
          <TextField
            label="Publisher"
            value={publisher}
            onChange={setPublisher}
            maxLength={limits.line}
          />
        </div>
      )}
      <TextArea
        label="Passage"
        hint="The words that matter, as the source has them."
        rows={2}
        value={passage}
        onChange={setPassage}
        maxLength={limits.words}
      />
      <div className={styles.pair}>
        <div>
          <span className={styles.label}>Stance</span>
          <ToggleGroup
            label="Stance"
            value={stance}
            onChange={setStance}
            choices={stances.map((id) => ({ id, name: `${stanceSigns[id]} ${stanceWords[id]}` }))}
          />
        </div>
        <TextField
          label="Grade"
          placeholder="B2"
          value={grade}
          onChange={setGrade}
          maxLength={2}
          className={styles.gradeField ?? ''}
        />
      </div>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={busy}>
          {piece ? 'Save' : 'Add evidence'}
        </Button>
        <Button variant="quiet" onPress={() => setForm(null)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
