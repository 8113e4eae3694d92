/** A source as it stands in a form, and what of it differs from the record. */
import * as z from 'zod/mini';
import type { ArgsOf } from '../../../domain/command/list.ts';
import { addressOf } from '../../../domain/derive/address.ts';
import type { Source } from '../../../domain/record/source.ts';
import { dateOf, dateProblem, dateTextOf } from '../../ui/date-text.ts';

export const writtenSource = z.object({
  url: z.string(),
  title: z.string(),
  publisher: z.string(),
  author: z.string(),
  published: z.object({ edtf: z.string(), asWritten: z.string() }),
  language: z.string(),
  medium: z.string(),
  origin: z.string(),
  protected: z.boolean(),
});
export type WrittenSource = z.infer<typeof writtenSource>;

export const blankSource: WrittenSource = {
  url: '',
  title: '',
  publisher: '',
  author: '',
  published: { edtf: '', asWritten: '' },
  language: '',
  medium: '',
  origin: '',
  protected: false,
};

type Fields = ArgsOf<'source.add'>['source'];

export function writtenOf(source: Source | undefined): WrittenSource {
  if (!source) return blankSource;
  const { url, title, publisher, author, published, language, medium, origin } = source;
  return {
    url,
    title,
    publisher,
    author,
    published: dateTextOf(published),
    language,
    medium,
    origin,
    protected: source.protected,
  };
}

/** As the record has it. */
export function fieldsOf(written: WrittenSource) {
  return {
    ...written,
    url: addressOf(written.url),
    published: dateOf(written.published),
  } satisfies Fields;
}

export function sourceProblem({ published }: WrittenSource): string | null {
  const problem = dateProblem(published);
  return problem === null ? null : `Published: ${problem}`;
}

/** What was changed, with what stood there before, so that nobody's change is overwritten unawares; null for nothing. */
export function changedFields(
  before: Source,
  now: Fields,
): Pick<ArgsOf<'source.edit'>, 'changes' | 'seen'> | null {
  const keys = (Object.keys(now) as (keyof Fields)[]).filter(
    (key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]),
  );
  if (keys.length === 0) return null;
  const only = (from: Fields): Fields => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { changes: only(now), seen: only(before) };
}
