/** Which claim this is and how far it has come; from one claim to the next. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { latestRuling } from '../../../../domain/derive/ruling.ts';
import { headcountOf, stageOf } from '../../../../domain/derive/stage.ts';
import { stageWords } from '../../../../domain/derive/words.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { Chip } from '../../../ui/chip.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { hintOf } from '../../actions/list.ts';
import { useShownIds } from '../claims/shown-claims.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { ClaimMenu } from './claim-menu.tsx';
import styles from './claim-panel.module.css';
import { RatingChip } from './rating-chip.tsx';

export function ClaimBar({ claim, onClose }: { claim: Claim; onClose?: () => void }) {
  const { shown, open } = useDesk();
  const ids = useShownIds(shown);
  const at = ids.indexOf(claim.id);
  return (
    <header className={styles.bar}>
      <h2 className={styles.number}>#{claim.number}</h2>
      {at >= 0 && (
        <span className={styles.position}>
          {at + 1} of {ids.length}
        </span>
      )}
      <Stage claim={claim} />
      <span className={styles.push} />
      <IconButton
        label="Previous claim"
        shortcut={hintOf('previous')}
        icon={<ChevronUp size={16} aria-hidden />}
        isDisabled={at <= 0}
        onPress={() => open(ids[at - 1] ?? claim.id, 'key')}
      />
      <IconButton
        label="Next claim"
        shortcut={hintOf('next')}
        icon={<ChevronDown size={16} aria-hidden />}
        isDisabled={at < 0 || at >= ids.length - 1}
        onPress={() => open(ids[at + 1] ?? claim.id, 'key')}
      />
      <ClaimMenu claim={claim} />
      {onClose && (
        <IconButton label="Close the claim" icon={<X size={16} aria-hidden />} onPress={onClose} />
      )}
    </header>
  );
}

function Stage({ claim }: { claim: Claim }) {
  const { anchors } = useDesk();
  const record = useRecord();
  if (claim.withdrawn) return <Chip tone="warn">Withdrawn</Chip>;
  const stage = stageOf(record, claim, anchors.get(claim.id));
  const ruling = stage === 'settled' ? latestRuling(record, claim.id) : null;
  const { submitted, wanted } = headcountOf(record, claim);
  return (
    <>
      <Chip>
        {stageWords[stage]}
        {stage === 'judging' && ` · ${submitted} of ${wanted}`}
      </Chip>
      {ruling && <RatingChip rating={ruling.rating} />}
    </>
  );
}
