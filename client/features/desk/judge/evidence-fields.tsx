/** The fields of a piece of evidence and of its source, for what is new and for what is changed. */
import { type ReactNode, useState } from 'react';
import * as z from 'zod/mini';
import { directnessWords, stanceSigns, stanceWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import { directnesses, stances } from '../../../../domain/record/evidence.ts';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { GRADE_RULE, gradeMeaning, readGrade } from '../../source/grade.ts';
import { GradeField } from '../../source/grade-field.tsx';
import { FoldedSourceFields, MainSourceFields } from '../../source/source-fields.tsx';
import { SourceSuggestions } from '../../source/suggestions.tsx';
import { blankSource, writtenSource } from '../../source/written-source.ts';
import styles from './evidence.module.css';

export const written = z.object({
  ...writtenSource.shape,
  passage: z.string(),
  translation: z.string(),
  translator: z.string(),
  note: z.string(),
  question: z.string(),
  stance: z.enum(stances),
  directness: z.enum([...directnesses, 'unsaid']),
  /** As typed: `b2`. */
  grade: z.string(),
});
export type Written = z.infer<typeof written>;

export const blank: Written = {
  ...blankSource,
  passage: '',
  translation: '',
  translator: '',
  note: '',
  question: '',
  stance: 'supports',
  directness: 'unsaid',
  grade: '',
};

export interface EvidenceFieldsProps {
  value: Written;
  change(changed: Partial<Written>): void;
  /** Below the link: what is known of it already. */
  linkHint?: ReactNode;
  /** Whether what is known of the source can be written. */
  source: boolean;
  /** The link is there already: the grade is what comes next. */
  gradeFirst?: boolean;
  /** Said below the grade where it means nothing yet. */
  gradeHint?: string | undefined;
}

export function EvidenceFields(props: EvidenceFieldsProps) {
  const { value, change, linkHint, source, gradeHint, gradeFirst = false } = props;
  const [more, setMore] = useState(
    [value.translation, value.note, value.question].some((words) => words !== ''),
  );
  return (
    <>
      <TextField
        label="Link"
        type="url"
        placeholder="https://…"
        value={value.url}
        onChange={(url) => change({ url })}
        maxLength={limits.url}
        autoFocus={!gradeFirst}
        hint={linkHint}
      />
      {source && (
        <>
          <SourceSuggestions value={value} change={change} />
          <MainSourceFields value={value} change={change} />
        </>
      )}
      <TextArea
        label="Passage"
        placeholder="The words that matter, as the source has them"
        rows={2}
        value={value.passage}
        onChange={(passage) => change({ passage })}
        maxLength={limits.words}
      />
      <div className={styles.stanceRow}>
        <div>
          <span className={styles.label} aria-hidden>
            Stance
          </span>
          <ToggleGroup
            label="Stance"
            value={value.stance}
            onChange={(stance) => change({ stance })}
            choices={stances.map((id) => ({ id, name: `${stanceSigns[id]} ${stanceWords[id]}` }))}
          />
        </div>
        <GradeField
          value={value.grade}
          onChange={(grade) => change({ grade })}
          onStance={(stance) => change({ stance })}
          autoFocus={gradeFirst}
        />
      </div>
      <p className={styles.gradeHint} role="status">
        {gradeHint ?? typedMeaning(value.grade)}
      </p>
      {more ? (
        <>
          <div>
            <span className={styles.label} aria-hidden>
              Directness
            </span>
            <ToggleGroup
              label="Directness"
              value={value.directness}
              onChange={(directness) => change({ directness })}
              choices={[
                ...directnesses.map((id) => ({ id, name: directnessWords[id] })),
                { id: 'unsaid' as const, name: 'Not said' },
              ]}
            />
          </div>
          <TextArea
            label="Translation"
            rows={2}
            value={value.translation}
            onChange={(translation) => change({ translation })}
            maxLength={limits.words}
          />
          {value.translation !== '' && (
            <TextField
              label="Translator"
              placeholder="Who translated it, or which program"
              value={value.translator}
              onChange={(translator) => change({ translator })}
              maxLength={limits.line}
            />
          )}
          <TextField
            label="Question that it answers"
            value={value.question}
            onChange={(question) => change({ question })}
            maxLength={limits.statement}
          />
          <TextArea
            label="Note"
            rows={2}
            value={value.note}
            onChange={(note) => change({ note })}
            maxLength={limits.words}
          />
        </>
      ) : (
        <button type="button" className={styles.moreFields} onClick={() => setMore(true)}>
          Directness, translation, question, note…
        </button>
      )}
      {source && <FoldedSourceFields value={value} change={change} />}
    </>
  );
}

function typedMeaning(typed: string): string {
  const grade = readGrade(typed);
  if (!grade) return GRADE_RULE;
  return (
    gradeMeaning(grade) ||
    'The source A to F, what it says 1 to 6; ↑ ↓ and o set the stance. It can wait.'
  );
}
