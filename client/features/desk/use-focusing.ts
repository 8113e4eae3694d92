/** The way of the keyboard, and of a screen reader, from the list to the claim in the text and back. */
import { useMemo } from 'react';
import type { EditorHandle } from '../../editor/editor.ts';
import type { Desk } from './desk-context.ts';
import type { Pane } from './panes/use-pane.ts';

export const LIST = 'claim-list';
export const SEARCH = 'claim-search';

export function useFocusing(
  editor: EditorHandle | null,
  current: string | null,
  claims: Pane,
): Pick<Desk, 'focusSearch' | 'focusList' | 'focusText'> {
  return useMemo(() => {
    const focus = (...ids: string[]): void => {
      // Where there are no claims there is still a search.
      const find = () => ids.map((id) => document.getElementById(id)).find((element) => element);
      const there = find();
      // At once, because whoever types on would lose a letter for every frame.
      if (claims.open && there) return there.focus();
      claims.show(true);
      requestAnimationFrame(() => find()?.focus());
    };
    return {
      focusSearch: () => focus(SEARCH),
      focusList: () => focus(LIST, SEARCH),
      focusText: () => {
        if (claims.narrow) claims.show(false);
        if (current === null || !editor?.focusClaim(current)) editor?.focus();
      },
    };
  }, [editor, current, claims]);
}
