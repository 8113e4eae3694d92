/** How a person looks everywhere: an own colour, picked by their number, and initials. */

export const PERSON_HUES = 8;

/** Index of the tokens `--person-0` … `--person-7`. */
export function personHue(id: number): number {
  return ((id % PERSON_HUES) + PERSON_HUES) % PERSON_HUES;
}

/** First letters of the first and the last word; a final number stands for itself ("Analyst 2" is "2"). */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const last = words.at(-1) ?? '';
  if (/^\d{1,2}$/.test(last)) return last;
  const letters = words.length > 1 ? [words[0] ?? '', last] : [last];
  return (
    letters
      .map((word) => [...word][0] ?? '')
      .join('')
      .toLocaleUpperCase() || '?'
  );
}
