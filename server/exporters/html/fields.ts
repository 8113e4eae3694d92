// The small things that every part of the page writes: times, names, dates, links.
import type { PersonId } from '../../../domain/id.ts';
import type { PartialDate } from '../../../domain/record/fields.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { isLinkTarget } from '../../../domain/text/link-target.ts';
import { html, type Content, type Markup } from './markup.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "23 Nov 2026", of UTC: the same file wherever it is written. */
export function time(at: number): Markup {
  const date = new Date(at);
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
  return html`<time datetime="${date.toISOString()}">${day}</time>`;
}

/** Isolated, so that a name written from right to left does not turn the line around. */
export function name(records: RecordState, person: PersonId): Markup {
  return html`<bdi>${records.people.get(person)?.name ?? `Person ${person}`}</bdi>`;
}

/** The words of the text, then how they were read: "November 23 (XXXX-11-23)". */
export function partialDate(date: PartialDate | null): string {
  if (date === null) return '';
  if (date.asWritten === '' || date.asWritten === date.edtf) return date.edtf;
  return `${date.asWritten} (${date.edtf})`;
}

export function link(href: string, words: Content): Markup {
  return isLinkTarget(href)
    ? html`<a href="${href}" rel="noopener noreferrer nofollow">${words}</a>`
    : html`${words}`;
}

/** Words of several lines: each is kept. */
export function prose(words: string, className: string): Markup | null {
  return words.trim() === '' ? null : html`<p class="${className}" dir="auto">${words}</p>`;
}

/** Joined by middle dots; what is empty is left out. */
export function dotted(parts: readonly Content[]): Content {
  return parts
    .filter((part) => part !== null && part !== false && part !== '')
    .flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}
