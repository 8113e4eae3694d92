/** The fields of a source that people write; `source.add`, `source.edit` and `evidence.add` share them. */
import * as z from 'zod/mini';
import type { PersonId } from '../id.ts';
import { source as sourceRecord, type Source } from '../record/source.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { isEmpty } from './changes.ts';

const { url, title, publisher, author, published, language, medium, origin, reliability } =
  sourceRecord.shape;
export const sourceFields = z.partial(
  z.strictObject({
    url,
    title,
    publisher,
    author,
    published,
    language,
    medium,
    origin,
    reliability,
    protected: sourceRecord.shape.protected,
  }),
);
export type SourceFields = z.infer<typeof sourceFields>;

/** What was given of them: a key without a value says nothing. */
export function givenFields(fields: SourceFields): Partial<Source> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** What one source can take over from another that is the same. */
export const fillable = [
  'url',
  'title',
  'publisher',
  'author',
  'published',
  'language',
  'medium',
  'origin',
  'reliability',
] as const satisfies readonly (keyof Source)[];
export type Fillable = (typeof fillable)[number];

/** What a source says of which nothing is known. */
export function blankSource() {
  return {
    url: '',
    archived: [],
    title: '',
    publisher: '',
    author: '',
    published: null,
    language: '',
    medium: '',
    origin: '',
    reliability: null,
    protected: false,
    removed: null,
  } satisfies Partial<Source>;
}

/** A new source; one that names neither an address nor a title cannot be told from another. */
export function newSource(
  id: string,
  fields: SourceFields,
  by: PersonId,
  now: number,
): Source | Refusal {
  if (isEmpty(fields.url ?? '') && isEmpty((fields.title ?? '').trim())) {
    return refuse('bad-request', 'Give the source an address or a title.');
  }
  return {
    id,
    ...blankSource(),
    createdAt: now,
    createdBy: by,
    modifiedAt: now,
    modifiedBy: by,
    ...givenFields(fields),
  };
}
