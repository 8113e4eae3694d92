/** The open claim, what speaks for and against it, and at the foot what I hold of it. */
import { latestRuling } from '../../../../domain/derive/ruling.ts';
import { headcountOf } from '../../../../domain/derive/stage.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { recordsOf } from '../../../../domain/record/claim-records.ts';
import { threadsOn } from '../../../../domain/talk/thread.ts';
import { Tabs } from '../../../ui/tabs.tsx';
import { WalkBar } from '../../queue/walk-bar.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { TalkTab } from '../talk/talk-tab.tsx';
import { threadsIn, unreadIn } from '../talk/threads.ts';
import { useTalkRead } from '../talk/use-talk-read.ts';
import { ClaimBar } from './claim-bar.tsx';
import { ClaimDetails } from './claim-details.tsx';
import { ClaimFlags } from './claim-flags.tsx';
import styles from './claim-panel.module.css';
import { EvidenceTab } from './evidence-tab.tsx';
import { MyVerdict } from './my-verdict.tsx';
import { useTabInSight } from './use-tab-in-sight.ts';
import { VerdictsTab } from './verdicts-tab.tsx';

export function OpenClaim({ claim }: { claim: Claim }) {
  const { queue, panes, open } = useDesk();
  return (
    <div className={styles.panel}>
      <WalkBar walk={queue} />
      <ClaimBar claim={claim} {...(panes.claim.narrow && { onClose: () => open(null) })} />
      {/* Each claim from its top, with its own forms. */}
      <div key={claim.id} className={styles.scroller}>
        <ClaimFlags claim={claim} />
        <ClaimDetails claim={claim} />
        <ClaimTabs claim={claim} />
      </div>
      <MyVerdict key={`verdict ${claim.id}`} claim={claim} />
    </div>
  );
}

function ClaimTabs({ claim }: { claim: Claim }) {
  const { tab, setTab, live } = useDesk();
  const box = useTabInSight(tab);
  const record = useRecord();
  const { evidence } = recordsOf(record, claim.id);
  const { submitted, wanted } = headcountOf(record, claim);
  const threads = threadsOn(record, threadsIn(record), claim.id);
  const read = useTalkRead();
  const { id: me } = live.store.me;
  const fresh = threads.reduce((sum, thread) => sum + unreadIn(thread, read, me).length, 0);
  const ruled = latestRuling(record, claim.id) !== null;
  return (
    <div ref={box}>
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
            content: <EvidenceTab claim={claim} />,
          },
          {
            id: 'verdicts',
            name: ruled ? 'Verdicts and ruling' : 'Verdicts',
            count: `${submitted} of ${wanted}`,
            content: <VerdictsTab claim={claim} />,
          },
          {
            id: 'talk',
            name: 'Talk',
            ...(threads.length > 0 && {
              count: fresh > 0 ? `${threads.length}, ${fresh} new` : threads.length,
            }),
            content: <TalkTab claim={claim} />,
          },
        ]}
      />
    </div>
  );
}
