/** The export's dialog as an action opens it, without a button or a menu. */
import { useDesk } from '../desk-context.ts';
import { ExportDialog } from './export-dialog.tsx';
import { useFormats } from './export-formats.ts';

export function ExportOverlay() {
  const { id, show } = useDesk();
  const formats = useFormats(id);
  const [first] = formats;
  return first ? (
    <ExportDialog formats={formats} first={first.id} onClose={() => show(null)} />
  ) : null;
}
