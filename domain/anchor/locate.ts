// Where the words are that somebody marked, in a text that may have changed
// since they saw it. The place comes from a client and is hostile until
// checked: decoding it must neither throw nor touch the document.
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { Place } from '../command/place.ts';
import { limits } from '../limits.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { blockAt, FragmentText, type Piece } from '../text/plain-text.ts';
import { selectorsOf, type Selectors } from './selectors.ts';
import { snap, type Span } from './snap.ts';
import { fold, sameWords, similarity } from './words.ts';

/** Where the words are, with all that a record and a mark need. */
export interface Found extends Selectors {
  /** What to mark, in text order. */
  readonly pieces: readonly Piece[];
  /** The same as a range of the plain text, in UTF-16 units. */
  readonly span: Span;
  /** The index of the block that it starts in. */
  readonly block: number;
  /**
   * `position`: both ends live and the words are those of the quote; `quote`: found by the words;
   * `similar`: both ends live and the words changed, so that the record must take those found.
   */
  readonly by: 'position' | 'quote' | 'similar';
}

/** How many blocks around the hint are searched for the quote. */
const SEARCH_BLOCKS = 20;
/** How alike words between two live ends must be to be taken for the quote. */
export const ALIKE = 0.6;

/** Finds the place, or refuses with the words as found. `whole` spares the reading of the text where it is at hand. */
export function locate(
  fragment: Y.XmlFragment,
  place: Place,
  whole = new FragmentText(fragment),
): Found | Refusal {
  if (place.quote.length > limits.quote) {
    return refuse(
      'bad-request',
      `A claim covers at most ${limits.quote} characters. Mark a shorter passage.`,
    );
  }
  if (snap(place.quote, { start: 0, end: place.quote.length }) === null) {
    return refuse('bad-request', 'There are no words in what was marked. Mark at least one word.');
  }
  const start = offsetOf(fragment, whole, place.start, 'start');
  const end = offsetOf(fragment, whole, place.end, 'end');
  const live = start !== null && end !== null && start < end ? { start, end } : null;
  const words = live === null ? '' : whole.string.slice(live.start, live.end);
  // A hostile range may be the whole text; comparing that would take long, and no claim is so long.
  const comparable = live !== null && words.length <= 2 * limits.quote;

  if (comparable && sameWords(words, place.quote)) return located(whole, live, 'position');

  const hint = start === null ? place.block : blockAt(whole.blocks, start);
  const found = findUnique(whole, place.quote, hint);
  if (found !== null) return located(whole, found, 'quote');

  if (comparable && similarity(words, place.quote) >= ALIKE) {
    return located(whole, live, 'similar');
  }
  const shown = words.length > limits.line ? `${words.slice(0, limits.line)}…` : words;
  return refuse(
    'words-not-found',
    shown.trim() === ''
      ? 'The marked words are no longer in the text. Mark them again where they are now.'
      : `The words changed before they could be marked. There is now: “${shown}” Mark them again.`,
  );
}

function located(whole: FragmentText, range: Span, by: Found['by']): Found | Refusal {
  const span = snap(whole.string, range);
  if (span === null) return refuse('words-not-found', 'There are no words left at this place.');
  if (span.end - span.start > limits.quote) {
    return refuse(
      'words-not-found',
      'The marked passage grew too long for one claim. Mark it again.',
    );
  }
  return {
    ...selectorsOf(whole.string, span.start, span.end),
    pieces: whole.pieces(span.start, span.end),
    span,
    block: blockAt(whole.blocks, span.start),
    by,
  };
}

/**
 * The one place near `block` where `quote` stands: as written, or else under
 * the fold of words. Null if there is none, or more than one.
 */
function findUnique(whole: FragmentText, quote: string, block: number): Span | null {
  const count = whole.blocks.length;
  if (count === 0) return null;
  const hint = Number.isSafeInteger(block) ? Math.min(Math.max(block, 0), count - 1) : 0;
  const from = whole.blocks[Math.max(0, hint - SEARCH_BLOCKS)]?.from ?? 0;
  const to = whole.blocks[Math.min(count - 1, hint + SEARCH_BLOCKS)]?.to ?? 0;
  const near = whole.string.slice(from, to);
  const shifted = (start: number, end: number): Span => ({ start: from + start, end: from + end });

  const first = near.indexOf(quote);
  if (first >= 0) {
    return near.includes(quote, first + 1) ? null : shifted(first, first + quote.length);
  }
  const { text, origin } = fold(near);
  const folded = fold(quote).text;
  const at = folded === '' ? -1 : text.indexOf(folded);
  if (at < 0 || text.includes(folded, at + 1)) return null;
  return shifted(origin[at] ?? 0, origin[at + folded.length] ?? near.length);
}

/**
 * The plain offset of the character that an encoded relative position names:
 * before it for a start, after it for an end. Null if the position is not well
 * formed, or the character is deleted, unknown or not in this fragment.
 */
function offsetOf(
  fragment: Y.XmlFragment,
  whole: FragmentText,
  encoded: string,
  side: 'start' | 'end',
): number | null {
  const id = decodeItem(encoded);
  if (id === null || fragment.doc === null) return null;
  const { store } = fragment.doc;
  // An unknown client's state is 0. A position with a root's name is never resolved: Yjs would create the root.
  if (id.clock >= Y.getState(store, id.client)) return null;
  const item = Y.getItem(store, id);
  if (!(item instanceof Y.Item) || item.deleted || !item.countable) return null;
  if (!(item.parent instanceof Y.XmlText)) return null;
  let index = id.clock - item.id.clock;
  for (let left = item.left; left !== null; left = left.left) {
    if (!left.deleted && left.countable) index += left.length;
  }
  return whole.offsetOf(item.parent, side === 'start' ? index : index + 1);
}

// The longest honest one: a tag, two numbers of up to eight bytes, an assoc.
const POSITION_LENGTH = 64;

function decodeItem(encoded: string): { client: number; clock: number } | null {
  if (encoded.length > POSITION_LENGTH) return null;
  try {
    const { item } = Y.decodeRelativePosition(fromBase64(encoded));
    return item !== null && Number.isSafeInteger(item.client) && Number.isSafeInteger(item.clock)
      ? { client: item.client, clock: item.clock }
      : null;
  } catch {
    return null;
  }
}

/**
 * The place of the units from `start` to `end` of the plain text, to be sent
 * with a command. Null where no words are: the range is snapped as the server does.
 */
export function placeOf(whole: FragmentText, range: Span): Place | null {
  const span = snap(whole.string, range);
  if (span === null) return null;
  const pieces = whole.pieces(span.start, span.end);
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  const encode = (text: Y.XmlText, index: number, assoc: number): string =>
    toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, assoc)));
  return {
    start: encode(first.text, first.index, 0),
    end: encode(last.text, last.index + last.length, -1),
    quote: whole.string.slice(span.start, span.end),
    block: blockAt(whole.blocks, span.start),
  };
}
