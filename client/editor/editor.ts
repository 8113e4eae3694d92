/**
 * The text of a document on the screen: ProseMirror, no React. It binds to a
 * live document, shows its claims, the others' carets and its own pending
 * claims by itself; how claims look and which one is open it is told.
 */
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Place } from '../../domain/command/place.ts';
import type { Difference } from './compare.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { LiveDocument } from '../store/document.ts';
import type { ClaimPaint } from './anchor-registry.ts';
import { TextBinding } from './binding.ts';
import { TextBlocks } from './blocks.ts';
import { ClaimLayer } from './claim-layer.ts';
import { showDifferences } from './differences.ts';
import { type Formatting, formatting, isFormatted, link } from './formatting.ts';
import type { EditorHandle, EditorOptions, Mode, TextSelected } from './handle.ts';
import { setPending } from './pending-claims.ts';
import { placeIn, type Selected, selectedIn, wordsIn } from './place.ts';
import { plainOf, rangeOfWords } from './plain.ts';
import { attributesOf, pluginsOf } from './parts.ts';
import { bringIntoView, centre, rectsOf } from './screen.ts';
import { fillEmpty } from './sections.ts';
import {
  movedCursor,
  type SentenceCursor,
  type SentenceStep,
  sentenceCursor,
  sentenceNear,
  setSentenceCursor,
} from './sentence-cursor.ts';

export type { ClaimPaint } from './anchor-registry.ts';
export type { Formatting } from './formatting.ts';
export type { EditorHandle, EditorOptions, Mode, TextSelected } from './handle.ts';

export function createEditor(options: EditorOptions): EditorHandle {
  return new TextEditor(options);
}

const steps: Readonly<Record<string, SentenceStep>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: 'first',
  End: 'last',
};

class TextEditor implements EditorHandle {
  readonly blocks: TextBlocks;
  readonly blockOf: EditorHandle['blockOf'] = (claim) => this.#claims.blockOf(claim);
  readonly #options: EditorOptions;
  readonly #live: LiveDocument;
  readonly #binding: TextBinding;
  readonly #claims: ClaimLayer;
  readonly #view: EditorView;
  readonly #stop: (() => void)[] = [];
  #mode: Mode;
  #pointerDown = false;
  #told = '';

