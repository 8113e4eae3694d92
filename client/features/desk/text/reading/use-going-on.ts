/** Offers the place where I was last, to whoever comes back and has not gone anywhere yet. */
import { useEffect, useEffectEvent } from 'react';
import type { EditorHandle } from '../../../../editor/editor.ts';
import { notify } from '../../../../ui/toast.tsx';
import { lastPlace } from '../../../api/readings.ts';
import { useTour } from '../../../tour/use-tour.ts';

export function useGoingOn(document: string, editor: EditorHandle | null, atStart: boolean): void {
  // Whoever takes the tour is led already.
  const tour = useTour();
  const offer = useEffectEvent((made: EditorHandle, block: string) => {
    if (!atStart || tour.running) return;
    const index = made.blocks.ids().indexOf(block);
    if (index < 1 || made.blocks.inView().some(({ id }) => id === block)) return;
    notify({
      text: 'You have read further than this.',
      action: { label: 'Go on where you left', run: () => void made.blocks.scrollTo(block) },
    });
  });
  useEffect(() => {
    if (!editor) return;
    let left = false;
    lastPlace(document).then(
      ({ place }) => {
        if (!left && place !== null) offer(editor, place);
      },
      // Nobody misses what was never offered.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [document, editor]);
}
