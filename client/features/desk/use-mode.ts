/** Annotate or edit: editing ends by itself when the text is locked or the role no longer allows it. */
import { useEffect, useState } from 'react';
import { mayEditText } from '../../../domain/policy/document.ts';
import type { Mode } from '../../editor/editor.ts';
import type { RecordStore } from '../../store/record-store.ts';

export interface ModeChoice {
  readonly mode: Mode;
  setMode(mode: Mode): void;
}

export function useMode(store: RecordStore, say: (words: string) => void): ModeChoice {
  const [mode, setMode] = useState<Mode>('annotate');
  useEffect(() => {
    if (mode === 'annotate') return;
    return store.subscribe(() => {
      const refused = mayEditText(store.me.role, store.getState().settings);
      if (!refused) return;
      // For good: whoever reads on must not find themselves typing when it is unlocked.
      setMode('annotate');
      say(refused.reason);
    });
  }, [mode, store, say]);
  return { mode, setMode };
}
