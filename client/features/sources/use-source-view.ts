/** The view of the sources in the address of the page: back and forward go from one to the next. */
import { useCallback, useMemo } from 'react';
import { useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { useTyped } from '../desk/claims/search-field.tsx';
import type { SourceView } from './source-rows.ts';
import { readSourceView, sourceQuery } from './source-view.ts';

export interface SourceViewState {
  readonly view: SourceView;
  setView(view: SourceView): void;
}

export function useSourceView(): SourceViewState {
  const query = useSearch();
  const written = useMemo(() => readSourceView(query), [query]);
  const put = useCallback((next: SourceView, replace: boolean) => {
    const { pathname, search } = window.location;
    const to = sourceQuery(next, search);
    if (to !== search) navigate(pathname + to, { replace });
  }, []);
  // Letters are no steps of their own for the browser's back.
  const [search, setSearch] = useTyped(written.search, (typed) =>
    put({ ...readSourceView(window.location.search), search: typed }, true),
  );
  const view = useMemo(() => ({ ...written, search }), [written, search]);
  const setView = useCallback(
    (next: SourceView) => {
      if (next.search !== search) setSearch(next.search);
      put({ ...next, search: written.search }, false);
    },
    [search, written.search, setSearch, put],
  );
  return { view, setView };
}
