/** What is said of a document before it is made: from the file, and to be put right. */
import type { ImportPreview, ImportSettings } from '../../../domain/import/preview.ts';
import { limits } from '../../../domain/limits.ts';
import { type DateText, dateOf, dateProblem, dateTextOf } from '../../ui/date-text.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import type { Reading } from '../api/imports.ts';
import styles from './import.module.css';
import type { KeptImport } from './kept-import.ts';
import { languageChoices } from './languages.ts';
import { SourceChoice } from './source-choice.tsx';

/** The fields as they stand; dates as the two strings of their field. */
export interface Draft extends Omit<ImportSettings, 'published' | 'asOf'> {
  readonly published: DateText;
  readonly asOf: DateText;
}

/** What the file says, and over it what somebody changed. */
export function changedDraft(
  settings: ImportPreview['settings'],
  changes: KeptImport['changes'],
): Draft {
  const { title = '', byline = '', dateline = '', publisher = '' } = settings;
  const { sourceUrl = '', language = '', published = null, asOf = null } = settings;
  return {
    title,
    byline,
    dateline,
    publisher,
    sourceUrl,
    language,
    published: dateTextOf(published),
    asOf: dateTextOf(asOf),
    ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  };
}

/** What the server is told; null while a field is wrong. */
export function settingsOf(draft: Draft): ImportSettings | null {
  const { published, asOf } = draft;
  if (draft.title.trim() === '' || (dateProblem(published) ?? dateProblem(asOf)) !== null)
    return null;
  return { ...draft, title: draft.title.trim(), published: dateOf(published), asOf: dateOf(asOf) };
}

export interface ImportFormProps {
  preview: ImportPreview;
  reading: Reading;
  onReading(reading: Reading): void;
  draft: Draft;
  onDraft(changes: Partial<Draft>): void;
  leftOut: ReadonlySet<number>;
  onLeftOut(leftOut: ReadonlySet<number>): void;
}

export function ImportForm(props: ImportFormProps) {
  const { preview, reading, onReading, draft, onDraft, leftOut, onLeftOut } = props;
  const { language } = draft;
  return (
    <div className={styles.fields}>
      {preview.likely > 1 && (
        <Notice tone="warn">
          This file does not say how its letters are encoded. If words look wrong, choose another
          encoding.
        </Notice>
      )}
      {preview.dropped.map((words) => (
        <Notice key={words}>{words}</Notice>
      ))}
      <div className={styles.pair}>
        <Select
          label="Read as"
          choices={preview.formats.map(({ id, label }) => ({ id, name: label }))}
          value={preview.format}
          onChange={(format) => onReading({ ...reading, format })}
        />
        <Select
          label="Encoding"
          choices={preview.encodings.map(({ id, label }, at) => ({
            id,
            name: label,
            ...(preview.likely > 1 && at < preview.likely && { note: 'likely' }),
          }))}
          value={preview.encoding}
          onChange={(encoding) => onReading({ ...reading, encoding })}
        />
      </div>
      <TextField
        label="Title"
        value={draft.title}
        onChange={(title) => onDraft({ title })}
        maxLength={limits.line}
        pattern=".*\S.*"
        isRequired
      />
      <TextField
        label="Byline"
        value={draft.byline}
        onChange={(byline) => onDraft({ byline })}
        maxLength={limits.line}
      />
      <TextField
        label="Publisher"
        value={draft.publisher}
        onChange={(publisher) => onDraft({ publisher })}
        maxLength={limits.line}
      />
      <TextField
        label="Source address"
        type="url"
        placeholder="https://"
        value={draft.sourceUrl}
        onChange={(sourceUrl) => onDraft({ sourceUrl: sourceUrl.trim() })}
        maxLength={limits.url}
        pattern="https?://[^\s<>&quot;]+"
      />
      <div className={styles.pair}>
        <TextField
          label="Dateline"
          hint="As it stands in the text."
          value={draft.dateline}
          onChange={(dateline) => onDraft({ dateline })}
          maxLength={limits.line}
        />
        <Select
          label="Language"
          choices={languageChoices(language)}
          value={language}
          onChange={(chosen) => onDraft({ language: chosen })}
        />
      </div>
      <DateField
        label="Published"
        value={draft.published}
        onChange={(published) => onDraft({ published })}
        language={language}
      />
      <DateField
        label="As of: the day that the text speaks from, if another"
        value={draft.asOf}
        onChange={(asOf) => onDraft({ asOf })}
        language={language}
      />
      {preview.sources.length > 0 && (
        <SourceChoice sources={preview.sources} leftOut={leftOut} onChange={onLeftOut} />
      )}
    </div>
  );
}
