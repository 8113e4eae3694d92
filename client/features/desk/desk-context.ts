/**
 * What the parts of the desk share: the open document, the claim that is open,
 * the mode, and the one way to give a command with its message. Kept small;
 * whatever belongs to one pane alone lives there.
 */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ArgsOf, CommandName } from '../../../domain/command/list.ts';
import type { AnchorState } from '../../../domain/derive/standing.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { EditorHandle, Mode, TextSelected } from '../../editor/editor.ts';
import type { DocumentHandle, DocumentSnapshot, LiveDocument } from '../../store/document.ts';
import type { Done } from '../../store/record-store.ts';
import type { QueueWalk } from '../queue/use-walk.ts';
import type { ClaimRows } from './claims/claim-rows.ts';
import type { PickedClaims } from './claims/picked-claims.ts';
import type { ShownClaims } from './claims/shown-claims.ts';
import type { VerdictSlot } from './judge/verdict-slot.ts';
import type { Pane } from './panes/use-pane.ts';
import type { Commenting } from './talk/use-commenting.ts';
import type { Marking } from './text/use-marking.ts';

export type PanelTab = 'evidence' | 'verdicts' | 'talk';
export type FormName =
  | 'assign'
  | 'evidence'
  | 'link'
  | 'merge'
  | 'pass'
  | 'restate'
  | 'review'
  | 'ruling'
  | 'split'
  | 'comment'
  | 'reply'
  | 'comment-edit'
  | 'turn';

/** What lies over the desk; `link` asks for the address of the selected words, `deeds` lists what I did, `export` makes a file, `verify` proves the record. */
export type Overlay = 'link' | 'deeds' | 'export' | 'verify';

/** A form that is open in the right pane, and what it is about beside the current claim. */
export interface OpenForm {
  readonly name: FormName;
  /** An evidence id to edit, the author of the verdict to review, the claim to merge into, a thread, a comment; of a new comment, what it is on. */
  readonly about?: string;
  /** An address that was pasted, for new evidence. */
  readonly pasted?: string;
}

export interface GiveOptions {
  /** A success says nothing. */
  readonly quiet?: boolean;
  /** Whoever gives it tells a refusal at its own place. */
  readonly tellsRefusal?: boolean;
  /** However late it is refused. */
  readonly onRefused?: (refusal: Refusal) => void;
  /** What it is part of, to be taken back with it. */
  readonly step?: Step;
  /** What was done, in words of the caller's own. */
  readonly said?: string;
}

/** Several commands that are taken back as one; empty before the first. */
export interface Step {
  commandId?: string;
}

export interface Panes {
  readonly claims: Pane;
  readonly claim: Pane;
}

export interface Desk {
  readonly id: string;
  readonly handle: DocumentHandle;
  readonly live: LiveDocument;
  /** Null until the text is on the screen. */
  readonly editor: EditorHandle | null;
  readonly mode: Mode;
  setMode(mode: Mode): void;
  readonly selection: TextSelected | null;
  /** The open claim's id. */
  readonly current: string | null;
  /** Opens a claim (null closes it) and scrolls the text to it unless it came from there. */
  open(claim: string | null, from?: 'text' | 'list' | 'key'): void;
  readonly tab: PanelTab;
  setTab(tab: PanelTab): void;
  readonly form: OpenForm | null;
  setForm(form: OpenForm | null): void;
  /** Whether the words under each claim are still those of its quote; claims missing here count as exact. */
  readonly anchors: ReadonlyMap<string, AnchorState>;
  /** Ids of all claims that stand in the text, in its order. */
  readonly order: readonly string[];
  /** Every claim as list and text show it. */
  readonly rows: ClaimRows;
  /** The claims of the list as it is filtered and sorted now: what j and k walk. */
  readonly shown: ShownClaims;
  /** The claims that are selected in the list, to do one thing to all of them. */
  readonly picked: PickedClaims;
  /** What works my verdict on the open claim. */
  readonly verdict: VerdictSlot;
  readonly panes: Panes;
  /** These bring the list of claims up first, where it is folded. */
  focusSearch(): void;
  focusList(): void;
  /** To the current claim in the text, or to the text. */
  focusText(): void;
  /** Claims, then threads, that lie over each other where somebody pointed, the shortest first; empty for none. */
  readonly overlap: readonly string[];
  setOverlap(ids: readonly string[]): void;
  /** The way through what waits for me, across documents. */
  readonly queue: QueueWalk;
  /** What lies over the desk. */
  readonly overlay: Overlay | null;
  show(overlay: Overlay | null): void;
  /** One step out: the form, then the selection, then the claim. */
  back(): void;
  /** Marks what is selected, or the sentence that the keyboard stands on. */
  readonly marking: Marking;
  /** Comments on what is selected, or on the open claim. */
  readonly commenting: Commenting;
  /** The thread that was opened from elsewhere; null for none. */
  readonly thread: string | null;
  openThread(thread: string): void;
  /**
   * Gives a command. Its success becomes a message with Undo (unless `quiet`),
   * its refusal a message that says why. Null: the server is away, and it is
   * kept here until it is back.
   */
  give<Name extends CommandName>(
    name: Name,
    args: ArgsOf<Name>,
    options?: GiveOptions,
  ): Promise<Done | Refusal | null>;
  /** Says something in passing: a message that goes by itself, and to screen readers. */
  say(words: string, action?: { readonly label: string; run(): void }): void;
  /** Takes my last command back, or the one that is named. */
  undo(commandId?: string): void;
  /** Does again what I took back last, or the one that is named. */
  redo(commandId?: string): void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside of the desk');
  return desk;
}

/** The whole record; parts that show much of it derive from this and memoise. */
export function useRecord(): RecordState {
  const { store } = useDesk().live;
  return useSyncExternalStore(store.subscribe, store.getState);
}

/** Connection, saving and words handed back. */
export function useSnapshot(): DocumentSnapshot {
  const { handle } = useDesk();
  return useSyncExternalStore(handle.subscribe, handle.getSnapshot);
}
