/**
 * Claims that the server has not answered for yet: decorations, never marks. A
 * mark is written by the server alone.
 */
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type * as Y from 'yjs';
import { locate } from '../../domain/anchor/locate.ts';
import type { Place } from '../../domain/command/place.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';
import { plainOf } from './plain.ts';

export interface PendingMark {
  readonly claimId: string;
  readonly place: Place;
}

const key = new PluginKey<DecorationSet>('pending');

export const pendingPlugin = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply: (tr, set) =>
      (tr.getMeta(key) as DecorationSet | undefined) ?? set.map(tr.mapping, tr.doc),
  },
  props: { decorations: (state) => key.getState(state) },
});

/** Looks the places up in the text as it is now; those without words there are left out. */
export function setPending(
  state: EditorState,
  fragment: Y.XmlFragment,
  claims: readonly PendingMark[],
): Transaction | null {
  if (claims.length === 0 && key.getState(state) === DecorationSet.empty) return null;
  const whole = claims.length > 0 ? new FragmentText(fragment) : null;
  const text = plainOf(state.doc);
  const decorations = claims.flatMap(({ claimId, place }) => {
    const found = whole && locate(fragment, place, whole);
    if (!found || isRefusal(found)) return [];
    const from = text.posOf(found.span.start);
    const to = text.posOf(found.span.end);
    return [Decoration.inline(from, to, { class: 'claim pending', 'data-pending': claimId })];
  });
  const set =
    decorations.length > 0 ? DecorationSet.create(state.doc, decorations) : DecorationSet.empty;
  return state.tr.setMeta(key, set).setMeta('addToHistory', false);
}
