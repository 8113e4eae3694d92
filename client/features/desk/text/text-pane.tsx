/** The middle of the desk: the document as a page to read, and the editor in it. */
import { useEffect, useEffectEvent, useRef } from 'react';
import '../../../editor/editor.css';
import { createEditor, type EditorHandle, type TextSelected } from '../../../editor/editor.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { DifferenceBanner } from './difference-banner.tsx';
import { ExampleBanner } from './example-banner.tsx';
import { LockBanner } from './lock-banner.tsx';
import { Minimap } from './minimap.tsx';
import { OverlapBar } from './overlap-bar.tsx';
import { ReadMarks } from './reading/read-marks.tsx';
import { ReadWhole } from './reading/read-whole.tsx';
import { useGoingOn } from './reading/use-going-on.ts';
import { useReading } from './reading/use-reading.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useThreadPaints } from '../talk/use-thread-paints.ts';
import styles from './text-pane.module.css';
import { useTellsAllClaims } from './told-claims.ts';
import { usePaints } from './use-paint.ts';
import { useTextClick } from './use-text-click.ts';

export interface TextPaneProps {
  onEditor(editor: EditorHandle | null): void;
  onSelection(selection: TextSelected | null): void;
  onClaimsMoved(): void;
}

export function TextPane({ onEditor, onSelection, onClaimsMoved }: TextPaneProps) {
  const { id, live, mode, editor, current, say, setOverlap } = useDesk();
  const { settings } = useRecord();
  const mount = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const onTextClick = useTextClick();
  // The editor is made once, and calls the newest of these.
  const onSelected = useEffectEvent(onSelection);
  const onClick = useEffectEvent(onTextClick);
  const onMoved = useEffectEvent(onClaimsMoved);
  const onNotice = useEffectEvent(say);
  const { title, language } = settings;

  useEffect(() => {
    if (!mount.current) return;
    const made = createEditor({
      mount: mount.current,
      live,
      mode: 'annotate',
      label: title,
      ...(language && { language }),
      onSelection: (selection) => onSelected(selection),
      onTextClick: (click) => onClick(click),
      onClaimsMoved: () => onMoved(),
      onNotice: (words) => onNotice(words),
    });
    onEditor(made);
    return () => {
      onEditor(null);
      made.destroy();
    };
    // A later title or language does not make the text anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [live, onEditor]);

  useEffect(() => editor?.setMode(mode), [editor, mode]);
  useEffect(() => editor?.setCurrent(current), [editor, current]);
  const tellsAll = useTellsAllClaims();
  useEffect(() => editor?.setTellsAll(tellsAll), [editor, tellsAll]);
  const paints = usePaints();
  useEffect(() => editor?.paint(paints), [editor, paints]);
  const threads = useThreadPaints();
  useEffect(() => editor?.paintThreads(threads), [editor, threads]);
  // A claim that the address named was open before there was a text to scroll.
  const arrive = useEffectEvent((made: EditorHandle) => {
    if (current !== null) made.scrollTo(current);
  });
  useEffect(() => {
    if (editor) arrive(editor);
  }, [editor]);

  useReading(id, live, editor);
  useGoingOn(id, editor, current === null);

  return (
    <div className={styles.middle}>
      <main id="text" tabIndex={-1} className={styles.pane}>
        <div ref={page} className={styles.page} onPointerDown={() => setOverlap([])}>
          <header className={styles.top} lang={language || undefined}>
            <h1 className={styles.title} dir="auto">
              {title}
            </h1>
            {(settings.byline || settings.dateline) && (
              <p className={styles.byline} dir="auto">
                {[settings.byline, settings.dateline].filter(Boolean).join(' · ')}
              </p>
            )}
            <ReadWhole />
          </header>
          {settings.example ? <ExampleBanner /> : <LockBanner />}
          <DifferenceBanner />
          <div ref={mount} className={styles.text} lang={language || undefined} />
          <ReadMarks page={page} />
        </div>
        <SelectionBar />
        <OverlapBar />
      </main>
      <Minimap paints={paints} />
    </div>
  );
}
