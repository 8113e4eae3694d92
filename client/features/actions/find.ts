/** What the palette finds: what fits the words that were typed, the best first. */
import UFuzzy from '@leeoniya/ufuzzy';

export interface Findable {
  readonly label: string;
}

/** Letters in order, a mistake within a word forgiven; any script. */
const fuzzy = new UFuzzy({ unicode: true, intraMode: 1, interSplit: "[^\\p{L}\\d']+" });
/** Words may come in any order, as long as they are few. */
const ANY_ORDER = 3;

export function found<Entry extends Findable>(entries: readonly Entry[], search: string): Entry[] {
  const needle = search.trim();
  if (needle === '') return [...entries];
  const haystack = entries.map(({ label }) => label);
  const [ids, , order] = fuzzy.search(haystack, needle, ANY_ORDER);
  const best = ids && order ? order.map((at) => ids[at]) : ids;
  return (best ?? []).flatMap((at) => {
    const entry = at === undefined ? undefined : entries[at];
    return entry ? [entry] : [];
  });
}

/** A claim by the beginning of its number, `12` or `#12`, else by all words of it. */
export function foundClaims<Entry extends { readonly number: number; readonly words: string }>(
  claims: Iterable<Entry>,
  search: string,
  most: number,
): Entry[] {
  const needle = search.trim().toLocaleLowerCase();
  if (needle === '') return [];
  const number = /^#?(\d+)$/.exec(needle)?.[1];
  const words = needle.split(/\s+/);
  const fitting: Entry[] = [];
  for (const claim of claims) {
    const said = claim.words.toLocaleLowerCase();
    if (
      number === undefined
        ? words.every((word) => said.includes(word))
        : `${claim.number}`.startsWith(number)
    )
      fitting.push(claim);
  }
  if (number !== undefined) fitting.sort((a, b) => a.number - b.number);
  return fitting.slice(0, most);
}
