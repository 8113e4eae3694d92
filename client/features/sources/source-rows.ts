/** Which sources the page shows, in which order, under which headings. */
import type { OriginUse, SourceUse } from '../../../domain/derive/source-use.ts';
import { reliabilities } from '../../../domain/record/source.ts';
import { sourceName } from '../desk/judge/source-name.ts';

export const sourceFilters = [
  { id: 'all', name: 'All sources' },
  { id: 'alone', name: 'Alone under a claim', note: 'A claim rests on this origin and no other' },
  { id: 'shared', name: 'Sharing an origin', note: 'More than one source of one origin' },
  { id: 'ungraded', name: 'Not graded' },
  { id: 'unarchived', name: 'Not archived' },
  { id: 'unused', name: 'Unused', note: 'No evidence rests on them' },
  { id: 'protected', name: 'Protected' },
] as const;
export type SourceFilter = (typeof sourceFilters)[number]['id'];

export const sourceSorts = [
  { id: 'origin', name: 'By origin' },
  { id: 'claims', name: 'Most claims first' },
  { id: 'reliability', name: 'Most reliable first' },
  { id: 'newest', name: 'Newest first' },
  { id: 'title', name: 'By title' },
] as const;
export type SourceSort = (typeof sourceSorts)[number]['id'];

export interface SourceView {
  readonly search: string;
  readonly filter: SourceFilter;
  readonly sort: SourceSort;
}

export type SourceRow =
  | {
      readonly kind: 'origin';
      readonly key: string;
      readonly origin: OriginUse;
      readonly shown: number;
    }
  /** Above those that stand for themselves, where others stand above them. */
  | { readonly kind: 'others'; readonly key: 'others'; readonly shown: number }
  | {
      readonly kind: 'source';
      readonly key: string;
      readonly origin: OriginUse;
      readonly use: SourceUse;
    };

type Found = Extract<SourceRow, { kind: 'source' }>;

export function rowsOf(origins: readonly OriginUse[], view: SourceView): SourceRow[] {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = origins.flatMap((origin) =>
    origin.sources
      .filter((use) => passes(origin, use, view.filter) && words.every(within(origin, use)))
      .map((use): Found => ({ kind: 'source', key: use.source.id, origin, use })),
  );
  if (view.sort !== 'origin') {
    const order = orders[view.sort];
    return found.toSorted((a, b) => order(a, b) || byTitle(a, b));
  }
  const rows: SourceRow[] = [];
  const others: Found[] = [];
  const byOrigin = Map.groupBy(found, ({ origin }) => origin);
  for (const origin of [...byOrigin.keys()].toSorted(largestFirst)) {
    const shown = (byOrigin.get(origin) ?? []).toSorted(byTitle);
    // A source that stands for itself needs no heading of its own, and no place under that of another.
    if (origin.sources.length > 1 || origin.alone.length > 0) {
      const key = `origin ${origin.group}`;
      rows.push({ kind: 'origin', key, origin, shown: shown.length }, ...shown);
    } else others.push(...shown);
  }
  if (rows.length > 0 && others.length > 0)
    rows.push({ kind: 'others', key: 'others', shown: others.length });
  return [...rows, ...others];
}

function passes(origin: OriginUse, { source, evidence }: SourceUse, filter: SourceFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'alone':
      return origin.alone.length > 0 && evidence.length > 0;
    case 'shared':
      return origin.sources.length > 1;
    case 'ungraded':
      return source.reliability === null;
    case 'unarchived':
      return source.archived.every((copy) => copy.removed);
    case 'unused':
      return evidence.length === 0;
    case 'protected':
      return source.protected;
  }
}

function within(origin: OriginUse, { source, claims }: SourceUse): (word: string) => boolean {
  const { title, url, publisher, author, medium, language } = source;
  const all = [title, url, publisher, author, medium, language, origin.name]
    .join('\n')
    .toLowerCase();
  const numbers = new Set(claims.map(({ number }) => `#${number}`));
  return (word) => all.includes(word) || numbers.has(word);
}

const byTitle = (a: Found, b: Found): number =>
  sourceName(a.use.source).localeCompare(sourceName(b.use.source)) || (a.key < b.key ? -1 : 1);

/** F and ungraded say nothing: last. */
const rank = ({ use: { source } }: Found): number =>
  source.reliability === null ? reliabilities.length : reliabilities.indexOf(source.reliability);

const orders: Readonly<Record<Exclude<SourceSort, 'origin'>, (a: Found, b: Found) => number>> = {
  claims: (a, b) => b.use.claims.length - a.use.claims.length,
  reliability: (a, b) => rank(a) - rank(b),
  newest: (a, b) => b.use.source.createdAt - a.use.source.createdAt,
  title: byTitle,
};

const claimCount = ({ sources }: OriginUse): number =>
  new Set(sources.flatMap(({ claims }) => claims)).size;

function largestFirst(a: OriginUse, b: OriginUse): number {
  return (
    Number(b.alone.length > 0) - Number(a.alone.length > 0) ||
    claimCount(b) - claimCount(a) ||
    a.name.localeCompare(b.name)
  );
}
