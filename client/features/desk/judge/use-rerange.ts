/** Puts a claim on the words that are selected in the text. */
import type { Claim } from '../../../../domain/record/claim.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { useDesk } from '../desk-context.ts';
import { anchoredPlace } from './anchored-place.ts';

export function useRerange(): (claim: Claim) => void {
  const { editor, live, give, say } = useDesk();
  return (claim) => {
    const found = editor?.place();
    if (!found) return;
    if (isRefusal(found)) {
      return say('Select the words in the text first, then change the range.');
    }
    const from = anchoredPlace(live.text, claim.id);
    void give('claim.rerange', {
      claimId: claim.id,
      version: claim.version,
      place: found.place,
      ...(from && { from }),
    });
    editor?.clearSelection();
  };
}
