/** Marking a claim where somebody stands in the text, once they know whether it is marked already. */
import { useCallback, useState } from 'react';
import type { Place } from '../../../../domain/command/place.ts';
import type { Checks, Claim } from '../../../../domain/record/claim.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import type { EditorHandle } from '../../../editor/editor.ts';
import type { LiveDocument } from '../../../store/document.ts';
import { newId } from '../../../store/new-id.ts';
import type { Desk, Step } from '../desk-context.ts';
import { otherQuestion } from '../judge/twin.ts';
import { duplicatesAt } from './duplicate.ts';

/** A mark that waits for an answer: these words are those claims already. */
export interface Duplicate {
  /** One, or one for each question. */
  readonly claims: readonly Claim[];
  readonly place: Place;
  /** That they said it, and that it is so; or the latter alone. */
  readonly questions: readonly Checks[];
}

export interface Marking {
  readonly duplicate: Duplicate | null;
  mark(): void;
  /** As two claims over the same words, linked: that they said it, and that it is so. */
  markBoth(): void;
  /** Of the duplicate: marks it all the same. */
  markApart(): void;
  /** Of the duplicate: marks these words, too, and says that they are that claim. */
  markMerged(claim: Claim): void;
  /** Of a duplicate that checks one of two questions: marks the other alone, linked with it. */
  markOther(claim: Claim): void;
  /** Of the duplicate: lets it be. */
  drop(): void;
}

const both: readonly Checks[] = ['said', 'content'];

export function useMarking(
  editor: EditorHandle | null,
  { store, text }: LiveDocument,
  { give, open, say }: Pick<Desk, 'give' | 'open' | 'say'>,
): Marking {
  const [duplicate, setDuplicate] = useState<Duplicate | null>(null);
  const drop = useCallback(() => setDuplicate(null), []);

  const put = useCallback(
    (place: Place, questions: readonly Checks[], linkedWith?: Claim) => {
      const step: Step = {};
      const ids = questions.map(newId);
      for (const [index, checks] of questions.entries()) {
        const claimId = ids[index] ?? newId();
        const twin = ids[index - 1] ?? linkedWith?.id;
        const args = { claimId, place, checks, ...(twin !== undefined && { twin }) };
        const isLast = index === questions.length - 1;
        void give('claim.mark', args, { quiet: !isLast, step }).then((result) => {
          if (isRefusal(result) && index === 0) open(null, 'text');
        });
      }
      setDuplicate(null);
      editor?.clearSelection();
      open(ids[0] ?? null, 'text');
    },
    [editor, give, open],
  );

  const ask = useCallback(
    (questions: readonly Checks[]) => {
      const found = editor?.place();
      if (!found) return;
      if (isRefusal(found)) return say(found.reason);
      const { place } = found;
      const claims = duplicatesAt(text, store.getState(), place, questions);
      if (claims.length > 0) setDuplicate({ claims, place, questions });
      else put(place, questions);
    },
    [editor, text, store, put, say],
  );

  const mark = useCallback(() => ask(['content']), [ask]);
  const markBoth = useCallback(() => ask(both), [ask]);

  const markApart = useCallback(() => {
    if (duplicate) put(duplicate.place, duplicate.questions);
  }, [duplicate, put]);

  const markOther = useCallback(
    (claim: Claim) => {
      if (duplicate) put(duplicate.place, [otherQuestion[claim.checks]], claim);
    },
    [duplicate, put],
  );

  const markMerged = useCallback(
    (claim: Claim) => {
      if (!duplicate) return;
      const step: Step = {};
      const claimId = newId();
      const { place } = duplicate;
      void give('claim.mark', { claimId, place, checks: claim.checks }, { quiet: true, step });
      void give('claim.merge', { claimId, version: 1, into: claim.id }, { step });
      setDuplicate(null);
      editor?.clearSelection();
      open(claim.id, 'text');
    },
    [duplicate, editor, give, open],
  );

  return { duplicate, mark, markBoth, markApart, markMerged, markOther, drop };
}
