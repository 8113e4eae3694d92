/** Two who mark the same words at once are asked by nobody: the later claim offers to become a part of the earlier one. */
import { useMemo } from 'react';
import { duplicateOf, type Placed } from '../../../../domain/derive/duplicate.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { FragmentText } from '../../../../domain/text/plain-text.ts';
import { Button } from '../../../ui/button.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { anchoredSpan } from './anchored-place.ts';
import { ClaimLink } from './claim-history-line.tsx';
import styles from './claim-panel.module.css';

export function SameWords({ claim }: { claim: Claim }) {
  const { setForm } = useDesk();
  const earlier = useEarlier(claim);
  if (!earlier) return null;
  return (
    <p className={styles.also}>
      <span>
        These words are <ClaimLink id={earlier.id} /> already.
      </span>
      <Button variant="quiet" onPress={() => setForm({ name: 'merge', about: earlier.id })}>
        Merge into #{earlier.number}
      </Button>
    </p>
  );
}

/** The claim that was marked before over the same words, and checks the same. */
function useEarlier(claim: Claim): Claim | null {
  const { live } = useDesk();
  const { claims } = useRecord();
  return useMemo(() => {
    const placed: Placed[] = [];
    for (const other of claims.values()) {
      if (other.number < claim.number) placed.push({ claim: other, at: other.position });
    }
    const likely = duplicateOf(placed, claim.position, claim.checks);
    if (!likely) return null;
    // Both were there when they were marked; the text may have changed in between.
    const whole = new FragmentText(live.text);
    const [mine, at] = [claim.id, likely.id].map((id) => anchoredSpan(live.text, whole, id));
    return mine && at ? duplicateOf([{ claim: likely, at }], mine, claim.checks) : null;
  }, [live.text, claims, claim]);
}
