/** How the list is narrowed and sorted, as the address says it: `?filter=for-me&filter=tag:air&q=words&sort=number`. */
import { priorities } from '../../../../domain/record/claim.ts';
import { stages } from '../../../../domain/derive/stage.ts';
import type { ClaimRow } from './claim-row.ts';
import { type Filter, filterText, passing, readFilter, sameFilter } from './filter.ts';
import { matches, termsOf } from './search.ts';

export const sorts = ['text', 'number', 'stage', 'priority', 'newest'] as const;
export type Sort = (typeof sorts)[number];

export const sortWords: Readonly<Record<Sort, string>> = {
  text: 'Order of the text',
  number: 'Number',
  stage: 'Stage',
  priority: 'Priority',
  newest: 'Newest first',
};

export interface ListView {
  readonly filters: readonly Filter[];
  readonly search: string;
  readonly sort: Sort;
}

/** Whatever an address holds beyond that is nobody's. */
const MOST_FILTERS = 30;
const LONGEST_SEARCH = 200;

export const wholeList: ListView = { filters: [], search: '', sort: 'text' };

export function readListView(query: string): ListView {
  const params = new URLSearchParams(query);
  const filters: Filter[] = [];
  for (const text of params.getAll('filter').slice(0, MOST_FILTERS)) {
    const filter = readFilter(text);
    if (filter && !filters.some((other) => sameFilter(other, filter))) filters.push(filter);
  }
  const sort = sorts.find((each) => each === params.get('sort')) ?? 'text';
  return { filters, search: (params.get('q') ?? '').slice(0, LONGEST_SEARCH), sort };
}

/** With its question mark, or empty: what the whole list says is left out. Whatever else the address held stays. */
export function listQuery({ filters, search, sort }: ListView, before = ''): string {
  const params = new URLSearchParams(before);
  for (const own of ['filter', 'q', 'sort']) params.delete(own);
  for (const filter of filters) params.append('filter', filterText(filter));
  if (search !== '') params.set('q', search);
  if (sort !== 'text') params.set('sort', sort);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Turns a filter on, or off again. */
export function toggled(view: ListView, filter: Filter): ListView {
  const without = view.filters.filter((other) => !sameFilter(other, filter));
  const filters = without.length < view.filters.length ? without : [...view.filters, filter];
  return { ...view, filters };
}

export function isNarrowed({ filters, search }: ListView): boolean {
  return filters.length > 0 || search.trim() !== '';
}

/** What is left of the rows, which come in text order; the removed and the withdrawn come behind all others. */
export function shownRows(
  rows: readonly ClaimRow[],
  { filters, search, sort }: ListView,
): readonly ClaimRow[] {
  const passes = passing(filters);
  const terms = termsOf(search);
  const left = rows.filter(
    (row) => passes(row) && (terms.length === 0 || matches(row.words, terms)),
  );
  const compare = orders[sort];
  const sorted = compare ? left.toSorted(compare) : left;
  const groups = { here: [] as ClaimRow[], removed: [] as ClaimRow[], withdrawn: [] as ClaimRow[] };
  for (const row of sorted) groups[groupOf(row)].push(row);
  return [...groups.here, ...groups.removed, ...groups.withdrawn];
}

export type Group = 'here' | 'removed' | 'withdrawn';

export function groupOf({ claim, flags }: ClaimRow): Group {
  if (claim.withdrawn) return 'withdrawn';
  return flags.includes('removed') ? 'removed' : 'here';
}

/** Equal ones stay in the order of the text. */
const orders: Readonly<Record<Sort, ((a: ClaimRow, b: ClaimRow) => number) | null>> = {
  text: null,
  number: (a, b) => a.claim.number - b.claim.number,
  stage: (a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage),
  priority: (a, b) => priorities.indexOf(b.claim.priority) - priorities.indexOf(a.claim.priority),
  newest: (a, b) => b.claim.createdAt - a.claim.createdAt || b.claim.number - a.claim.number,
};
