/**
 * A date of which a part may be missing: the words as they are written, and the
 * date in figures with X for what is not known. It says in words what the
 * figures mean. What the document's own date would add is offered, never taken
 * for granted.
 */
import { useId } from 'react';
import { dateMeaning, dateWords } from '../../domain/date/date-words.ts';
import { resolvedDate } from '../../domain/date/resolve-date.ts';
import { limits } from '../../domain/limits.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import styles from './date-field.module.css';
import { type DateText, dateProblem, readDate, relativeIn, withWords } from './date-text.ts';
import { TextField } from './field.tsx';

export interface DateFieldProps {
  label: string;
  value: DateText;
  onChange(value: DateText): void;
  /** Language of the words, BCP 47; English without. */
  language?: string;
  /** The day that the text speaks from, as EDTF, and what it is called ("the document’s date"). */
  asOf?: { readonly edtf: string; readonly name: string } | null;
  isDisabled?: boolean;
  className?: string;
}

export function DateField(props: DateFieldProps) {
  const { label, onChange, language = '', asOf = null, isDisabled = false } = props;
  const { edtf, asWritten } = props.value;
  const value = { edtf, asWritten };
  const name = useId();
  const problem = dateProblem(value);
  const meaning = problem === null ? dateMeaning(edtf) : '';
  const relative = relativeIn(value, language);
  const offered = asOf && problem === null && resolvedDate({ edtf, relative }, asOf.edtf);

  /** "November 23" in the field for figures is taken apart when it is left. */
  function settle(): void {
    const read = readDate(edtf, language);
    if (read.edtf === edtf) return;
    onChange({ edtf: read.edtf, asWritten: asWritten || read.asWritten });
  }

  return (
    <fieldset className={classes(styles.date, props.className)} disabled={isDisabled}>
      <legend id={name} className={styles.legend}>
        {label}
      </legend>
      <div className={styles.pair}>
        <TextField
          label="As written"
          placeholder="on November 23"
          value={asWritten}
          onChange={(words) => onChange(withWords(value, words, language))}
          maxLength={limits.line}
          isDisabled={isDisabled}
        />
        <TextField
          label="In figures"
          placeholder="XXXX-11-23"
          value={edtf}
          onChange={(figures) => onChange({ edtf: figures, asWritten })}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
          }}
          validate={() => problem}
          maxLength={40}
          isDisabled={isDisabled}
        />
      </div>
      <p className={styles.meaning} role="status">
        {meaning || (
          <>
            Year, month, day; <b>X</b> for what is not said. About: <b>2026~</b>. Unsure:{' '}
            <b>2026?</b>.
          </>
        )}
      </p>
      {offered && asOf && (
        <Button
          variant="quiet"
          className={styles.offer ?? ''}
          onPress={() => onChange({ edtf: offered, asWritten })}
        >
          By {asOf.name}: {dateWords(offered)}?
        </Button>
      )}
    </fieldset>
  );
}
