/** The fields that several records share, each with the limit that the screen names. */
import * as z from 'zod/mini';
import { EDTF_FORM, edtfForm, parseEdtf } from '../date/edtf.ts';
import { instant, personId } from '../id.ts';
import { limits } from '../limits.ts';

export const line = z.string().check(z.maxLength(limits.line));
export const statement = z.string().check(z.maxLength(limits.statement));
export const words = z.string().check(z.maxLength(limits.words));

/** An address that a page may link to; empty where none is known. */
export const webAddress = z
  .string()
  .check(
    z.maxLength(limits.url),
    z.regex(
      /^(https?:\/\/[^\s<>"]+)?$/i,
      'A link begins with https:// or http:// and has no blanks.',
    ),
  );

/**
 * A date as EDTF (`2026-11-23`, `2026-11`, `XXXX-11-23`, `2026~`, `2026-11-21/2026-11-23`),
 * and the words it was read from. A part that the text does not give is X, never a guess.
 */
export const partialDate = z.object({
  edtf: z.string().check(
    z.maxLength(24),
    z.regex(edtfForm, EDTF_FORM),
    z.refine((edtf) => parseEdtf(edtf) !== null, 'The calendar has no such date.'),
  ),
  asWritten: line,
});
export type PartialDate = z.infer<typeof partialDate>;

/** Who made a record and who changed it last, when. */
export const authorship = {
  createdAt: instant,
  createdBy: personId,
  modifiedAt: instant,
  modifiedBy: personId,
};

/** A record that was taken back stays, with who took it back. */
export const takenBack = z.nullable(z.object({ at: instant, by: personId, reason: statement }));