  constructor(options: EditorOptions) {
    this.#options = options;
    this.#live = options.live;
    this.#mode = options.mode;
    this.#binding = new TextBinding(options.live.text, () => this.#mode === 'edit');
    this.#claims = new ClaimLayer(
      this.#binding.initial,
      () => options.onClaimsMoved?.(),
      (claim) => options.live.store.getState().claims.get(claim)?.number ?? 0,
    );
    this.#view = new EditorView(options.mount, {
      state: EditorState.create({
        doc: this.#binding.initial,
        plugins: pluginsOf(options, this.#binding),
      }),
      markViews: { anchor: this.#claims.registry.markView },
      editable: () => this.#mode === 'edit',
      attributes: () => attributesOf(options, this.#mode),
      handleDOMEvents: this.#domEvents(),
      handleClick: (_view, pos) => this.#click(pos),
      dispatchTransaction: (tr) => this.#dispatch(tr),
    });
    this.blocks = new TextBlocks(this.#view, options.live.text);
    this.#listen();
    this.#showPending();
    if (this.#mode === 'edit') this.#fill();
  }

  get mode(): Mode {
    return this.#mode;
  }

  setMode(mode: Mode): void {
    if (mode === this.#mode) return;
    this.#mode = mode;
    // A new set of props: `editable` and the attributes are asked again.
    this.#view.setProps({});
    if (mode === 'edit') {
      this.#view.dispatch(setSentenceCursor(this.#view.state.tr, null));
      this.#fill();
    } else {
      // The browser drops what is selected with the caret: what nobody sees must not be marked.
      this.clearSelection();
    }
    this.#tell();
  }

  selection(): TextSelected | null {
    const selected = this.#selected();
    if (!selected) return null;
    const { from, to, by } = selected;
    return {
      by,
      words: wordsIn(this.#view.state, from, to),
      claims: this.#claims.between(from, to),
      rects: () => rectsOf(this.#view, from, to),
    };
  }

  place(): { place: Place; words: string } | Refusal {
    return placeIn(this.#view.state, this.#live.text, this.#selected() ?? this.#sentenceAtCaret());
  }

  clearSelection(): void {
    const { state } = this.#view;
    const tr = setSentenceCursor(state.tr, null);
    const { empty, from } = state.selection;
    const cursor = sentenceCursor(state);
    // Where the keyboard goes on: with the sentence after the one it leaves.
    const next = cursor && this.#moved(1, false);
    if (cursor || !empty)
      tr.setSelection(TextSelection.near(state.doc.resolve(next?.from ?? from)));
    this.#view.dispatch(tr);
    window.getSelection()?.removeAllRanges();
  }

  moveSentence(by: SentenceStep, extend = false): void {
    const { state } = this.#view;
    const cursor = this.#moved(by, extend);
    if (!cursor) return;
    window.getSelection()?.removeAllRanges();
    const tr = setSentenceCursor(state.tr, cursor);
    if (!state.selection.empty) tr.setSelection(TextSelection.near(state.doc.resolve(cursor.from)));
    this.#view.dispatch(tr);
    bringIntoView(this.#view, cursor.head.from, cursor.head.to);
  }

  paint(claims: ReadonlyMap<string, ClaimPaint>): void {
    this.#claims.paint(claims);
  }

  paintThreads(threads: ReadonlyMap<string, number>): void {
    this.#claims.registry.paintThreads(threads);
  }

  setCurrent(claim: string | null): void {
    this.#claims.registry.setCurrent(claim);
  }

  scrollTo(claim: string): boolean {
    return this.#claims.scrollTo(claim);
  }

  showWords(words: string): boolean {
    const { doc, tr } = this.#view.state;
    const found = rangeOfWords(doc, words);
    if (!found) return false;
    const { from, to } = found;
    if (this.#mode === 'edit') tr.setSelection(TextSelection.create(doc, from, to));
    else setSentenceCursor(tr, sentenceNear(doc, from, this.#language));
    this.#view.dispatch(tr);
    const show = (): void => bringIntoView(this.#view, from, to);
    show();
    // Sections off screen have no height of their own until they are drawn.
    requestAnimationFrame(show);
    return true;
  }

  focusClaim(claim: string): boolean {
    return this.#mode === 'annotate' && this.#claims.focus(claim);
  }

  order(): readonly string[] {
    return this.#claims.order();
  }

  fraction(claim: string): number | null {
    return this.#claims.fraction(claim);
  }

  overlapping(claim: string): number {
    return this.#claims.overlapping(claim);
  }

  setTellsAll(all: boolean): void {
    this.#claims.registry.setTellsAll(all);
  }

  wordsOf(claim: string): string | null {
    return this.#claims.wordsOf(claim);
  }

  plainText(): string {
    return plainOf(this.#view.state.doc).string;
  }

  showDifferences(differences: readonly Difference[]): void {
    this.#view.dispatch(showDifferences(this.#view.state, differences));
  }

  goToDifference(index: number): boolean {
    const drawn = this.#view.dom.querySelector<HTMLElement>(`[data-difference="${index}"]`);
    if (drawn) centre(drawn);
    return drawn !== null;
  }

  format(what: Formatting, level?: number): boolean {
    return this.#run(formatting(what, level));
  }

  isFormatted(what: Formatting, level?: number): boolean {
    return isFormatted(this.#view.state, what, level);
  }

  setLink(href: string | null): boolean {
    return this.#run(link(href));
  }

  undo(): boolean {
    return this.#mode === 'edit' && this.#binding.undo();
  }

  redo(): boolean {
    return this.#mode === 'edit' && this.#binding.redo();
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#claims.destroy();
    for (const stop of this.#stop) stop();
    this.#live.hold(false);
    this.#view.destroy();
  }

  get #language(): string {
    return this.#options.language || 'en';
  }

  #domEvents() {
    return {
      // The editor's own key handling is off where the text is not editable.
      keydown: (_view: EditorView, event: KeyboardEvent) => this.#key(event),
      pointerdown: () => {
        this.#pointerDown = true;
        return false;
      },
      compositionstart: () => {
        this.#live.hold(true);
        return false;
      },
      compositionend: () => {
        // The editor reads the composed words after this event.
        setTimeout(() => this.#live.hold(this.#view.composing), 50);
        return false;
      },
      pointerover: (_view: EditorView, event: Event) => {
        this.#hover(event.target);
        return false;
      },
      pointerleave: () => {
        this.#hover(null);
        return false;
      },
    };
  }

  #listen(): void {
    const onPointerUp = (): void => {
      if (!this.#pointerDown) return;
      this.#pointerDown = false;
      // The browser moves its selection after the event.
      setTimeout(() => this.#tell(), 0);
    };
    window.addEventListener('pointerup', onPointerUp);
    this.#stop.push(() => window.removeEventListener('pointerup', onPointerUp));
    this.#stop.push(this.#live.store.subscribe(() => this.#showPending()));
  }

  #dispatch(tr: EditorState['tr']): void {
    if (this.#view.isDestroyed) return;
    const before = this.#view.state;
    this.#view.updateState(before.apply(tr));
    this.#claims.setDocument(this.#view.state.doc);
    if (
      !this.#view.state.selection.eq(before.selection) &&
      !tr.docChanged &&
      this.#mode === 'annotate'
    ) {
      this.#afterSelecting();
    }
    if (
      tr.docChanged ||
      tr.selectionSet ||
      sentenceCursor(before) !== sentenceCursor(this.#view.state)
    )
      this.#tell();
  }

  /** A selection by pointer ends the keyboard's sentence; a mere click moves it there. */
  #afterSelecting(): void {
    const { state } = this.#view;
    const cursor = sentenceCursor(state);
    if (!cursor || !window.getSelection()?.rangeCount) return;
    const next = state.selection.empty
      ? sentenceNear(state.doc, state.selection.from, this.#language)
      : null;
    this.#view.updateState(state.apply(setSentenceCursor(state.tr, next)));
  }

  #moved(by: SentenceStep, extend: boolean): SentenceCursor | null {
    return movedCursor(this.#view.state, by, {
      extend,
      near: this.#reading(),
      language: this.#language,
    });
  }

  #tell(): void {
    if (this.#pointerDown || this.#view.isDestroyed) return;
    const selected = this.#selected();
    const told = selected ? `${selected.by} ${selected.from} ${selected.to}` : '';
    if (told === this.#told) return;
    this.#told = told;
    this.#options.onSelection?.(this.selection());
  }

  #selected(): Selected | null {
    return selectedIn(this.#view.state, this.#mode);
  }

  /** In *Edit text* the caret stands in a sentence. */
  #sentenceAtCaret(): { from: number; to: number } | null {
    const { state } = this.#view;
    if (this.#mode !== 'edit' || !this.#view.hasFocus()) return null;
    return sentenceNear(state.doc, state.selection.from, this.#language);
  }

  /** Where somebody reads who has not moved yet: the last click, or else the top of what is on the screen. */
  #reading(): number {
    const { state } = this.#view;
    if (state.selection.from > 2) return state.selection.from;
    const { left, top, width } = this.#view.dom.getBoundingClientRect();
    const found = this.#view.posAtCoords({ left: left + width / 2, top: Math.max(top, 0) + 120 });
    return found?.pos ?? 0;
  }

  #showPending(): void {
    const tr = setPending(this.#view.state, this.#live.text, this.#live.store.pendingClaims());
    if (tr) this.#view.dispatch(tr);
  }

  #click(pos: number): boolean {
    const click = this.#view.state.selection.empty ? this.#claims.click(pos) : null;
    if (click) this.#options.onTextClick?.(click);
    return false;
  }

  #hover(target: EventTarget | null): void {
    const claim = this.#claims.hover(target);
    if (claim !== undefined) this.#options.onClaimHover?.(claim);
  }

  /** In *Annotate* the arrows go sentence by sentence, Home and End to the ends of a block. */
  #key(event: KeyboardEvent): boolean {
    if (this.#mode !== 'annotate' || event.altKey || event.ctrlKey || event.metaKey) return false;
    const step = steps[event.key];
    if (step === undefined) return false;
    event.preventDefault();
    this.moveSentence(step, event.shiftKey);
    return true;
  }

  #fill(): void {
    const tr = fillEmpty(this.#view.state.tr);
    if (tr.docChanged) this.#view.dispatch(tr);
  }

  #run(command: Command): boolean {
    if (this.#mode !== 'edit') return false;
    const done = command(this.#view.state, (tr) => this.#view.dispatch(tr), this.#view);
    this.#view.focus();
    return done;
  }
}
