/** The desk of an open document: what its parts share, and where they stand. */
import { useCallback, useMemo, useState } from 'react';
import type { ArgsOf, CommandName } from '../../../domain/command/list.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { EditorHandle, Mode, TextSelected } from '../../editor/editor.ts';
import type { DocumentHandle, LiveDocument } from '../../store/document.ts';
import { newId } from '../../store/new-id.ts';
import type { Done } from '../../store/record-store.ts';
import { notify } from '../../ui/toast.tsx';
import { answered } from './answered.ts';
import {
  type Desk,
  DeskContext,
  type OpenForm,
  type Overlay,
  type PanelTab,
  type VerdictControls,
} from './desk-context.ts';
import { DeskLayout } from './desk-layout.tsx';
import { useAnchors } from './use-anchors.ts';

export interface DeskViewProps {
  id: string;
  handle: DocumentHandle;
  live: LiveDocument;
}

export function DeskView({ id, handle, live }: DeskViewProps) {
  const { store } = live;
  const [editor, setEditor] = useState<EditorHandle | null>(null);
  const [mode, setMode] = useState<Mode>('annotate');
  const [selection, setSelection] = useState<TextSelected | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [tab, setTab] = useState<PanelTab>('evidence');
  const [form, setForm] = useState<OpenForm | null>(null);
  const [shown, setShown] = useState<readonly string[]>([]);
  const [verdict, setVerdict] = useState<VerdictControls | null>(null);
  const [overlay, show] = useState<Overlay | null>(null);

  const { anchors, order, refresh } = useAnchors(editor, store);

  const open = useCallback<Desk['open']>(
    (claim, from) => {
      setCurrent(claim);
      setForm(null);
      if (claim !== null && from !== 'text') editor?.scrollTo(claim);
    },
    [editor],
  );

  const undo = useCallback(() => {
    const undone = store.undo();
    if (!undone) return;
    void undone.result.then((result) =>
      notify({ text: isRefusal(result) ? result.reason : `Taken back: ${undone.was}.` }),
    );
  }, [store]);

  const give = useCallback<Desk['give']>(
    async <Name extends CommandName>(
      name: Name,
      args: ArgsOf<Name>,
      { quiet = false } = {},
    ): Promise<Done | Refusal | null> => {
      const given = store.dispatch(name, args).result;
      const result = await answered(handle, given);
      if (result === null) {
        // A success long after the deed is no news; a refusal is.
        void given.then((late) => isRefusal(late) && notify({ text: late.reason }));
      } else if (isRefusal(result)) notify({ text: result.reason });
      else if (!quiet) {
        notify({
          text: `${result.done}.`,
          ...(result.undoable ? { action: { label: 'Undo', run: undo } } : {}),
        });
      }
      return result;
    },
    [handle, store, undo],
  );

  const back = useCallback(() => {
    if (document.activeElement instanceof HTMLElement && isTyping(document.activeElement)) {
      document.activeElement.blur();
    } else if (form) setForm(null);
    else if (editor?.selection()) editor.clearSelection();
    else setCurrent(null);
  }, [editor, form]);

  const say = useCallback((words: string) => notify({ text: words }), []);

  const mark = useCallback(() => {
    if (!editor) return;
    const found = editor.place();
    if ('code' in found) return notify({ text: found.reason });
    const claimId = newId();
    void give('claim.mark', { claimId, place: found.place, checks: 'content' });
    editor.clearSelection();
    open(claimId, 'text');
  }, [editor, give, open]);

  const desk = useMemo<Desk>(
    () => ({
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
      shown,
      setShown,
      verdict,
      setVerdict,
      focusSearch,
      overlay,
      show,
      back,
      mark,
      give,
      say,
      undo,
    }),
    [
      id,
      handle,
      live,
      editor,
      mode,
      selection,
      current,
      open,
      tab,
      form,
      anchors,
      order,
      shown,
      verdict,
      overlay,
      back,
      mark,
      give,
      say,
      undo,
    ],
  );

  return (
    <DeskContext value={desk}>
      <DeskLayout onEditor={setEditor} onSelection={setSelection} onClaimsMoved={refresh} />
    </DeskContext>
  );
}

/** The list may have to unfold first. */
function focusSearch(): void {
  document.getElementById('claim-search')?.focus();
}

function isTyping(element: HTMLElement): boolean {
  return element.matches('input, textarea, select') || element.isContentEditable;
}
