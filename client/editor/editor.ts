/** The text of a document on the screen: ProseMirror, no React. */
import type { Place } from '../../domain/command/place.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { LiveDocument } from '../store/document.ts';

export type Mode = 'annotate' | 'edit';

/** How a claim looks. What is not painted is not shown, whatever marks the text bears. */
export interface ClaimPaint {
  readonly stage: 'open' | 'judging' | 'revealed' | 'disputed' | 'settled';
  /** The ruling's hue, e.g. `false`; null before there is a ruling. */
  readonly hue: string | null;
  /** Stands after the claim: `12 MT`. Empty for none. */
  readonly label: string;
}

export interface TextSelection {
  /** The words, blocks joined by U+000A. */
  readonly words: string;
  /** By pointer or keyboard in the text, or the sentence that the keyboard stands on. */
  readonly by: 'selection' | 'sentence';
  /** Ids of claims under it, smallest first. */
  readonly claims: readonly string[];
  /** Where it is on the screen now, one rectangle a line; for a bar that must not cover it. */
  rects(): readonly DOMRect[];
}

export interface ClaimClick {
  /** The one to open: the smallest, and on repeated clicks the next one. */
  readonly claim: string;
  /** All at this point, smallest first. */
  readonly all: readonly string[];
}

export interface Presence {
  readonly client: number;
  readonly person: number;
  readonly name: string;
  readonly claim: string | null;
  readonly writing: boolean;
}

export interface EditorOptions {
  readonly mount: HTMLElement;
  readonly live: LiveDocument;
  readonly mode: Mode;
  /** For screen readers: the document's title. */
  readonly label: string;
  /** BCP 47, for sentences. */
  readonly language?: string;
  onSelection?(selection: TextSelection | null): void;
  onClaimClick?(click: ClaimClick): void;
  onClaimHover?(claim: string | null): void;
  /** The claims' order or places in the text changed. */
  onClaimsMoved?(): void;
  /** A paste or a key that did nothing, in words. */
  onNotice?(words: string): void;
}

export type Formatting =
  | 'strong'
  | 'em'
  | 'code'
  | 'paragraph'
  | 'heading'
  | 'bullet_list'
  | 'ordered_list'
  | 'blockquote';

export interface EditorHandle {
  setMode(mode: Mode): void;
  readonly mode: Mode;
  selection(): TextSelection | null;
  /** The place of what is selected (or the sentence), for `claim.mark`; a refusal says why not. */
  place(): { readonly place: Place; readonly words: string } | Refusal;
  clearSelection(): void;
  /** Sentence by sentence in a text that cannot be edited. */
  moveSentence(by: 1 | -1, extend?: boolean): void;
  /** Claims that the server has not yet answered for: shown by a decoration. */
  setPending(claims: readonly { claimId: string; place: Place }[]): void;
  paint(claims: ReadonlyMap<string, ClaimPaint>): void;
  setCurrent(claim: string | null): void;
  scrollTo(claim: string): boolean;
  /** Ids of anchored claims in text order. */
  order(): readonly string[];
  /** 0 to 1: how far down the text a claim begins; null where it has no place. */
  fraction(claim: string): number | null;
  /** Words that a claim's mark stands on now; null without one. */
  wordsOf(claim: string): string | null;
  format(what: Formatting, level?: number): boolean;
  isFormatted(what: Formatting, level?: number): boolean;
  setLink(href: string | null): boolean;
  undo(): boolean;
  redo(): boolean;
  focus(): void;
  destroy(): void;
}

export function createEditor(options: EditorOptions): EditorHandle {
  throw new Error(`The editor of ${options.label} is being written.`);
}
