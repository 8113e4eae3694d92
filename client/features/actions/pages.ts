/** The pages that actions live on, and what each of them gives its actions to work with. */
import type { Desk } from '../desk/desk-context.ts';

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

export interface Pages {
  readonly any: Shell;
  readonly desk: Desk;
  readonly search: Searching;
}

export type PageName = keyof Pages;

/** What is on the screen now. */
export type OnScreen = Partial<Pages>;
