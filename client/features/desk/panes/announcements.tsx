/** Says to screen readers what others do and whether the server can be reached. What one does oneself is told by its own message. */
import { useEffect, useEffectEvent, useState } from 'react';
import { useDesk } from '../desk-context.ts';
import { newsOf } from './news.ts';
import { openedWords } from './opened-words.ts';

/** One thing is read out before the next is put in its place, in ms. */
const SETTLE = 1000;

export function Announcements() {
  const { live, handle } = useDesk();
  const [words, setWords] = useState('');
  useOpened(setWords);
  const { store } = live;

  useEffect(() => {
    let before = store.getState();
    let waiting: number | undefined;
    const look = (): void => {
      waiting = undefined;
      const now = store.getState();
      const news = newsOf(before, now, store.me.id);
      before = now;
      if (news.length > 0) setWords(news.join(' '));
    };
    const unsubscribe = store.subscribe(() => {
      waiting ??= window.setTimeout(look, SETTLE);
    });
    return () => {
      unsubscribe();
      window.clearTimeout(waiting);
    };
  }, [store]);

  // Going offline is told by its notice.
  useEffect(() => {
    let offline = handle.getSnapshot().connection.kind === 'offline';
    return handle.subscribe(() => {
      const now = handle.getSnapshot().connection.kind === 'offline';
      if (offline && !now) setWords('Connected again.');
      offline = now;
    });
  }, [handle]);

  return (
    <p className="visually-hidden" aria-live="polite" data-announcements="">
      {words}
    </p>
  );
}

/** The claim that was opened. The list reads its own row out where it has the focus. */
function useOpened(tell: (words: string) => void): void {
  const { current, shown, rows, order, anchors, editor, live } = useDesk();
  const opened = useEffectEvent((claim: string) => {
    if (document.activeElement?.closest('[data-claims]')) return;
    const ids = shown.getIds();
    const at = ids.indexOf(claim) + 1;
    const all = rows.of(live.store.getState(), order, anchors);
    const row = all.find((each) => each.claim.id === claim);
    if (row && at > 0)
      tell(openedWords(row, { at, of: ids.length }, editor?.overlapping(claim) ?? 0));
  });
  useEffect(() => {
    if (current !== null) opened(current);
  }, [current]);
}
