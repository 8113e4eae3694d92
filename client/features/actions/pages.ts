/** The pages that actions live on, and what each of them gives its actions to work with. */
import type { Dispatch } from 'react';
import type { Desk } from '../desk/desk-context.ts';
import type { Caret, EditsAction, EditsState } from '../import/use-edits.ts';

/** What lies over a page, whichever it is. */
export type Sheet = 'help' | 'palette' | 'keys';

/** What every page gives. */
export interface Shell {
  /** Of the document whose pages one is on; null elsewhere. */
  readonly document: string | null;
  show(sheet: Sheet | null): void;
  navigate(address: string): void;
}

/** Pages with the search over everything in their header. */
export interface Searching {
  focus(): void;
}

/** Pages from which one goes through what waits: the desk, the queue. */
export interface Walking {
  go(by: 1 | -1): void;
}

/** What the queue's own page gives. */
export interface QueueRows {
  /** The row that has the focus, else the first. */
  open(): void;
}

/** What the preview of an import gives. */
export interface ImportActions {
  readonly edits: EditsState;
  readonly dispatch: Dispatch<EditsAction>;
  /** Where the caret is, or was last; null before it was anywhere. */
  caret(): Caret | null;
  /** Null where it can be done. */
  readonly whyNotMake: string | null;
  readonly whyNotDiscard: string | null;
  make(): void;
  discard(): void;
  /** Of text and details, where there is room for one alone. */
  readonly view: 'text' | 'details';
  setView(view: 'text' | 'details'): void;
}

export interface Pages {
  readonly any: Shell;
  readonly import: ImportActions;
  readonly desk: Desk;
  readonly search: Searching;
  readonly walk: Walking;
  readonly queue: QueueRows;
}

export type PageName = keyof Pages;

/** What is on the screen now. */
export type OnScreen = Partial<Pages>;
