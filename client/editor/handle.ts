/** What the rest of the page may ask of the editor, and what the editor tells it. */
import type { Place } from '../../domain/command/place.ts';
import type { Difference } from './compare.ts';
import type { Claim } from '../../domain/record/claim.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { LiveDocument } from '../store/document.ts';
import type { ClaimPaint } from './anchor-registry.ts';
import type { TextBlocks } from './blocks.ts';
import type { Formatting } from './formatting.ts';
import type { SentenceStep } from './sentence-cursor.ts';

export type Mode = 'annotate' | 'edit';

export interface TextSelected {
  /** The words, blocks joined by U+000A. */
  readonly words: string;
  /** By pointer or caret, or the sentence that the keyboard stands on. */
  readonly by: 'selection' | 'sentence';
  /** Ids of painted claims under it, the shortest first. */
  readonly claims: readonly string[];
  /** Where it is on the screen now, one rectangle a line, for a bar that must not cover it. */
  rects(): readonly DOMRect[];
}

export interface TextClick {
  /** The claim to open: the shortest, and on repeated clicks the next one; null where there is none. */
  readonly claim: string | null;
  /** All claims at this point, the shortest first. */
  readonly claims: readonly string[];
  /** All threads on words at this point, the shortest first. */
  readonly threads: readonly string[];
}

export interface EditorOptions {
  readonly mount: HTMLElement;
  readonly live: LiveDocument;
  readonly mode: Mode;
  /** For screen readers: the document's title. */
  readonly label: string;
  /** BCP 47, for sentences; English by default. */
  readonly language?: string;
  /** Not while a pointer is dragged: when it is let go. */
  onSelection?(selected: TextSelected | null): void;
  /** A click on words that bear a claim or are talked about. */
  onTextClick?(click: TextClick): void;
  onClaimHover?(claim: string | null): void;
  /** The claims' order or places in the text changed. */
  onClaimsMoved?(): void;
  /** Something did not happen, in words. */
  onNotice?(words: string): void;
}

/** A text block, and a place in it in UTF-16 units. */
export interface WordsAt {
  readonly words: string;
  readonly at: number;
}

export interface EditorHandle {
  readonly mode: Mode;
  /** *Edit text* takes effect only for those who may write and while the text is not locked: the caller checks. */
  setMode(mode: Mode): void;
  selection(): TextSelected | null;
  /** The place of the selection, or of the sentence, for `claim.mark`; a refusal says why there is none. */
  place(): { readonly place: Place; readonly words: string } | Refusal;
  clearSelection(): void;
  /** Sentence by sentence, in *Annotate*; `extend` keeps what is selected. */
  moveSentence(by: SentenceStep, extend?: boolean): void;
  /** How claims look, by id. A claim that is not here looks like the text around it. */
  paint(claims: ReadonlyMap<string, ClaimPaint>): void;
  /** Threads on words of the text, by id, with how many comments each has. */
  paintThreads(threads: ReadonlyMap<string, number>): void;
  setCurrent(claim: string | null): void;
  /** Into view. False where the claim has no place in the text. */
  scrollTo(claim: string): boolean;
  /** The same, and the focus with it; false while the text is edited, where the caret has it. */
  focusClaim(claim: string): boolean;
  /** Words that stand in one block, into view and pointed out; false where they are nowhere. */
  showWords(words: string): boolean;
  /** Ids of anchored claims in text order, painted or not. */
  order(): readonly string[];
  /** 0 to 1: how far down the text a claim begins; null where it has no place. */
  fraction(claim: string): number | null;
  /** How many other claims lie over some of its words. */
  overlapping(claim: string): number;
  /** Whether screen readers hear of every claim in the text, or of the open one alone. */
  setTellsAll(all: boolean): void;
  /** The words that a claim's mark stands on now; null without one. */
  wordsOf(claim: string): string | null;
  /** The words around a claim; before the server has set its mark, around where it was marked. Null where its quote is not. */
  blockOf(claim: Pick<Claim, 'id' | 'quote' | 'position'>): WordsAt | null;
  readonly blocks: TextBlocks;
  /** The text as it is now: blocks joined by U+000A. */
  plainText(): string;
  /** Draws where this very text differs from another; an empty list draws nothing. */
  showDifferences(differences: readonly Difference[]): void;
  /** Into view, and the focus to the text. False where it is not drawn any more. */
  goToDifference(index: number): boolean;
  format(what: Formatting, level?: number): boolean;
  isFormatted(what: Formatting, level?: number): boolean;
  setLink(href: string | null): boolean;
  /** Of my own typing. */
  undo(): boolean;
  redo(): boolean;
  focus(): void;
  destroy(): void;
}
