/**
 * The text of a document on the screen: ProseMirror, no React. It binds to a
 * live document, shows its claims, the others' carets and its own pending
 * claims by itself; how claims look and which one is open it is told.
 */
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { placeOf } from '../../domain/anchor/locate.ts';
import { snap } from '../../domain/anchor/snap.ts';
import type { Place } from '../../domain/command/place.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';
import type { LiveDocument } from '../store/document.ts';
import { AnchorRegistry, type ClaimPaint } from './anchor-registry.ts';
import { TextBinding } from './binding.ts';
import { caretPlugin } from './carets.ts';
import { ClaimIndex } from './claim-index.ts';
import { clipboardPlugin } from './clipboard.ts';
import { type Formatting, formatting, isFormatted, link } from './formatting.ts';
import { editingPlugins } from './keys.ts';
import { pendingPlugin, setPending } from './pending-claims.ts';
import { plainOf } from './plain.ts';
import { bringIntoView, centre, rectsOf } from './screen.ts';
import { fillEmpty, sectionPlugin } from './sections.ts';
import {
  movedCursor,
  sentenceCursor,
  sentenceNear,
  sentencePlugin,
  setSentenceCursor,
} from './sentence-cursor.ts';
import { typeOverPlugin } from './type-over.ts';

export type { ClaimPaint } from './anchor-registry.ts';
export type { Formatting } from './formatting.ts';
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

export interface ClaimClick {
  /** The one to open: the shortest, and on repeated clicks the next one. */
  readonly claim: string;
  /** All at this point, the shortest first. */
  readonly all: readonly string[];
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
  onClaimClick?(click: ClaimClick): void;
  onClaimHover?(claim: string | null): void;
  /** The claims' order or places in the text changed. */
  onClaimsMoved?(): void;
  /** Something did not happen, in words. */
  onNotice?(words: string): void;
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
  moveSentence(by: 1 | -1, extend?: boolean): void;
  /** How claims look, by id. A claim that is not here looks like the text around it. */
  paint(claims: ReadonlyMap<string, ClaimPaint>): void;
  setCurrent(claim: string | null): void;
  /** False where the claim has no place in the text. */
  scrollTo(claim: string): boolean;
  /** Ids of anchored claims in text order, painted or not. */
  order(): readonly string[];
  /** 0 to 1: how far down the text a claim begins; null where it has no place. */
  fraction(claim: string): number | null;
  /** The words that a claim's mark stands on now; null without one. */
  wordsOf(claim: string): string | null;
  format(what: Formatting, level?: number): boolean;
  isFormatted(what: Formatting, level?: number): boolean;
  setLink(href: string | null): boolean;
  /** Of my own typing. */
  undo(): boolean;
  redo(): boolean;
  focus(): void;
  destroy(): void;
}

export function createEditor(options: EditorOptions): EditorHandle {
  return new TextEditor(options);
}

/** How long claims may have moved before those who list them hear of it, in ms. */
const SETTLE = 100;

class TextEditor implements EditorHandle {
  readonly #options: EditorOptions;
  readonly #live: LiveDocument;
  readonly #registry = new AnchorRegistry();
  readonly #binding: TextBinding;
  readonly #view: EditorView;
  readonly #stop: (() => void)[] = [];
  #mode: Mode;
  #pointerDown = false;
  #lastClick: { all: string; next: number } = { all: '', next: 0 };
  #told = '';
  #moved: ReturnType<typeof setTimeout> | undefined;
  #index: { readonly doc: EditorState['doc']; readonly claims: ClaimIndex } | null = null;
  #painted: ReadonlyMap<string, ClaimPaint> = new Map();

  constructor(options: EditorOptions) {
    this.#options = options;
    this.#live = options.live;
    this.#mode = options.mode;
    this.#binding = new TextBinding(options.live.text, () => this.#mode === 'edit');
    this.#view = new EditorView(options.mount, {
      state: EditorState.create({ doc: this.#binding.initial, plugins: this.#plugins() }),
      markViews: { anchor: this.#registry.markView },
      editable: () => this.#mode === 'edit',
      attributes: () => this.#attributes(),
      handleDOMEvents: this.#domEvents(),
      handleClick: (_view, pos) => this.#click(pos),
      handleKeyDown: (_view, event) => this.#key(event),
      dispatchTransaction: (tr) => this.#dispatch(tr),
    });
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
    }
    this.#tell();
  }

