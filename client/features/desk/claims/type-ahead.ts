/**
 * Typing in the list goes to a claim: `#12` to its number; words to the quote
 * that begins with them, but only where single letters are no commands.
 */
import { type KeyboardEvent, useRef } from 'react';
import { keymap } from '../../actions/keymap.ts';
import type { ClaimRow } from './claim-row.ts';
import { fold } from './search.ts';

/** Whoever pauses longer begins anew; in ms. */
const PAUSE = 1200;

/** What is typed after this key: the index to go to, −1 where nothing fits, null where the key means something else. */
export function useTypeAhead(): (
  event: KeyboardEvent,
  rows: readonly ClaimRow[],
  at: number,
) => number | null {
  const typed = useRef({ words: '', at: Number.NEGATIVE_INFINITY });
  return (event, rows, at) => {
    const { key, timeStamp } = event;
    if (key.length !== 1 || event.nativeEvent.isComposing) return null;
    const going = timeStamp - typed.current.at < PAUSE ? typed.current.words : '';
    const words = going + fold(key);
    const isNumber = /^#\d*$/.test(words);
    if (!isNumber && (keymap().single || key === '/' || key === '?' || words.trim() === ''))
      return null;
    typed.current = { words, at: timeStamp };
    return isNumber ? atNumber(rows, words) : atWords(rows, words, at);
  };
}

function atNumber(rows: readonly ClaimRow[], words: string): number {
  const number = Number(words.slice(1));
  return rows.findIndex(({ claim }) => claim.number === number);
}

/** The next one from here on; typing on stays where it still fits. */
function atWords(rows: readonly ClaimRow[], words: string, at: number): number {
  const from = words.length === 1 ? at + 1 : Math.max(at, 0);
  const fits = (row: ClaimRow): boolean => row.words.startsWith(words);
  const next = rows.findIndex((row, index) => index >= from && fits(row));
  return next >= 0 ? next : rows.findIndex(fits);
}
