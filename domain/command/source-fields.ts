/** The fields of a source that people write; `source.add`, `source.edit` and `evidence.add` share them. */
import * as z from 'zod/mini';
import type { PersonId } from '../id.ts';
import { source as sourceRecord, archivedCopy, type Source } from '../record/source.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { isEmpty } from './changes.ts';

const { url, title, publisher, author, published, language, medium, origin, reliability } =
  sourceRecord.shape;
/** Addresses only: a copy with a file comes by upload. */
const archivedAddress = z.strictObject({
  url: archivedCopy.shape.url.check(z.minLength(1)),
  capturedAt: archivedCopy.shape.capturedAt,
});

export const sourceFields = z.partial(
  z.strictObject({
    url,
    archived: z.array(archivedAddress).check(z.maxLength(10)),
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

/** The same fields as the record has them; uploaded copies stay where addresses change. */
export function asRecordFields(fields: SourceFields, before?: Source): Partial<Source> {
  const { archived, ...rest } = fields;
  const given: Partial<Source> = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  );
  if (!archived) return given;
  const uploaded = before?.archived.filter((copy) => copy.file !== null) ?? [];
  return {
    ...given,
    archived: [...uploaded, ...archived.map((copy) => ({ ...copy, file: null }))],
  };
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
    createdAt: now,
    createdBy: by,
    modifiedAt: now,
    modifiedBy: by,
    ...asRecordFields(fields),
  };
}
