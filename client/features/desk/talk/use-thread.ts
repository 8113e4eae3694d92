/** The thread that is opened from elsewhere: by a click in the text, or by the address, `?thread=…`, where a notification leads. */
import { useCallback, useEffect, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { claimOf } from '../../../../domain/record/comment.ts';
import type { RecordStore } from '../../../store/record-store.ts';
import { useAsked, withoutAsked } from '../asked.ts';
import type { Desk } from '../desk-context.ts';
import type { Pane } from '../panes/use-pane.ts';

const names = ['thread'] as const;

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
  const wanted = useAsked(names).get('thread');
  if (wanted !== null && wanted !== thread) setThread(wanted);
  useEffect(() => {
    if (wanted === null) return;
    // Once: going back must not open it again.
    navigate(withoutAsked(names), { replace: true });
    goTo(wanted);
  }, [wanted, goTo]);
  return { thread, openThread };
}
