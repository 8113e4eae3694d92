/** The right pane: the current claim, whose code comes once the desk is ready, or with the first claim. */
import { memo, useEffect } from 'react';
import { mayJudge } from '../../../../domain/policy/document.ts';
import { lazyPage } from '../../../ui/lazy-page.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './claim-panel.module.css';

const OpenClaim = lazyPage(
  async () => (await import('./open-claim.tsx')).OpenClaim,
  <Skeleton label="Opening the claim…" />,
);

const DocumentTalk = lazyPage(
  async () => (await import('../talk/document-talk.tsx')).DocumentTalk,
  <Skeleton label="Reading the talk…" />,
);

/** So that the first claim opens at once. */
export const fetchOpenClaim = (): Promise<unknown> => OpenClaim.fetch();

export const ClaimPanel = memo(function ClaimPanel() {
  const { current, editor, form, live, thread } = useDesk();
  const { claims, comments } = useRecord();
  const isReady = editor !== null;
  useEffect(() => {
    // While somebody looks for their first claim.
    if (isReady) void fetchOpenClaim();
  }, [isReady]);
  const claim = current === null ? undefined : claims.get(current);
  if (claim) return <OpenClaim claim={claim} />;
  const may = mayJudge(live.store.me.role) === null;
  const isTalking = form !== null || comments.get(thread ?? '')?.about.kind === 'text';
  return (
    <div className={styles.scroller}>
      {/* Whoever talks about words of the text has not come for a claim. */}
      {!isTalking && (
        <EmptyState title="No claim is open">
          {claims.size > 0 && 'Choose one in the list or in the text. '}
          {may && 'To mark a new one, select words in the text and press c.'}
        </EmptyState>
      )}
      <DocumentTalk />
    </div>
  );
});
