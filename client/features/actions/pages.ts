/** The pages that actions live on, and what each of them gives its actions to work with. */
import type { Desk } from '../desk/desk-context.ts';

export interface Pages {
  readonly desk: Desk;
}

export type PageName = keyof Pages;

/** What is on the screen now. */
export type OnScreen = Partial<Pages>;
