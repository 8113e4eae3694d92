/** A click on claims opens the shortest, and shows all that lie there; a tap only shows them, because a sheet would cover what was tapped. */
import type { ClaimClick } from '../../../editor/handle.ts';
import { useDesk } from '../desk-context.ts';
import { SHEET, useNarrow } from '../panes/use-narrow.ts';

export function useClaimClick(): (click: ClaimClick) => void {
  const { open, setOverlap } = useDesk();
  const sheet = useNarrow(SHEET);
  return ({ claim, all }) => {
    setOverlap(all.length > 1 ? all : []);
    if (all.length === 1 || !sheet) open(claim, 'text');
  };
}
