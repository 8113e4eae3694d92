/** Commenting on what is selected in the text, or else on the open claim. */
import { useCallback, useState } from 'react';
import type { Place } from '../../../../domain/command/place.ts';
import { mayComment } from '../../../../domain/policy/document.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import type { EditorHandle } from '../../../editor/editor.ts';
import type { LiveDocument } from '../../../store/document.ts';
import type { Desk } from '../desk-context.ts';
import type { Pane } from '../panes/use-pane.ts';

export interface Commenting {
  /** The words that the comment being written is on; null for one on something else. */
  readonly place: Place | null;
  comment(): void;
}

export function useCommenting(
  editor: EditorHandle | null,
  { store }: LiveDocument,
  desk: Pick<Desk, 'current' | 'open' | 'say' | 'setForm' | 'setTab'> & { readonly claim: Pane },
): Commenting {
  const [place, setPlace] = useState<Place | null>(null);
  const { current, open, say, setForm, setTab, claim: pane } = desk;
  const { show } = pane;
  const comment = useCallback(() => {
    const refused = mayComment(store.me.role);
    if (refused) return say(refused.reason);
    if (editor?.selection()?.by === 'selection' || (current === null && editor?.selection())) {
      const found = editor.place();
      if (isRefusal(found)) return say(found.reason);
      setPlace(found.place);
      open(null, 'text');
      editor.clearSelection();
    } else if (current === null) {
      return say('Select the words to comment on, or open a claim.');
    } else {
      setPlace(null);
      setTab('talk');
    }
    show(true);
    setForm({ name: 'comment' });
  }, [store, editor, current, open, say, setForm, setTab, show]);
  return { place, comment };
}