  selection(): TextSelected | null {
    const range = this.#range();
    if (!range) return null;
    const { from, to, by } = range;
    const text = plainOf(this.#view.state.doc);
    return {
      by,
      words: text.string.slice(text.offsetOf(from), text.offsetOf(to)),
      claims: this.#claims()
        .between(from, to)
        .filter((id) => this.#painted.has(id)),
      rects: () => rectsOf(this.#view, from, to),
    };
  }

  place(): { place: Place; words: string } | Refusal {
    const range = this.#range() ?? this.#sentenceAtCaret();
    const text = plainOf(this.#view.state.doc);
    const span =
      range &&
      snap(text.string, { start: text.offsetOf(range.from), end: text.offsetOf(range.to) });
    if (!span)
      return refuse(
        'words-not-found',
        'Nothing is selected. Select the words of the claim, or move to a sentence with ↓.',
      );
    if (span.end - span.start > limits.quote) {
      return refuse(
        'bad-request',
        `A claim covers at most ${limits.quote.toLocaleString('en')} characters. Select fewer.`,
      );
    }
    const place = placeOf(new FragmentText(this.#live.text), span);
    if (!place)
      return refuse(
        'words-not-found',
        'These words are not in the text any more. Select them again.',
      );
    return { place, words: place.quote };
  }

  clearSelection(): void {
    const { state } = this.#view;
    const tr = setSentenceCursor(state.tr, null);
    if (!state.selection.empty)
      tr.setSelection(TextSelection.near(state.doc.resolve(state.selection.from)));
    this.#view.dispatch(tr);
    window.getSelection()?.removeAllRanges();
  }

  moveSentence(by: 1 | -1, extend = false): void {
    const { state } = this.#view;
    const cursor = movedCursor(state, by, {
      extend,
      near: this.#reading(),
      language: this.#language,
    });
    if (!cursor) return;
    window.getSelection()?.removeAllRanges();
    const tr = setSentenceCursor(state.tr, cursor);
    if (!state.selection.empty) tr.setSelection(TextSelection.near(state.doc.resolve(cursor.from)));
    this.#view.dispatch(tr);
    bringIntoView(this.#view, cursor.head.from, cursor.head.to);
  }

  paint(claims: ReadonlyMap<string, ClaimPaint>): void {
    this.#painted = claims;
    this.#registry.paint(claims);
    this.#setLanes();
  }

  setCurrent(claim: string | null): void {
    this.#registry.setCurrent(claim);
  }

  scrollTo(claim: string): boolean {
    const element = this.#registry.elementsOf(claim)[0];
    if (!element) return false;
    centre(element);
    return true;
  }

  order(): readonly string[] {
    return this.#claims().order;
  }

  fraction(claim: string): number | null {
    return this.#claims().fraction(claim);
  }

  wordsOf(claim: string): string | null {
    const text = plainOf(this.#view.state.doc);
    const pieces = this.#claims().piecesOf(claim);
    if (pieces.length === 0) return null;
    let words = '';
    let end = -1;
    for (const { from, to } of pieces) {
      const start = text.offsetOf(from);
      // A claim over several blocks has a piece in each: the break between them is part of its words.
      if (end >= 0 && start > end && text.string.slice(end, start).trim() === '')
        words += text.string.slice(end, start);
      end = text.offsetOf(to);
      words += text.string.slice(start, end);
    }
    return words;
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
    clearTimeout(this.#moved);
    for (const stop of this.#stop) stop();
    this.#live.hold(false);
    this.#view.destroy();
  }

  get #language(): string {
    return this.#options.language || 'en';
  }

  #plugins() {
    const { live } = this.#options;
    return [
      ...editingPlugins(this.#binding),
      typeOverPlugin,
      clipboardPlugin((words) => this.#options.onNotice?.(words)),
      sectionPlugin,
      sentencePlugin,
      pendingPlugin,
      caretPlugin({
        fragment: live.text,
        awareness: live.awareness,
        binding: this.#binding,
        nameOf: (person) => live.store.getState().people.get(person)?.name ?? null,
      }),
      // Last: it writes to the shared text what all others have settled on.
      this.#binding.plugin,
    ];
  }

  #attributes(): Record<string, string> {
    const edit = this.#mode === 'edit';
    return {
      class: 'text',
      'data-mode': this.#mode,
      'aria-label': edit ? `${this.#options.label}, text being edited` : this.#options.label,
      role: edit ? 'textbox' : 'document',
      ...(edit ? { 'aria-multiline': 'true', spellcheck: 'true' } : { tabindex: '0' }),
      lang: this.#options.language ?? '',
    };
  }

  #domEvents() {
    return {
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
    if (tr.docChanged) this.#claimsMoved();
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

  #tell(): void {
    if (this.#pointerDown || this.#view.isDestroyed) return;
    const range = this.#range();
    const told = range ? `${range.by} ${range.from} ${range.to}` : '';
    if (told === this.#told) return;
    this.#told = told;
    this.#options.onSelection?.(this.selection());
  }

  #range(): { from: number; to: number; by: 'selection' | 'sentence' } | null {
    const { state } = this.#view;
    const { from, to, empty } = state.selection;
    if (!empty) return { from, to, by: 'selection' };
    const cursor = this.#mode === 'annotate' ? sentenceCursor(state) : null;
    return cursor && { from: cursor.from, to: cursor.to, by: 'sentence' };
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

  #claims(): ClaimIndex {
    const { doc } = this.#view.state;
    if (this.#index?.doc !== doc) this.#index = { doc, claims: new ClaimIndex(doc) };
    return this.#index.claims;
  }

  #claimsMoved(): void {
    this.#moved ??= setTimeout(() => {
      this.#moved = undefined;
      this.#setLanes();
      this.#options.onClaimsMoved?.();
    }, SETTLE);
  }

  #setLanes(): void {
    this.#registry.setLanes(this.#claims().lanes((id) => this.#painted.has(id)));
  }

  #showPending(): void {
    const tr = setPending(this.#view.state, this.#live.text, this.#live.store.pendingClaims());
    if (tr) this.#view.dispatch(tr);
  }

  #click(pos: number): boolean {
    const all = this.#claims()
      .at(pos)
      .filter((id) => this.#painted.has(id));
    const key = all.join(' ');
    const next = key === this.#lastClick.all ? this.#lastClick.next % Math.max(1, all.length) : 0;
    this.#lastClick = { all: key, next: next + 1 };
    const claim = all[next];
    if (claim !== undefined && this.#view.state.selection.empty)
      this.#options.onClaimClick?.({ claim, all });
    return false;
  }

  #hover(target: EventTarget | null): void {
    const element =
      target instanceof Element ? target.closest<HTMLElement>('[data-anchor].claim') : null;
    const claim = element?.dataset['anchor'] ?? null;
    if (claim === this.#registry.hovered) return;
    this.#registry.setHovered(claim);
    this.#options.onClaimHover?.(claim);
  }

  /** In *Annotate* the arrows go sentence by sentence. */
  #key(event: KeyboardEvent): boolean {
    if (this.#mode !== 'annotate' || event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
    this.moveSentence(event.key === 'ArrowDown' ? 1 : -1, event.shiftKey);
    return true;
  }

  #fill(): void {
    const tr = fillEmpty(this.#view.state.tr);
    if (tr.docChanged) this.#view.dispatch(tr);
  }

  #run(
    command: (
      state: EditorState,
      dispatch?: (tr: EditorState['tr']) => void,
      view?: EditorView,
    ) => boolean,
  ): boolean {
    if (this.#mode !== 'edit') return false;
    const done = command(this.#view.state, (tr) => this.#view.dispatch(tr), this.#view);
    this.#view.focus();
    return done;
  }
}
