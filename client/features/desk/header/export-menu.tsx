/** The formats in which the document can be had as a file. */
import type { ReactElement } from 'react';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useDesk } from '../desk-context.ts';
import { useExport } from './use-export.ts';

export function ExportMenu({ trigger }: { trigger: ReactElement }) {
  const { id } = useDesk();
  const { formats, busy, save } = useExport(id);
  return (
    <Menu label="Export" trigger={trigger} onSelect={save}>
      {formats.map((format) => (
        <MenuItem key={format.id} id={format.id} note={`.${format.extension}`} isDisabled={busy}>
          {format.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
