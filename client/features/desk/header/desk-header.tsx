/** The desk's header: the document, whether all is saved, who is here, the mode, share and export. */
import { ChevronDown, CircleHelp, Download, PanelLeft, Share2 } from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { navigate } from 'wouter/use-browser-location';
import { Button } from '../../../ui/button.tsx';
import { Header } from '../../../ui/header.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { AccountMenu } from '../../account/account-menu.tsx';
import { hintOf } from '../../actions/list.ts';
import { PaletteButton } from '../../actions/palette-button.tsx';
import { useShell } from '../../actions/screen.ts';
import { DocumentNav } from '../../document/document-nav.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './desk-header.module.css';
import { DocumentMenu } from './document-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ModeSwitch } from './mode-switch.tsx';
import { PeopleHere } from './people-here.tsx';
import { SavedState } from './saved-state.tsx';
import { useAnnounce } from './use-presence.ts';

export const DeskHeader = memo(function DeskHeader() {
  const { id, live, current, panes } = useDesk();
  const { show } = useShell();
  const { settings } = useRecord();
  useAnnounce(live, 'claim', current);
  const { open, toggle } = panes.claims;
  return (
    <Header
      crumbs={
        <>
          <IconButton
            label={open ? 'Hide the claims' : 'Show the claims'}
            icon={<PanelLeft size={16} aria-hidden />}
            aria-pressed={open}
            onPress={toggle}
            className={styles.toggle ?? ''}
          />
          <DocumentMenu
            trigger={
              <AriaButton className={styles.document ?? ''}>
                <bdi className={styles.title}>{settings.title}</bdi>
                <ChevronDown size={14} aria-hidden className={styles.chevron} />
              </AriaButton>
            }
          />
        </>
      }
      middle={<DocumentNav document={id} current="desk" />}
      end={
        <>
          <SavedState />
          <PeopleHere />
          <ModeSwitch />
          <Button
            icon={<Share2 size={14} aria-hidden />}
            onPress={() => navigate(`/d/${id}/members`)}
            className={styles.wide ?? ''}
          >
            Share
          </Button>
          <ExportMenu
            trigger={
              <Button icon={<Download size={14} aria-hidden />} className={styles.wide ?? ''}>
                Export
              </Button>
            }
          />
          <PaletteButton />
          <IconButton
            label="Keyboard help"
            shortcut={hintOf('help')}
            icon={<CircleHelp size={16} aria-hidden />}
            onPress={() => show('help')}
            className={styles.roomy ?? ''}
          />
        </>
      }
      account={<AccountMenu />}
    />
  );
});
