/**
 * The words of a comment as they are stored and read: plain text in which
 * `@[12]` mentions a person by number and addresses of the web can be followed.
 * Everything else is what it looks like.
 */
import type { PersonId } from '../id.ts';
import { isLinkTarget } from '../text/link-target.ts';

export type Stretch =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'mention'; readonly person: PersonId }
  | { readonly kind: 'link'; readonly href: string };

const special = /@\[(\d{1,9})\]|\bhttps?:\/\/[^\s<>"]+/giu;
/** What ends a sentence more likely than an address. */
const trailing = /[.,;:!?'’”»…]+$/u;

export function mentionOf(person: PersonId): string {
  return `@[${person}]`;
}

/** In order; together they are all of `words`. */
export function stretchesOf(words: string): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  const plain = (to: number): void => {
    if (to > at) stretches.push({ kind: 'words', words: words.slice(at, to) });
    at = to;
  };
  for (const match of words.matchAll(special)) {
    const [found, person] = match;
    if (person !== undefined) {
      plain(match.index);
      stretches.push({ kind: 'mention', person: Number(person) });
      at = match.index + found.length;
      continue;
    }
    const href = addressIn(found);
    if (!isLinkTarget(href)) continue;
    plain(match.index);
    stretches.push({ kind: 'link', href });
    at = match.index + href.length;
  }
  plain(words.length);
  return stretches;
}

/** A bracket that closes one from before the address is not part of it. */
function addressIn(found: string): string {
  const href = found.replace(trailing, '');
  const open = href.split('(').length;
  const closed = href.split(')').length;
  return closed > open && href.endsWith(')') ? addressIn(href.slice(0, -1)) : href;
}

/** Whoever is mentioned, once each, in order. */
export function mentionsIn(words: string): PersonId[] {
  const people = stretchesOf(words).flatMap((stretch) =>
    stretch.kind === 'mention' ? [stretch.person] : [],
  );
  return [...new Set(people)];
}

/** As a person reads it: `@Ana Kovač`. */
export function plainWords(words: string, nameOf: (person: PersonId) => string): string {
  return words.replaceAll(/@\[(\d{1,9})\]/g, (_, person: string) => `@${nameOf(Number(person))}`);
}

/** The same words with everybody's number replaced. */
export function renumberMentions(words: string, of: (person: PersonId) => PersonId): string {
  return words.replaceAll(/@\[(\d{1,9})\]/g, (_, person: string) => mentionOf(of(Number(person))));
}
