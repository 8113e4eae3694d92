/** The fields of a piece of evidence and of its source, for what is new and for what is changed. */
import { type ReactNode, useState } from 'react';
import * as z from 'zod/mini';
import { directnessWords, stanceSigns, stanceWords } from '../../../../domain/derive/words.ts';
import { limits } from '../../../../domain/limits.ts';
import { directnesses, stances } from '../../../../domain/record/evidence.ts';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import styles from './evidence.module.css';
import { GRADE_RULE, gradeMeaning, readGrade } from './grade.ts';

export const written = z.object({
  url: z.string(),
  title: z.string(),
  publisher: z.string(),
  origin: z.string(),
  passage: z.string(),
  translation: z.string(),
  note: z.string(),
  stance: z.enum(stances),
  directness: z.enum([...directnesses, 'unsaid']),
  /** As typed: `b2`. */
  grade: z.string(),
});
export type Written = z.infer<typeof written>;

export const blank: Written = {
  url: '',
  title: '',
  publisher: '',
  origin: '',
  passage: '',
  translation: '',
  note: '',
  stance: 'supports',
  directness: 'unsaid',
  grade: '',
};

export interface EvidenceFieldsProps {
  value: Written;
  change(changed: Partial<Written>): void;
  /** Below the link: what is known of it already. */
  linkHint?: ReactNode;
  /** Whether title, publisher and origin can be written. */
  source: boolean;
  /** Said below the grade where it means nothing yet. */
  gradeHint?: string | undefined;
}

export function EvidenceFields(props: EvidenceFieldsProps) {
  const { value, change, linkHint, source, gradeHint } = props;
  const [more, setMore] = useState(
    value.origin !== '' || value.translation !== '' || value.note !== '',
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
        autoFocus
        hint={linkHint}
      />
      {source && (
        <div className={styles.pair}>
          <TextField
            label="Title"
            value={value.title}
            onChange={(title) => change({ title })}
            maxLength={limits.line}
          />
          <TextField
            label="Publisher"
            value={value.publisher}
            onChange={(publisher) => change({ publisher })}
            maxLength={limits.line}
          />
        </div>
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
        <TextField
          label="Grade"
          placeholder="B2"
          value={value.grade}
          onChange={(grade) => change({ grade })}
          maxLength={2}
          autoComplete="off"
          className={styles.gradeField ?? ''}
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
          {source && (
            <TextField
              label="Origin"
              hint="Sources that rest on one channel bear one name here: they are not independent."
              value={value.origin}
              onChange={(origin) => change({ origin })}
              maxLength={limits.line}
            />
          )}
          <TextArea
            label="Translation"
            rows={2}
            value={value.translation}
            onChange={(translation) => change({ translation })}
            maxLength={limits.words}
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
          Directness, {source ? 'origin, ' : ''}translation, note…
        </button>
      )}
    </>
  );
}

function typedMeaning(typed: string): string {
  const grade = readGrade(typed);
  if (!grade) return GRADE_RULE;
  return gradeMeaning(grade) || 'The source A to F, what it says 1 to 6. It can wait.';
}
