/** A date while it is being written: the two strings that its field holds, and what becomes of them. */
import { EDTF_FORM, parseEdtf } from '../../domain/date/edtf.ts';
import { type RelativeDay, readWrittenDate } from '../../domain/date/written-dates.ts';
import type { PartialDate } from '../../domain/record/fields.ts';

/** Both empty for no date. */
export interface DateText {
  readonly edtf: string;
  readonly asWritten: string;
}

export function dateTextOf(date: PartialDate | null): DateText {
  return { edtf: date?.edtf ?? '', asWritten: date?.asWritten ?? '' };
}

/** The date that was written; null for none. Only for what `dateProblem` finds nothing wrong with. */
export function dateOf({ edtf, asWritten }: DateText): PartialDate | null {
  return edtf === '' ? null : { edtf, asWritten };
}

/** What is wrong with it, in words; null for a date, and for none. */
export function dateProblem({ edtf, asWritten }: DateText): string | null {
  if (edtf === '') {
    return asWritten.trim() === ''
      ? null
      : 'Say which date these words mean, as far as it is known. XXXX-XX-XX is a day without any date.';
  }
  if (parseEdtf(edtf)) return null;
  return /^[\dX]{4}-\d{2}-\d{2}$/.test(edtf) ? 'The calendar has no such date.' : EDTF_FORM;
}

/** What somebody types as EDTF, put right where it is certain: small letters, dashes, and dates in words. */
export function readDate(typed: string, language: string): DateText {
  const tidy = typed.trim().toUpperCase().replaceAll(/[–—]/g, '-');
  if (tidy === '' || parseEdtf(tidy)) return { edtf: tidy, asWritten: '' };
  const written = writtenIn(typed, language);
  return written ? { edtf: written.edtf, asWritten: typed.trim() } : { edtf: tidy, asWritten: '' };
}

/** Words changed: the date follows them as long as nobody wrote another one than they say. */
export function withWords(before: DateText, asWritten: string, language: string): DateText {
  const said = writtenIn(before.asWritten, language)?.edtf ?? '';
  if (before.edtf !== '' && before.edtf !== said) return { ...before, asWritten };
  return { asWritten, edtf: writtenIn(asWritten, language)?.edtf ?? '' };
}

/** A day that these words tell from another, for `resolvedDate`. */
export function relativeIn({ edtf, asWritten }: DateText, language: string): RelativeDay | null {
  const written = writtenIn(asWritten, language);
  return written?.edtf === edtf ? written.relative : null;
}

/** In the language of the document, or in English. */
function writtenIn(words: string, language: string) {
  return readWrittenDate(words, language) ?? readWrittenDate(words, 'en');
}
