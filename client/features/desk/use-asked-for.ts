/**
 * What somebody came for, by the address: `?for=review&of=3` for a task of this
 * claim, `?tab=evidence` for what is known of it, `?find=…` for words of the
 * text. They find it open; going back and forth does not open it again.
 */
import { useEffect, useEffectEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { taskKinds } from '../../../domain/derive/waiting.ts';
import type { Desk } from './desk-context.ts';
import { turnToTask } from './judge/turn-to-task.ts';

export function useAskedFor({
  current,
  editor,
  say,
  setForm,
  setTab,
}: Pick<Desk, 'current' | 'editor' | 'say' | 'setForm' | 'setTab'>): void {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const query = new URLSearchParams(search);
  const words = query.get('find');
  const kind = taskKinds.find((each) => each === query.get('for'));
  const wantsEvidence = query.get('tab') === 'evidence';

  const turn = useEffectEvent(() => {
    const author = Number(query.get('of'));
    if (wantsEvidence) setTab('evidence');
    if (kind)
      turnToTask({ setForm, setTab }, { kind, ...(author > 0 && { verdictAuthor: author }) });
    navigate(withoutAsked(path, query), { replace: true });
  });
  useEffect(() => {
    if ((kind || wantsEvidence) && current !== null) turn();
  }, [kind, wantsEvidence, current, search]);

  const show = useEffectEvent(() => {
    if (words === null || !editor) return;
    if (!editor.showWords(words)) say('These words are not in the text any more.');
    navigate(withoutAsked(path, query), { replace: true });
  });
  useEffect(() => {
    if (words !== null && editor) show();
  }, [words, editor]);
}

/** What else stands in the address stays: how the list is filtered. */
function withoutAsked(path: string, query: URLSearchParams): string {
  for (const name of ['for', 'of', 'tab', 'find']) query.delete(name);
  const rest = query.toString();
  return rest === '' ? path : `${path}?${rest}`;
}
