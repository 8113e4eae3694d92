/** The parts of a claim as what is selected in the text divides it. */
import { useMemo } from 'react';
import type { Claim } from '../../../../domain/record/claim.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { useDesk } from '../desk-context.ts';
import { selectedLines } from './parts.ts';

/** One a line; null where nothing is selected that is a part of it. */
export function useSelectedLines(claim: Claim | undefined): string | null {
  const { editor, live, selection } = useDesk();
  return useMemo(() => {
    if (!claim || !editor || selection?.by !== 'selection') return null;
    const found = editor.place();
    return isRefusal(found) ? null : selectedLines(live.text, claim, found.place);
  }, [claim, editor, live.text, selection]);
}
