/** One state of the desk. */
import type { Page } from '@playwright/test';
import type { DocumentName, Name, Stage } from './desk-stage.ts';

export interface DeskScene {
  readonly name: string;
  readonly who: Name;
  readonly document: DocumentName;
  /** After the document's address: `/c/3`. */
  readonly at?: string;
  /** In place of the document's: the address of another page. */
  path?(stage: Stage): string;
  /** Before the page is there: what the server will say. */
  prepare?(page: Page, stage: Stage): Promise<void>;
  act?(page: Page, stage: Stage): Promise<void>;
  /** What only the finished page shows; by default the text. */
  readonly ready?: string;
  /** Not on a phone: what it shows does not exist there. */
  readonly wideOnly?: boolean;
  /** At 200 %, too. */
  readonly zoomed?: boolean;
}
