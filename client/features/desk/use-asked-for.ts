/**
 * What somebody came for, by the address: `?for=review&of=3` for a task of this
 * claim, `?tab=evidence` for what is known of it, `?find=…` for words of the
 * text. They find it open; going back and forth does not open it again.
 */
import { useEffect, useEffectEvent } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { taskKinds } from '../../../domain/derive/waiting.ts';
import { useAsked, withoutAsked } from './asked.ts';
import type { Desk } from './desk-context.ts';
import { turnToTask } from './judge/turn-to-task.ts';

const names = ['for', 'of', 'tab', 'find'] as const;

export function useAskedFor({
  current,
  editor,
  say,
  setForm,
  setTab,
}: Pick<Desk, 'current' | 'editor' | 'say' | 'setForm' | 'setTab'>): void {
  const asked = useAsked(names);
  const words = asked.get('find');
  const author = Number(asked.get('of'));
  const kind = taskKinds.find((each) => each === asked.get('for'));
  const wantsEvidence = asked.get('tab') === 'evidence';

  const turn = useEffectEvent(() => {
    if (wantsEvidence) setTab('evidence');
    if (kind)
      turnToTask({ setForm, setTab }, { kind, ...(author > 0 && { verdictAuthor: author }) });
    navigate(withoutAsked(names), { replace: true });
  });
  useEffect(() => {
    if ((kind || wantsEvidence) && current !== null) turn();
  }, [kind, author, wantsEvidence, current]);

  const show = useEffectEvent(() => {
    if (words === null || !editor) return;
    if (!editor.showWords(words)) say('These words are not in the text any more.');
    navigate(withoutAsked(names), { replace: true });
  });
  useEffect(() => {
    if (words !== null && editor) show();
  }, [words, editor]);
}
