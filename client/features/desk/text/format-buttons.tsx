/** What can be done to selected words while the text is edited. */
import { Bold, Code, Heading2, Italic, Link2, List, ListOrdered, Quote } from 'lucide-react';
import { useState } from 'react';
import { isLinkTarget } from '../../../../domain/text/link-target.ts';
import type { EditorHandle, Formatting } from '../../../editor/editor.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import styles from './selection-bar.module.css';

const buttons: readonly { what: Formatting; name: string; icon: typeof Bold; level?: number }[] = [
  { what: 'strong', name: 'Bold', icon: Bold },
  { what: 'em', name: 'Italic', icon: Italic },
  { what: 'code', name: 'Code', icon: Code },
  { what: 'heading', name: 'Heading', icon: Heading2, level: 2 },
  { what: 'bullet_list', name: 'List', icon: List },
  { what: 'ordered_list', name: 'Numbered list', icon: ListOrdered },
  { what: 'blockquote', name: 'Quote', icon: Quote },
];

export function FormatButtons({ editor }: { editor: EditorHandle }) {
  const [linking, setLinking] = useState(false);
  return (
    <>
      {buttons.map(({ what, name, icon: Icon, level }) => (
        <button
          key={what}
          type="button"
          className={styles.action}
          aria-label={name}
          title={name}
          aria-pressed={editor.isFormatted(what, level)}
          onClick={() => editor.format(what, level)}
        >
          <Icon size={15} aria-hidden />
        </button>
      ))}
      <button
        type="button"
        className={styles.action}
        aria-label="Link"
        title="Link"
        onClick={() => setLinking(true)}
      >
        <Link2 size={15} aria-hidden />
      </button>
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  );
}

function LinkDialog({ editor, onClose }: { editor: EditorHandle; onClose(): void }) {
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
