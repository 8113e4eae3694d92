/** A source changed where it stands: its fields, its letter, its archived copies. */
import { useState } from 'react';
import { limits } from '../../../domain/limits.ts';
import { reliabilityWords } from '../../../domain/derive/words.ts';
import { reliabilities, type Reliability, type Source } from '../../../domain/record/source.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { sendByKey } from '../../ui/send-by-key.ts';
import { useDocument } from '../document/document-context.ts';
import { ArchivedCopies } from './archived-copies.tsx';
import { MainSourceFields, MoreSourceFields } from './source-fields.tsx';
import styles from './source.module.css';
import { SourceSuggestions } from './suggestions.tsx';
import { changedFields, fieldsOf, sourceProblem, writtenOf } from './written-source.ts';

const letters = [
  { id: 'none', name: 'Not graded' },
  ...reliabilities.map((id) => ({ id, name: `${id}: ${reliabilityWords[id]}` })),
] as const satisfies readonly { id: Reliability | 'none'; name: string }[];

export function SourceEditor({ source, onClose }: { source: Source; onClose(): void }) {
  const { give } = useDocument();
  // What the form started from: changes are judged against it, not against what came meanwhile.
  const [seen] = useState(source);
  const [value, setValue] = useState(() => writtenOf(source));
  const [letter, setLetter] = useState<Reliability | 'none'>(source.reliability ?? 'none');
  const [problem, setProblem] = useState<string | null>(null);
  const change = (changed: Partial<typeof value>) =>
    setValue((before) => ({ ...before, ...changed }));

  async function save(): Promise<void> {
    const wrong = sourceProblem(value);
    if (wrong !== null) return setProblem(wrong);
    const reliability = letter === 'none' ? null : letter;
    const changes = changedFields(seen, { ...fieldsOf(value), reliability });
    if (!changes) return onClose();
    const result = await give('source.edit', { sourceId: source.id, ...changes });
    if (isRefusal(result)) return setProblem(result.reason);
    onClose();
  }

  return (
    <form
      className={styles.editor}
      aria-label="Edit source"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        sendByKey(event);
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <TextField
        label="Link"
        type="url"
        value={value.url}
        onChange={(url) => change({ url })}
        maxLength={limits.url}
        autoFocus
      />
      <SourceSuggestions value={value} change={change} />
      <MainSourceFields value={value} change={change} />
      <Select label="Reliability" choices={letters} value={letter} onChange={setLetter} />
      <MoreSourceFields value={value} change={change} />
      <ArchivedCopies source={source} />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          Save
        </Button>
        <Button variant="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
