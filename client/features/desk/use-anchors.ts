/** Where the claims stand in the text now, and whether on the words of their quotes. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { anchoredAs } from '../../../domain/derive/anchored.ts';
import type { AnchorState } from '../../../domain/derive/standing.ts';
import type { EditorHandle } from '../../editor/editor.ts';
import type { RecordStore } from '../../store/record-store.ts';
import { sameItems } from './claims/claim-rows.ts';

interface Anchors {
  readonly anchors: ReadonlyMap<string, AnchorState>;
  readonly order: readonly string[];
}

const nowhere: Anchors = { anchors: new Map(), order: [] };
/** Reading all claims at each key would cost more than the key; the list may be this much behind, in ms. */
const SETTLE = 120;

/** `refresh` is for the editor to call whenever claims may have moved. */
export function useAnchors(
  editor: EditorHandle | null,
  store: RecordStore,
): Anchors & { refresh(): void } {
  const [found, setFound] = useState(nowhere);
  const timer = useRef<number | undefined>(undefined);
  const read = useRef<() => void>(() => {});
  const refresh = useCallback(() => {
    timer.current ??= window.setTimeout(() => read.current(), SETTLE);
  }, []);
  useEffect(() => {
    read.current = () => {
      timer.current = undefined;
      if (editor) setFound((before) => readAnchors(editor, store, before));
    };
    read.current();
    let claims = store.getState().claims;
    const unsubscribe = store.subscribe(() => {
      // Verdicts, evidence and rulings move nothing in the text.
      const now = store.getState().claims;
      if (now === claims) return;
      claims = now;
      refresh();
    });
    return () => {
      unsubscribe();
      window.clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [editor, store, refresh]);
  return { ...found, refresh };
}

/** The parts that are as they were `before` are the very same objects. */
function readAnchors(editor: EditorHandle, store: RecordStore, before: Anchors): Anchors {
  const { claims } = store.getState();
  const pending = new Set(store.pendingClaims().map(({ claimId }) => claimId));
  const anchors = new Map<string, AnchorState>();
  for (const [id, claim] of claims) {
    // Not yet on the server's text: it has no mark, but nothing is wrong with it.
    if (pending.has(id)) continue;
    const words = editor.wordsOf(id) ?? '';
    if (words === claim.quote.exact) continue;
    const state = anchoredAs(claim, words);
    if (state !== 'exact') anchors.set(id, state);
  }
  const order = editor.order();
  return {
    anchors: sameEntries(anchors, before.anchors) ? before.anchors : anchors,
    order: sameItems(order, before.order) ? before.order : order,
  };
}

function sameEntries<Key, Value>(a: ReadonlyMap<Key, Value>, b: ReadonlyMap<Key, Value>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
