/**
 * What somebody typed, understood: words, "phrases", -not, #12, in:claims. There
 * are no mistakes in it: what means nothing special is a word, and nothing of it
 * ever reaches an index as anything but words.
 */
import { searchKinds, type SearchKind } from './unit.ts';
import { wordsIn } from './words.ts';

/** Words that stand side by side. */
export interface Term {
  readonly tokens: readonly string[];
  /** The last one may go on. */
  readonly prefix: boolean;
}

export interface Query {
  readonly wanted: readonly Term[];
  readonly unwanted: readonly Term[];
  /** The number of a claim. */
  readonly number: number | null;
  /** Empty means all. */
  readonly kinds: readonly SearchKind[];
}

/** Longer queries are cut. */
const LONGEST = 300;
const MOST_TERMS = 16;
const MOST_TOKENS = 24;
const PARTS = /(-?)"([^"]*)"?|(\S+)/gu;

export function readQuery(typed: string): Query {
  const wanted: Term[] = [];
  const unwanted: Term[] = [];
  const kinds = new Set<SearchKind>();
  let number: number | null = null;
  for (const [, minus, phrase, part = ''] of typed.slice(0, LONGEST).matchAll(PARTS)) {
    if (phrase !== undefined) {
      add(minus === '-' ? unwanted : wanted, phrase, false);
      continue;
    }
    const kind = kindOf(part);
    if (kind) kinds.add(kind);
    else if (/^#\d{1,9}$/.test(part)) number = Number(part.slice(1));
    else if (/^[-−]./u.test(part)) add(unwanted, part, true);
    else add(wanted, part, true);
  }
  return { wanted, unwanted, number, kinds: [...kinds] };
}

/** Whether there is anything to look for; leaving out alone finds nothing. */
export function asksForSomething({ wanted, number }: Query): boolean {
  return wanted.length > 0 || number !== null;
}

function add(terms: Term[], words: string, open: boolean): void {
  const tokens = wordsIn(words)
    .map(({ token }) => token)
    .slice(0, MOST_TOKENS);
  if (tokens.length === 0 || terms.length >= MOST_TERMS) return;
  const last = tokens.at(-1) ?? '';
  // One letter begins too many words; one character of a script without spaces is a word.
  terms.push({ tokens, prefix: open && last.length > 1 });
}

/** `in:claims`, `in:claim` */
function kindOf(part: string): SearchKind | undefined {
  const name = /^in:(\p{L}+)$/u.exec(part)?.[1]?.toLowerCase();
  return searchKinds.find((kind) => kind === name || `${kind}s` === name);
}
