/** How the sources are narrowed and sorted, as the address says it: `?q=words&show=unarchived&order=title`. */
import { sourceFilters, sourceSorts, type SourceView } from './source-rows.ts';

const LONGEST_SEARCH = 200;

export const wholeSources: SourceView = { search: '', filter: 'all', sort: 'origin' };

/** What an address says otherwise than it could is left out: it may come from anywhere. */
export function readSourceView(query: string): SourceView {
  const params = new URLSearchParams(query);
  const [filter, sort] = [params.get('show'), params.get('order')];
  return {
    search: (params.get('q') ?? '').slice(0, LONGEST_SEARCH),
    filter: sourceFilters.find(({ id }) => id === filter)?.id ?? wholeSources.filter,
    sort: sourceSorts.find(({ id }) => id === sort)?.id ?? wholeSources.sort,
  };
}

/** With its question mark, or empty. Whatever else the address held stays. */
export function sourceQuery({ search, filter, sort }: SourceView, before = ''): string {
  const params = new URLSearchParams(before);
  for (const own of ['q', 'show', 'order']) params.delete(own);
  if (search !== '') params.set('q', search);
  if (filter !== wholeSources.filter) params.set('show', filter);
  if (sort !== wholeSources.sort) params.set('order', sort);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
