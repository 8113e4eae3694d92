/** The right pane: the current claim, what speaks for and against it, and at the foot what I hold of it. */
import { latestRuling } from '../../../../domain/derive/ruling.ts';
import { headcountOf } from '../../../../domain/derive/stage.ts';
import { recordsOf } from '../../../../domain/record/claim-records.ts';
import { EmptyState } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { ClaimFlags } from './claim-flags.tsx';
import { ClaimHead } from './claim-head.tsx';
import styles from './claim-panel.module.css';
import { EvidenceTab } from './evidence-tab.tsx';
import { MyVerdict } from './my-verdict.tsx';
import { VerdictsTab } from './verdicts-tab.tsx';

export function ClaimPanel({ onClose }: { onClose?: () => void }) {
  const { current, tab, setTab } = useDesk();
  const record = useRecord();
  const claim = current === null ? undefined : record.claims.get(current);
  if (!claim) {
    return (
      <EmptyState title="No claim is open">
        Open one in the list or in the text, or select words and mark them.
      </EmptyState>
    );
  }
  const { evidence } = recordsOf(record, claim.id);
  const { submitted, wanted } = headcountOf(record, claim);
  const ruled = latestRuling(record, claim.id) !== null;
  return (
    <div className={styles.panel}>
      <div className={styles.scroller}>
        <ClaimHead claim={claim} {...(onClose && { onClose })} />
        <ClaimFlags claim={claim} />
        <Tabs
          label="What is known of this claim"
          selected={tab}
          onSelect={setTab}
          className={styles.tabs ?? ''}
          views={[
            {
              id: 'evidence',
              name: 'Evidence',
              count: evidence.filter((piece) => !piece.removed).length,
              content: <EvidenceTab key={claim.id} claim={claim} />,
            },
            {
              id: 'verdicts',
              name: ruled ? 'Verdicts and ruling' : 'Verdicts',
              count: `${submitted} of ${wanted}`,
              content: <VerdictsTab key={claim.id} claim={claim} />,
            },
          ]}
        />
      </div>
      <MyVerdict key={claim.id} claim={claim} />
    </div>
  );
}
