/** The thread that is opened from elsewhere: by a click in the text, or by the address, `?thread=…`, where a notification leads. */
import { useCallback, useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { claimOf } from '../../../../domain/record/comment.ts';
import type { RecordStore } from '../../../store/record-store.ts';
import type { Desk } from '../desk-context.ts';
import type { Pane } from '../panes/use-pane.ts';

export function useThread(
  store: RecordStore,
  { open, setTab, claim: pane }: Pick<Desk, 'open' | 'setTab'> & { readonly claim: Pane },
): Pick<Desk, 'thread' | 'openThread'> {
  const [thread, setThread] = useState<string | null>(null);
  const { show } = pane;
  const goTo = useCallback(
    (wanted: string) => {
      const record = store.getState();
      const first = record.comments.get(wanted);
      if (!first) return;
      open(claimOf(record, first), 'list');
      setTab('talk');
      show(true);
    },
    [store, open, setTab, show],
  );
  const openThread = useCallback(
    (wanted: string) => {
      setThread(wanted);
      goTo(wanted);
    },
    [goTo],
  );
  const search = useSearch();
  const [path, navigate] = useLocation();
  const wanted = new URLSearchParams(search).get('thread');
  if (wanted !== null && wanted !== thread) setThread(wanted);
  useEffect(() => {
    if (wanted === null) return;
    // Once: going back must not open it again.
    navigate(path, { replace: true });
    goTo(wanted);
  }, [wanted, path, navigate, goTo]);
  return { thread, openThread };
}
