/** Marking a claim where somebody stands in the text, once they know whether it is marked already. */
import { useCallback, useState } from 'react';
import type { Place } from '../../../../domain/command/place.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import type { EditorHandle } from '../../../editor/editor.ts';
import type { LiveDocument } from '../../../store/document.ts';
import { newId } from '../../../store/new-id.ts';
import type { Desk, Step } from '../desk-context.ts';
import { duplicateAt } from './duplicate.ts';

/** A mark that waits for an answer: these words are that claim already. */
export interface Duplicate {
  readonly claim: Claim;
  readonly place: Place;
}

export interface Marking {
  readonly duplicate: Duplicate | null;
  mark(): void;
  /** As two claims over the same words, linked: that they said it, and that it is so. */
  markBoth(): void;
  /** Of the duplicate: marks it all the same. */
  markApart(): void;
  /** Of the duplicate: lets it be. */
  drop(): void;
}

export function useMarking(
  editor: EditorHandle | null,
  { store, text }: LiveDocument,
  { give, open, say }: Pick<Desk, 'give' | 'open' | 'say'>,
): Marking {
  const [duplicate, setDuplicate] = useState<Duplicate | null>(null);
  const drop = useCallback(() => setDuplicate(null), []);

  const put = useCallback(
    (place: Place) => {
      const claimId = newId();
      void give('claim.mark', { claimId, place, checks: 'content' }).then((result) => {
        if (isRefusal(result)) open(null, 'text');
      });
      editor?.clearSelection();
      open(claimId, 'text');
    },
    [editor, give, open],
  );

  const mark = useCallback(() => {
    const found = editor?.place();
    if (!found) return;
    if (isRefusal(found)) return say(found.reason);
    const claim = duplicateAt(text, store.getState(), found.place, 'content');
    if (claim) setDuplicate({ claim, place: found.place });
    else put(found.place);
  }, [editor, text, store, put, say]);

  const markBoth = useCallback(() => {
    const found = editor?.place();
    if (!found) return;
    if (isRefusal(found)) return say(found.reason);
    const { place } = found;
    const [said, content] = [newId(), newId()];
    const step: Step = {};
    void give('claim.mark', { claimId: said, place, checks: 'said' }, { quiet: true, step });
    void give('claim.mark', { claimId: content, place, checks: 'content', twin: said }, { step });
    editor?.clearSelection();
    open(said, 'text');
  }, [editor, give, open, say]);

  const markApart = useCallback(() => {
    if (duplicate) put(duplicate.place);
    setDuplicate(null);
  }, [duplicate, put]);

  return { duplicate, mark, markBoth, markApart, drop };
}
