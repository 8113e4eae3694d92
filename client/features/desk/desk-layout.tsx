/** Where the panes of the desk stand: three columns, fewer as the window narrows, one and a sheet on a phone. */
import { useEffect, useState } from 'react';
import type { EditorHandle, TextSelected } from '../../editor/editor.ts';
import { classes } from '../../ui/classes.ts';
import { useWindowTitle } from '../../ui/page.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { HelpSheet } from '../actions/help-sheet.tsx';
import { Palette } from '../actions/palette.tsx';
import { useShortcuts } from '../actions/use-shortcuts.ts';
import { ClaimList } from './claims/claim-list.tsx';
import { useDesk, useRecord } from './desk-context.ts';
import styles from './desk-layout.module.css';
import { DeskHeader } from './header/desk-header.tsx';
import { ClaimPanel } from './judge/claim-panel.tsx';
import { DeskNotices } from './panes/desk-notices.tsx';
import { usePane } from './panes/use-pane.ts';
import { TextPane } from './text/text-pane.tsx';

export interface DeskLayoutProps {
  onEditor(editor: EditorHandle | null): void;
  onSelection(selection: TextSelected | null): void;
  onClaimsMoved(): void;
}

export function DeskLayout(props: DeskLayoutProps) {
  const desk = useDesk();
  const { current, open } = desk;
  useShortcuts(desk);
  const { settings } = useRecord();
  useWindowTitle(settings.title);
  const left = usePane('claims', { width: 300, min: 220, max: 480, foldsBelow: 1280 });
  const right = usePane('claim', { width: 404, min: 320, max: 620, foldsBelow: 1024 });
  const [sheet, setSheet] = useState(false);
  // Opening a claim brings its pane along; closing it gives the room back where there is little.
  useEffect(() => {
    setSheet(current !== null);
  }, [current]);
  const rightShown = right.narrow ? sheet : right.open;
  return (
    <div className={styles.desk}>
      <a href="#text" className={styles.skip}>
        Skip to the text
      </a>
      <DeskHeader claimsShown={left.open} onToggleClaims={left.toggle} />
      <DeskNotices />
      <div className={styles.panes}>
        <section
          id="claims"
          aria-label="Claims"
          className={classes(styles.left, left.narrow && styles.floating)}
          style={{ width: left.width }}
          hidden={!left.open}
        >
          <ClaimList />
        </section>
        {!left.narrow && (
          <Splitter
            label="Width of the claims"
            pane="left"
            controls="claims"
            value={left.open ? left.width : 0}
            min={left.min}
            max={left.max}
            onChange={left.setWidth}
            onToggle={left.toggle}
          />
        )}
        <TextPane {...props} />
        {!right.narrow && (
          <Splitter
            label="Width of the claim"
            pane="right"
            controls="claim"
            value={right.open ? right.width : 0}
            min={right.min}
            max={right.max}
            onChange={right.setWidth}
            onToggle={right.toggle}
          />
        )}
        <section
          id="claim"
          aria-label="Current claim"
          className={classes(styles.right, right.narrow && styles.sheet)}
          style={{ width: right.width }}
          hidden={!rightShown}
        >
          <ClaimPanel {...(right.narrow && { onClose: () => open(null) })} />
        </section>
      </div>
      <HelpSheet />
      <Palette />
    </div>
  );
}
