/** Where the panes of the desk stand: three columns, fewer as the window narrows, one and a sheet on a phone. */
import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent } from 'react';
import { classes } from '../../ui/classes.ts';
import { lazyPage } from '../../ui/lazy-page.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { useWindowTitle } from '../../ui/window-title.ts';
import { useTour } from '../tour/use-tour.ts';
import { ClaimList } from './claims/claim-list.tsx';
import { ClaimAddress } from './claim-address.tsx';
import { DeskContext, useDesk, useRecord } from './desk-context.ts';
import styles from './desk-layout.module.css';
import { DeskHeader } from './header/desk-header.tsx';
import { ClaimPanel } from './judge/claim-panel.tsx';
import { usePaste } from './judge/use-paste.ts';
import { Announcements } from './panes/announcements.tsx';
import { DeskNotices } from './panes/desk-notices.tsx';
import { PaneBoundary } from './panes/pane-boundary.tsx';
import type { Pane } from './panes/use-pane.ts';
import { useTrailing } from './use-trailing.ts';
import { TextPane, type TextPaneProps } from './text/text-pane.tsx';

const Tour = lazy(async () => ({ default: (await import('../tour/tour.tsx')).Tour }));

/** What nobody needs before they ask for it comes when they do. */
const DeedsDialog = lazyPage(async () => (await import('./deeds-dialog.tsx')).DeedsDialog, null);
const DuplicateDialog = lazyPage(
  async () => (await import('./text/duplicate-dialog.tsx')).DuplicateDialog,
  null,
);
const ExportOverlay = lazyPage(
  async () => (await import('./header/export-overlay.tsx')).ExportOverlay,
  null,
);
const VerifyDialog = lazyPage(
  async () => (await import('../verify/verify-dialog.tsx')).VerifyDialog,
  null,
);
const LinkDialog = lazyPage(async () => (await import('./text/link-dialog.tsx')).LinkDialog, null);

export function DeskLayout(props: TextPaneProps) {
  const desk = useDesk();
  const { current, panes, editor } = desk;
  const trailing = useTrailing(desk);
  usePaste(desk);
  const { settings } = useRecord();
  useWindowTitle(settings.title);
  const tour = useTour();

  // Where there is little room, the claim's pane comes with a claim and goes with it; the list makes way.
  const { narrow } = panes.claim;
  const makeRoom = useEffectEvent((claim: string | null) => {
    panes.claim.show(claim !== null);
    if (panes.claims.narrow) panes.claims.show(false);
    // What is spoken of stays in view beside it.
    if (claim !== null) requestAnimationFrame(() => editor?.scrollTo(claim));
  });
  useEffect(() => {
    if (narrow) makeRoom(current);
  }, [current, narrow]);

  return (
    <div className={styles.desk}>
      <a href="#text" className={styles.skip}>
        Skip to the text
      </a>
      <DeskContext value={trailing}>
        <DeskHeader />
      </DeskContext>
      <DeskNotices />
      <div className={styles.panes}>
        <SidePane side="left" id="claims" label="Claims" pane={panes.claims}>
          <ClaimList />
        </SidePane>
        <PaneBoundary name="The text">
          <TextPane {...props} />
        </PaneBoundary>
        <SidePane side="right" id="claim" label="Current claim" pane={panes.claim}>
          <DeskContext value={trailing}>
            <ClaimPanel />
          </DeskContext>
        </SidePane>
      </div>
      {desk.overlay === 'deeds' && <DeedsDialog />}
      {desk.overlay === 'export' && <ExportOverlay />}
      {desk.overlay === 'verify' && (
        <VerifyDialog document={desk.id} onClose={() => desk.show(null)} />
      )}
      {desk.marking.duplicate && <DuplicateDialog />}
      {desk.overlay === 'link' && <LinkDialog />}
      <Announcements />
      <ClaimAddress />
      {tour.running && editor && (
        <Suspense>
          <Tour desk={desk} onEnd={tour.end} />
        </Suspense>
      )}
    </div>
  );
}

interface SidePaneProps {
  side: 'left' | 'right';
  id: string;
  label: string;
  pane: Pane;
  children: ReactNode;
}

/** A column with an edge to drag, which stays when it is folded; or what lies over the text where there is no room for columns. */
function SidePane({ side, id, label, pane, children }: SidePaneProps) {
  const content = (
    <div
      id={id}
      className={styles.content}
      style={{ width: pane.width }}
      hidden={!pane.open}
      tabIndex={-1}
    >
      <PaneBoundary name={label}>{children}</PaneBoundary>
    </div>
  );
  if (pane.narrow) {
    return (
      <section
        aria-label={label}
        className={classes(styles[side], styles.over)}
        hidden={!pane.open}
      >
        {content}
      </section>
    );
  }
  const splitter = (
    <Splitter
      label={`Width of: ${label.toLowerCase()}`}
      pane={side}
      controls={id}
      value={pane.open ? pane.width : 0}
      min={pane.min}
      max={pane.max}
      onChange={pane.setWidth}
      onToggle={pane.toggle}
    />
  );
  return (
    <section aria-label={label} className={styles[side]}>
      {side === 'right' && splitter}
      {content}
      {side === 'left' && splitter}
    </section>
  );
}
