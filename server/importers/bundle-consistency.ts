// What a schema cannot say of a bundle: that ids are unique, that what one
// record names is there, and that text, records and original fit each other.
import { createHash } from 'node:crypto';
import type { Node } from 'prosemirror-model';
import { verdictKey } from '../../domain/record/verdict.ts';
import { filesOf } from '../files/named-files.ts';
import { sha256Of } from '../files/stored-files.ts';
import { peopleIn } from '../exporters/bundle-people.ts';
import type { Bundle } from '../exporters/bundle-schema.ts';

function repeated(keys: readonly (string | number)[]): string | number | undefined {
  const seen = new Set<string | number>();
  return keys.find((key) => seen.size === seen.add(key).size);
}

/** Every id of the bundle once, claims' numbers once, one verdict of an author on a claim. */
function repetition(bundle: Bundle): string | null {
  const { claims, sources, evidence, reviews, rulings, comments, verdicts, people } = bundle;
  const id = repeated(
    [claims, sources, evidence, reviews, rulings, comments].flat().map((record) => record.id),
  );
  if (id !== undefined) return `two records have the id ${id}`;
  const number = repeated(claims.map((claim) => claim.number));
  if (number !== undefined) return `two claims have the number ${number}`;
  const verdict = repeated(verdicts.map(({ claim, author }) => verdictKey(claim, author)));
  if (verdict !== undefined) return `there are two verdicts ${verdict}`;
  const person = repeated(people.map(({ id: each }) => each));
  return person === undefined ? null : `two people have the number ${person}`;
}

/** The first id that a record names and that is not there. */
function dangling(bundle: Bundle): string | null {
  const claims = new Set(bundle.claims.map(({ id }) => id));
  const sources = new Set(bundle.sources.map(({ id }) => id));
  const evidence = new Set(bundle.evidence.map(({ id }) => id));
  const rulings = new Set(bundle.rulings.map(({ id }) => id));
  const verdicts = new Set(bundle.verdicts.map(({ claim, author }) => verdictKey(claim, author)));
  const threads = new Set(
    bundle.comments.filter(({ id, thread }) => id === thread).map(({ id }) => id),
  );
  const people = new Set(bundle.people.map(({ id }) => id));
  const missing = (known: ReadonlySet<string>, id: string | null) =>
    id === null || known.has(id) ? [] : [id];
  const named = [
    ...bundle.claims.flatMap(({ twin, mergedInto, splitInto, partOf }) =>
      [twin, mergedInto, partOf, ...splitInto].flatMap((id) => missing(claims, id)),
    ),
    ...bundle.evidence.flatMap(({ claim, source, cameFrom, copiedFrom }) => [
      ...[claim, ...cameFrom].flatMap((id) => missing(claims, id)),
      ...missing(evidence, copiedFrom),
      ...missing(sources, source),
    ]),
    ...bundle.verdicts.flatMap((verdict) => [
      ...missing(claims, verdict.claim),
      ...(verdict.kind === 'verdict'
        ? [
            ...verdict.evidence.flatMap(({ id }) => missing(evidence, id)),
            ...missing(claims, verdict.cameFrom),
          ]
        : []),
    ]),
    ...bundle.reviews.flatMap(({ claim, verdictAuthor }) =>
      missing(verdicts, verdictKey(claim, verdictAuthor)),
    ),
    ...bundle.rulings.flatMap(({ claim, replaces }) => [
      ...missing(claims, claim),
      ...missing(rulings, replaces),
    ]),
    ...bundle.comments.flatMap(({ thread, about }) => [
      ...missing(threads, thread),
      ...(about.kind === 'text' ? [] : missing(claims, about.claim)),
      ...(about.kind === 'evidence' ? missing(evidence, about.evidence) : []),
    ]),
    ...peopleIn(bundle).flatMap((person) => (people.has(person) ? [] : [`person ${person}`])),
  ];
  return named[0] === undefined ? null : `a record names ${named[0]}, which is not in it`;
}

/** What cannot be so of a comment by itself, whatever else there is. */
function oddComment({ comments }: Bundle): string | null {
  const odd = comments.find(
    ({ id, thread, about, anchor, turns, deleted, comment }) =>
      (anchor !== null) !== (about.kind === 'text' && id === thread) ||
      (id !== thread && turns.length > 0) ||
      (deleted === null) === (comment === ''),
  );
  return odd === undefined ? null : `the comment ${odd.id} contradicts itself`;
}

function strayAnchor(bundle: Bundle, text: Node): string | null {
  const anchored = new Set([
    ...bundle.claims.map(({ id }) => id),
    ...bundle.comments.flatMap(({ id, anchor }) => (anchor ? [id] : [])),
  ]);
  let stray: string | null = null;
  text.descendants((node) => {
    for (const mark of node.marks) {
      const id: unknown = mark.attrs['id'];
      if (mark.type.name === 'anchor' && typeof id === 'string' && !anchored.has(id)) stray ??= id;
    }
    return stray === null;
  });
  return stray === null
    ? null
    : `its text is marked for ${String(stray)}, which is neither a claim nor a comment in it`;
}

function wrongOriginal({ original, settings }: Bundle): string | null {
  if (original === null) {
    return settings.original === null ? null : 'its settings name an original that is not in it';
  }
  const bytes = Buffer.from(original.data, 'base64');
  if (createHash('sha256').update(bytes).digest('hex') !== original.sha256) {
    return 'its original file is not the one that its checksum was taken of';
  }
  const said = settings.original;
  return said !== null && said.sha256 === original.sha256 && said.bytes === bytes.length
    ? null
    : 'its settings speak of another original';
}

/** Every file is the one of its hash, and one that a source names with that size; kinds are looked at when it is stored. */
function wrongFile({ files, sources }: Bundle): string | null {
  const twice = repeated(files.map(({ sha256 }) => sha256));
  if (twice !== undefined) return `it holds the file ${twice} twice`;
  const named = new Map(filesOf(sources).map((file) => [file.sha256, file]));
  for (const { sha256, data } of files) {
    const bytes = Buffer.from(data, 'base64');
    if (sha256Of(bytes) !== sha256) {
      return 'one of its files is not the one that its checksum was taken of';
    }
    if (named.get(sha256)?.bytes !== bytes.length) {
      return 'it holds a file that no source names, or names otherwise';
    }
  }
  return null;
}

/** Why the bundle does not hold together, as the end of a sentence; null if it does. */
export function inconsistency(bundle: Bundle, text: Node): string | null {
  return (
    repetition(bundle) ??
    dangling(bundle) ??
    oddComment(bundle) ??
    strayAnchor(bundle, text) ??
    wrongOriginal(bundle) ??
    wrongFile(bundle)
  );
}
