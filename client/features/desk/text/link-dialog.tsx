/** Asks for the address that the selected words lead to. */
import { useState } from 'react';
import { isLinkTarget } from '../../../../domain/text/link-target.ts';
import type { EditorHandle } from '../../../editor/editor.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useDesk } from '../desk-context.ts';

export function LinkDialog() {
  const { overlay, show, editor, mode } = useDesk();
  if (overlay !== 'link' || mode !== 'edit' || !editor) return null;
  return <LinkForm editor={editor} onClose={() => show(null)} />;
}

function LinkForm({ editor, onClose }: { editor: EditorHandle; onClose(): void }) {
  const [href, setHref] = useState('');
  const wrong = href !== '' && !isLinkTarget(href);
  return (
    <Dialog title="Link" isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong) return;
          editor.setLink(href === '' ? null : href);
          onClose();
        }}
      >
        <TextField
          label="Address"
          value={href}
          onChange={setHref}
          autoFocus
          isInvalid={wrong}
          hint={
            wrong
              ? 'An address that begins with https://, http:// or mailto:.'
              : 'Leave it empty to take the link off.'
          }
        />
        <DialogActions>
          <Button type="submit" variant="primary" isDisabled={wrong}>
            Set link
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
