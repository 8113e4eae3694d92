/** What can be done to selected words while the text is edited. */
import { Bold, Code, Heading2, Italic, Link2, List, ListOrdered, Quote } from 'lucide-react';
import { useReducer } from 'react';
import type { EditorHandle, Formatting } from '../../../editor/editor.ts';
import { useDesk } from '../desk-context.ts';
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
  const { show } = useDesk();
  // What is pressed in is read from the text, which a press changes.
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
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
          onClick={() => {
            editor.format(what, level);
            redraw();
          }}
        >
          <Icon size={15} aria-hidden />
        </button>
      ))}
      <button
        type="button"
        className={styles.action}
        aria-label="Link"
        title="Link"
        onClick={() => show('link')}
      >
        <Link2 size={15} aria-hidden />
      </button>
    </>
  );
}
