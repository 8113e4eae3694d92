/** What can be done to the open document as a whole. */
import {
  Bell,
  BellOff,
  Download,
  FileDown,
  Lock,
  LockOpen,
  PencilLine,
  ShieldCheck,
  Users,
} from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { mayChangeSettings, mayLock, mayVerify } from '../../../../domain/policy/document.ts';
import { LineDialog } from '../../../ui/line-dialog.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx';
import { isRefusal } from '../../../../domain/refusal.ts';
import { muteDocument, useMuted } from '../../notifications/mute.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { useNarrow } from '../../../ui/use-narrow.ts';
import { ExportDialog } from './export-dialog.tsx';
import { useFormats } from './export-formats.ts';

/** Below this there is no room for an export button of its own; in px. */
const NO_BUTTON = 900;

export function DocumentMenu({ trigger }: { trigger: ReactElement }) {
  const { id, live, give, show } = useDesk();
  const { settings } = useRecord();
  const [renaming, setRenaming] = useState(false);
  const { role } = live.store.me;
  const { locked } = settings.lock;
  const narrow = useNarrow(NO_BUTTON);
  const muted = useMuted(id);
  const formats = useFormats(id);
  const [exporting, setExporting] = useState(false);

  function run(what: string): void {
    if (what === 'members') navigate(`/d/${id}/members`);
    else if (what === 'rename') setRenaming(true);
    else if (what === 'lock') void give(locked ? 'text.unlock' : 'text.lock', {});
    else if (what === 'mute') void muteDocument(id, muted);
    else if (what === 'verify') show('verify');
    else if (what === 'export') setExporting(true);
    else if (what === 'original') window.location.assign(`/api/documents/${id}/original`);
  }

  async function rename(title: string): Promise<void> {
    const result = await give('settings.edit', { changes: { title } });
    if (isRefusal(result)) throw new Error(result.reason);
    setRenaming(false);
  }

  return (
    <>
      <Menu label="Document" trigger={trigger} onSelect={run} placement="bottom start">
        {mayChangeSettings(role) === null && (
          <MenuItem id="rename" icon={<PencilLine size={14} aria-hidden />}>
            Rename…
          </MenuItem>
        )}
        <MenuItem id="members" icon={<Users size={14} aria-hidden />}>
          Members and settings
        </MenuItem>
        {mayLock(role) === null && (
          <MenuItem
            id="lock"
            icon={locked ? <LockOpen size={14} aria-hidden /> : <Lock size={14} aria-hidden />}
          >
            {locked ? 'Unlock text' : 'Lock text'}
          </MenuItem>
        )}
        <MenuItem
          id="mute"
          icon={muted ? <Bell size={14} aria-hidden /> : <BellOff size={14} aria-hidden />}
        >
          {muted ? 'Unmute the document' : 'Mute the document'}
        </MenuItem>
        {settings.original && (
          <MenuItem
            id="original"
            icon={<FileDown size={14} aria-hidden />}
            note={settings.original.name}
          >
            Download the original
          </MenuItem>
        )}
        {mayVerify(role) === null && (
          <MenuItem id="verify" icon={<ShieldCheck size={14} aria-hidden />}>
            Verify the record…
          </MenuItem>
        )}
        {narrow && <MenuSeparator />}
        {narrow && (
          <MenuItem id="export" icon={<Download size={14} aria-hidden />}>
            Export…
          </MenuItem>
        )}
      </Menu>
      {exporting && (
        <ExportDialog
          formats={formats}
          first={formats[0]?.id ?? ''}
          onClose={() => setExporting(false)}
        />
      )}
      {renaming && (
        <LineDialog
          heading="Rename the document"
          label="Title"
          action="Rename"
          value={settings.title}
          onClose={() => setRenaming(false)}
          onSubmit={rename}
        />
      )}
    </>
  );
}
