/** What is not as it was when I judged, or began to; and the short answer to it. */
import { staleReasonWords } from '../../../../domain/derive/words.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { Button } from '../../../ui/button.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './my-verdict.module.css';
import type { MyVerdictState } from './use-my-verdict.ts';
import { WhatChanged } from './what-changed.tsx';

export function SinceThen({ claim, mine }: { claim: Claim; mine: MyVerdictState }) {
  const { give } = useDesk();
  const { own, stale, given, fresh, movedOn, set } = mine;
  if (movedOn) {
    return (
      <div className={styles.stale}>
        <span>#{claim.number} was changed while you were writing. Your words are kept.</span>
        <Button onPress={() => set({ claimVersion: claim.version })}>I have read it</Button>
      </div>
    );
  }
  if (stale && given) {
    return (
      <div className={styles.stale}>
        <span>
          Stale. {staleReasonWords[stale.reason]}
          {stale.reason !== 'words-changed' && <WhatChanged claim={claim} verdict={given} />}
        </span>
        {/* Changed words are settled above, by whoever may restate the claim. */}
        {stale.reason !== 'words-changed' && (
          <Button
            onPress={() =>
              void give('verdict.stand', {
                claimId: claim.id,
                claimVersion: claim.version,
                revision: given.revision,
              })
            }
          >
            Still stands
          </Button>
        )}
      </div>
    );
  }
  if (fresh === 0) return null;
  return (
    <p className={styles.note}>
      {fresh} new {fresh === 1 ? 'source' : 'sources'} since{' '}
      {own?.kind === 'pass' ? 'you passed' : 'your verdict'}.
    </p>
  );
}
