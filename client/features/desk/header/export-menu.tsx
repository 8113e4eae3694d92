/** The formats in which the document can be had as a file; the dialog asks the rest. */
import { type ReactElement, useState } from 'react';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useDesk } from '../desk-context.ts';
import { ExportDialog } from './export-dialog.tsx';
import { useFormats } from './export-formats.ts';

export function ExportMenu({ trigger }: { trigger: ReactElement }) {
  const { id } = useDesk();
  const formats = useFormats(id);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <>
      <Menu label="Export" trigger={trigger} onSelect={setChosen}>
        {formats.map((format) => (
          <MenuItem key={format.id} id={format.id} note={`.${format.extension}`}>
            {`${format.label}…`}
          </MenuItem>
        ))}
      </Menu>
      {chosen !== null && (
        <ExportDialog formats={formats} first={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}
