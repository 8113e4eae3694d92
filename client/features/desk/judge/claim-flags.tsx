/** What is wrong with the claim or its words, and what can be done about it. */
import { mayRestate } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { When } from '../../../ui/when.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { anchoredPlace } from './anchored-place.ts';
import { ClaimLink } from './claim-history-line.tsx';
import styles from './claim-panel.module.css';

export function ClaimFlags({ claim }: { claim: Claim }) {
  const { anchors, give, live, editor } = useDesk();
  const record = useRecord();
  const anchor = anchors.get(claim.id) ?? 'exact';
  const { id: actor, role } = live.store.me;
  const refused = mayRestate(record, claim, { actor, role });

  if (claim.withdrawn) {
    const { by, at, reason } = claim.withdrawn;
    return (
      <div className={styles.flags}>
        <Notice
          tone="warn"
          actions={
            refused ? undefined : (
              <Button onPress={() => void give('claim.restore', { claimId: claim.id })}>
                Restore
              </Button>
            )
          }
        >
          {claim.mergedInto !== null ? (
            <>
              Merged into <ClaimLink id={claim.mergedInto} />
            </>
          ) : claim.splitInto.length > 0 ? (
            <>
              Split into{' '}
              {claim.splitInto.map((id) => (
                <ClaimLink key={id} id={id} />
              ))}
            </>
          ) : (
            'Withdrawn'
          )}{' '}
          by {record.people.get(by)?.name ?? 'somebody'}, <When at={at} />
          {reason ? `: ${reason}` : '.'}
        </Notice>
      </div>
    );
  }
  if (anchor === 'exact') return null;
  if (anchor === 'removed') {
    return (
      <div className={styles.flags}>
        <Notice tone="warn">
          The words of this claim are no longer in the text. Its quote and all that was said about
          it are kept.{' '}
          {refused
            ? refused.reason
            : `To set it again, select words in the text and press “Set #${claim.number} to this”.`}
        </Notice>
      </div>
    );
  }

  function settle(command: 'claim.take-over-words' | 'claim.keep-quote'): void {
    const place = anchoredPlace(live.text, claim.id);
    if (place) void give(command, { claimId: claim.id, version: claim.version, place });
  }

  return (
    <div className={styles.flags}>
      <Notice
        tone="warn"
        actions={
          refused ? undefined : (
            <>
              <Button onPress={() => settle('claim.take-over-words')}>
                Take over the new words
              </Button>
              <Button variant="quiet" onPress={() => settle('claim.keep-quote')}>
                Keep the quote
              </Button>
            </>
          )
        }
      >
        The text now says: <q className={styles.words}>{editor?.wordsOf(claim.id)}</q>
        {refused && ` ${refused.reason}`}
      </Notice>
    </div>
  );
}
