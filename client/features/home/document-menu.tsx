/** What can be done to a document without opening it. */
import {
  Archive,
  ArchiveRestore,
  Ellipsis,
  PencilLine,
  ShieldCheck,
  Trash2,
  Users,
} from 'lucide-react';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { mayVerify } from '../../../domain/policy/document.ts';
import { mayDeleteDocuments } from '../../../domain/policy/workspace.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { lazyPage } from '../../ui/lazy-page.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { notify } from '../../ui/toast.tsx';
import { useMe } from '../account/signed-in.tsx';
import type { DocumentRow, DocumentState } from '../api/documents.ts';
import { type PutAway, putAway } from './put-away.ts';
import { RenameDialog } from './rename-dialog.tsx';

const VerifyDialog = lazyPage(
  async () => (await import('../verify/verify-dialog.tsx')).VerifyDialog,
  null,
);

export function DocumentMenu({ document, state }: { document: DocumentRow; state: DocumentState }) {
  const mayDelete = mayDeleteDocuments(useMe()) === null;
  const [renaming, setRenaming] = useState(false);
  const [verifying, setVerifying] = useState(false);
  const leads = document.role === 'lead';

  async function move(way: PutAway): Promise<void> {
    try {
      await putAway(document, way);
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : String(error) });
    }
  }

  function run(id: string): void {
    if (id === 'members') navigate(`/d/${document.id}/members`);
    else if (id === 'rename') setRenaming(true);
    else if (id === 'verify') setVerifying(true);
    else if (id === 'archive' || id === 'unarchive' || id === 'delete') void move(id);
  }

  return (
    <>
      <Menu
        label={`Actions on ${document.title}`}
        trigger={
          <IconButton
            label={`Actions on ${document.title}`}
            icon={<Ellipsis size={16} aria-hidden />}
          />
        }
        onSelect={run}
      >
        <MenuItem id="members" icon={<Users size={14} aria-hidden />}>
          {leads ? 'Members and settings' : 'Members'}
        </MenuItem>
        {leads && (
          <MenuItem id="rename" icon={<PencilLine size={14} aria-hidden />}>
            Rename…
          </MenuItem>
        )}
        {mayVerify(document.role) === null && (
          <MenuItem id="verify" icon={<ShieldCheck size={14} aria-hidden />}>
            Verify the record…
          </MenuItem>
        )}
        {leads && state === 'active' && (
          <MenuItem id="archive" icon={<Archive size={14} aria-hidden />}>
            Archive
          </MenuItem>
        )}
        {leads && state === 'archived' && (
          <MenuItem id="unarchive" icon={<ArchiveRestore size={14} aria-hidden />}>
            Take out of the archive
          </MenuItem>
        )}
        {mayDelete && <MenuSeparator />}
        {mayDelete && (
          <MenuItem id="delete" icon={<Trash2 size={14} aria-hidden />} danger>
            Delete
          </MenuItem>
        )}
      </Menu>
      {verifying && <VerifyDialog document={document.id} onClose={() => setVerifying(false)} />}
      {renaming && <RenameDialog document={document} onClose={() => setRenaming(false)} />}
    </>
  );
}
