/** The middle of the desk: the document as a page to read, and the editor in it. */
import { useEffect, useRef } from 'react';
import '../../../editor/editor.css';
import { createEditor, type EditorHandle, type TextSelected } from '../../../editor/editor.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { LockBanner } from './lock-banner.tsx';
import { SelectionBar } from './selection-bar.tsx';
import styles from './text-pane.module.css';
import { usePaint } from './use-paint.ts';

export interface TextPaneProps {
  onEditor(editor: EditorHandle | null): void;
  onSelection(selection: TextSelected | null): void;
  onClaimsMoved(): void;
}

export function TextPane({ onEditor, onSelection, onClaimsMoved }: TextPaneProps) {
  const { live, mode, editor, current, open, say } = useDesk();
  const { settings } = useRecord();
  const mount = useRef<HTMLDivElement>(null);
  // What the editor calls must be the newest, while the editor itself is made once.
  const calls = useRef({ open, onSelection, onClaimsMoved, say });
  calls.current = { open, onSelection, onClaimsMoved, say };
  const { title, language } = settings;

  useEffect(() => {
    if (!mount.current) return;
    const made = createEditor({
      mount: mount.current,
      live,
      mode: 'annotate',
      label: title,
      ...(language && { language }),
      onSelection: (selection) => calls.current.onSelection(selection),
      onClaimClick: ({ claim }) => calls.current.open(claim, 'text'),
      onClaimsMoved: () => calls.current.onClaimsMoved(),
      onNotice: (words) => calls.current.say(words),
    });
    onEditor(made);
    return () => {
      onEditor(null);
      made.destroy();
    };
    // A later title or language does not make the text anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [live, onEditor]);

  useEffect(() => editor?.setMode(mode), [editor, mode]);
  useEffect(() => editor?.setCurrent(current), [editor, current]);
  usePaint();

  return (
    <main id="text" tabIndex={-1} className={styles.pane}>
      <div className={styles.page}>
        <header className={styles.top}>
          <h1 className={styles.title}>{title}</h1>
          {(settings.byline || settings.dateline) && (
            <p className={styles.byline}>
              {[settings.byline, settings.dateline].filter(Boolean).join(' · ')}
            </p>
          )}
        </header>
        <LockBanner />
        <div ref={mount} className={styles.text} lang={language || undefined} />
      </div>
      <SelectionBar />
    </main>
  );
}
