/** The desk's header: the document, whether all is saved, who is here, the mode, share and export. */
import { ChevronDown, Download, PanelLeft, Share2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useLocation } from 'wouter';
import { mayEditText } from '../../../../domain/policy/document.ts';
import type { Mode } from '../../../editor/editor.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Header } from '../../../ui/header.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { AccountMenu } from '../../account/account-menu.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './desk-header.module.css';
import { DocumentMenu } from './document-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { SavedState } from './saved-state.tsx';
import { type Here, useAnnounce, usePresence } from './use-presence.ts';

export interface DeskHeaderProps {
  claimsShown: boolean;
  onToggleClaims(): void;
}

export function DeskHeader({ claimsShown, onToggleClaims }: DeskHeaderProps) {
  const { id, live, current } = useDesk();
  const { settings } = useRecord();
  const [, navigate] = useLocation();
  useAnnounce(live, 'claim', current);
  return (
    <Header
      crumbs={
        <>
          <IconButton
            label={claimsShown ? 'Hide the claims' : 'Show the claims'}
            icon={<PanelLeft size={16} aria-hidden />}
            aria-pressed={claimsShown}
            onPress={onToggleClaims}
            className={styles.toggle ?? ''}
          />
          <DocumentMenu
            trigger={
              <AriaButton className={styles.document ?? ''}>
                <span className={styles.title}>{settings.title}</span>
                <ChevronDown size={14} aria-hidden />
              </AriaButton>
            }
          />
        </>
      }
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
        </>
      }
      account={<AccountMenu />}
    />
  );
}

function ModeSwitch() {
  const { live, mode, setMode } = useDesk();
  const { settings } = useRecord();
  const refused = mayEditText(live.store.me.role, settings);
  const group = (
    <ToggleGroup<Mode>
      label="What you do with the text"
      value={mode}
      onChange={setMode}
      choices={[
        { id: 'annotate', name: 'Annotate' },
        { id: 'edit', name: 'Edit text', isDisabled: refused !== null && mode !== 'edit' },
      ]}
    />
  );
  return refused ? (
    <span className={styles.mode} title={refused.reason}>
      {group}
      <span className="visually-hidden">{refused.reason}</span>
    </span>
  ) : (
    <span className={styles.mode}>{group}</span>
  );
}

function PeopleHere() {
  const { live } = useDesk();
  const { claims } = useRecord();
  const here = usePresence(live);
  const what = ({ claim, writing }: Here): string => {
    const number = claim === null ? undefined : claims.get(claim)?.number;
    if (number === undefined) return '';
    return writing ? `, writing on #${number}` : `, on #${number}`;
  };
  return (
    <ul className={styles.people} aria-label="Who is here">
      {here.slice(0, 5).map((person) => (
        <li key={person.id}>
          <Tooltip text={`${person.name}${what(person)}`}>
            <AriaButton
              className={styles.person ?? ''}
              aria-label={`${person.name}${what(person)}`}
            >
              <Avatar person={person} decorative />
            </AriaButton>
          </Tooltip>
        </li>
      ))}
      {here.length > 5 && <li className={styles.more}>+{here.length - 5}</li>}
    </ul>
  );
}
