/** How the list is narrowed and sorted: what the address says, so that a view can be sent to a colleague and back goes to the one before. */
import { useCallback, useMemo } from 'react';
import { useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { type ListView, listQuery, readListView } from './list-view.ts';

export interface ListViewState {
  readonly view: ListView;
  /** `replace`: not a step of its own for the browser's back. */
  setView(view: ListView, options?: { replace?: boolean }): void;
}

export function useListView(): ListViewState {
  const query = useSearch();
  const view = useMemo(() => readListView(query), [query]);
  const setView = useCallback<ListViewState['setView']>((next, { replace = false } = {}) => {
    const { pathname, search } = window.location;
    const to = listQuery(next, search);
    if (to !== search) navigate(pathname + to, { replace });
  }, []);
  return { view, setView };
}
