/** The desk of an open document: what its parts share, and where they stand. */
import { memo, useCallback, useState } from 'react';
import type { EditorHandle, TextSelected } from '../../editor/editor.ts';
import type { DocumentHandle, LiveDocument } from '../../store/document.ts';
import { notify } from '../../ui/toast.tsx';
import { useActionsOn } from '../actions/screen.ts';
import { useWalk } from '../queue/use-walk.ts';
import {
  type Desk,
  DeskContext,
  type OpenForm,
  type Overlay,
  type PanelTab,
} from './desk-context.ts';
import { ClaimRows } from './claims/claim-rows.ts';
import { PickedClaims } from './claims/picked-claims.ts';
import { ShownClaims } from './claims/shown-claims.ts';
import { DocumentContext } from '../document/document-context.ts';
import { DeskLayout } from './desk-layout.tsx';
import { VerdictSlot } from './judge/verdict-slot.ts';
import { usePane } from './panes/use-pane.ts';
import { useCommenting } from './talk/use-commenting.ts';
import { useThread } from './talk/use-thread.ts';
import { useMarking } from './text/use-marking.ts';
import { useAnchors } from './use-anchors.ts';
import { useAskedFor } from './use-asked-for.ts';
import { claimInAddress } from './claim-address.tsx';
import { useCommands } from './use-commands.ts';
import { useFocusing } from './use-focusing.ts';
import { useMode } from './use-mode.ts';

export interface DeskViewProps {
  id: string;
  handle: DocumentHandle;
  live: LiveDocument;
}

const none: readonly string[] = [];

/** Drawn anew when something of its own changes, not at each key that is being saved. */
export const DeskView = memo(function DeskView({ id, handle, live }: DeskViewProps) {
  const { store } = live;
  const [editor, setEditor] = useState<EditorHandle | null>(null);
  const [selection, setSelection] = useState<TextSelected | null>(null);
  const [tab, setTab] = useState<PanelTab>('evidence');
  const [current, setCurrent] = useState(() => claimInAddress(id, store));
  const [form, setForm] = useState<OpenForm | null>(null);
  const [rows] = useState(() => new ClaimRows(store.me.id));
  const [shown] = useState(() => new ShownClaims());
  const [picked] = useState(() => new PickedClaims());
  const [overlap, setOverlap] = useState(none);
  const [verdict] = useState(() => new VerdictSlot());
  const [overlay, show] = useState<Overlay | null>(null);
  const claims = usePane('claims', { width: 300, min: 220, max: 480, foldsBelow: 1280 });
  const claim = usePane('claim', { width: 404, min: 320, max: 620, foldsBelow: 1024 });

  const { anchors, order, refresh } = useAnchors(editor, store);
  const { mode, setMode } = useMode(store, say);
  const { give, undo, redo } = useCommands(handle, store);

  const open = useCallback<Desk['open']>(
    (claim, from) => {
      setCurrent(claim);
      setForm(null);
      if (from !== 'text') {
        setOverlap(none);
        if (claim !== null) editor?.scrollTo(claim);
      }
    },
    [editor],
  );
  const marking = useMarking(editor, live, { give, open, say });
  const queue = useWalk(id, current, say);
  useAskedFor({ current, editor, say, setForm, setTab });
  const commenting = useCommenting(editor, live, { current, open, say, setForm, setTab, claim });
  const { thread, openThread } = useThread(store, { open, setTab, claim });
  const focusing = useFocusing(editor, current, claims);
  const { focusList } = focusing;

  const back = useCallback(() => {
    const at = document.activeElement;
    if (at instanceof HTMLElement && isTyping(at)) at.blur();
    else if (form) setForm(null);
    else if (overlap.length > 0) setOverlap(none);
    else if (editor?.selection()) editor.clearSelection();
    else if (picked.getIds().size > 0) picked.clear();
    else if (at?.closest('[data-anchor]')) focusList();
    else setCurrent(null);
  }, [editor, form, overlap, picked, focusList]);

  const desk: Desk = {
    id,
    handle,
    live,
    editor,
    mode,
    setMode,
    selection,
    current,
    open,
    tab,
    setTab,
    form,
    setForm,
    anchors,
    order,
    rows,
    shown,
    picked,
    verdict,
    panes: { claims, claim },
    ...focusing,
    overlap,
    setOverlap,
    queue,
    overlay,
    show,
    back,
    marking,
    commenting,
    thread,
    openThread,
    give,
    say,
    undo,
    redo,
  };
  useActionsOn('desk', desk);
  useActionsOn('walk', queue);

  return (
    <DeskContext value={desk}>
      <DocumentContext value={desk}>
        <DeskLayout onEditor={setEditor} onSelection={setSelection} onClaimsMoved={refresh} />
      </DocumentContext>
    </DeskContext>
  );
});

function say(words: string, action?: { readonly label: string; run(): void }): void {
  notify({ text: words, ...(action && { action }) });
}

function isTyping(element: HTMLElement): boolean {
  return element.matches('input, textarea, select') || element.isContentEditable;
}
