/** Watches which blocks are really read on this page, and tells the server now and then. */
import { useEffect } from 'react';
import type { EditorHandle } from '../../../../editor/editor.ts';
import type { LiveDocument } from '../../../../store/document.ts';
import { reportReading } from '../../../api/readings.ts';
import { Attention } from './attention.ts';

/** In ms. */
const LOOK = 500;
const REPORT = 4000;
/** Whoever touches nothing for so long may have gone. */
const GONE = 60_000;

export function useReading(
  document: string,
  { readings, session }: LiveDocument,
  editor: EditorHandle | null,
): void {
  const me = session.person.id;
  useEffect(() => {
    if (!editor) return;
    const attention = new Attention(readings.getRead().get(me));
    let unsent: string[] = [];
    let place: string | null = null;
    let told: string | null = null;
    let active = performance.now();
    let looked = performance.now();
    const touch = (): void => {
      active = performance.now();
    };
    const look = (): void => {
      const now = performance.now();
      const elapsed = Math.min(now - looked, 2 * LOOK);
      looked = now;
      const { visibilityState } = window.document;
      if (visibilityState !== 'visible' || now - active > GONE) return;
      const blocks = editor.blocks.inView();
      unsent.push(...attention.look(blocks, elapsed));
      place = blocks.find(({ share }) => share > 0.5)?.id ?? place;
    };
    const report = (leaving = false): void => {
      if (unsent.length === 0 && place === told) return;
      const [blocks, at] = [unsent, place];
      unsent = [];
      told = at;
      // Away from the server: told again with the next ones.
      reportReading(document, { blocks, place: at }, leaving).catch(() => {
        unsent = [...blocks, ...unsent].slice(-1000);
        told = null;
      });
    };
    const leave = (): void => report(true);
    const looking = window.setInterval(look, LOOK);
    const reporting = window.setInterval(report, REPORT);
    const touches = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll'] as const;
    for (const kind of touches)
      window.addEventListener(kind, touch, { passive: true, capture: true });
    window.addEventListener('pagehide', leave);
    return () => {
      window.clearInterval(looking);
      window.clearInterval(reporting);
      for (const kind of touches) window.removeEventListener(kind, touch, { capture: true });
      window.removeEventListener('pagehide', leave);
      report(true);
    };
  }, [document, editor, readings, me]);
}
