/**
 * A click on claims opens the shortest, and shows all claims and threads that
 * lie there; a tap only shows them, because a sheet would cover what was tapped.
 */
import type { TextClick } from '../../../editor/handle.ts';
import { useDesk } from '../desk-context.ts';
import { SHEET, useNarrow } from '../../../ui/use-narrow.ts';

export function useTextClick(): (click: TextClick) => void {
  const { open, openThread, setOverlap } = useDesk();
  const sheet = useNarrow(SHEET);
  return ({ claim, claims, threads }) => {
    const here = [...claims, ...threads];
    const [first] = threads;
    if (here.length === 1 || !sheet) {
      if (claim !== null) open(claim, 'text');
      else if (first !== undefined) openThread(first);
    }
    // After what opens, which closes the list of another place.
    setOverlap(here.length > 1 ? here : []);
  };
}
