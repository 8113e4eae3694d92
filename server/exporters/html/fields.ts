// The small things that every part of the page writes: times, names, dates, links.
import type { PersonId } from '../../../domain/id.ts';
import { isLinkTarget } from '../../../domain/text/link-target.ts';
import type { ExportDocument } from '../exporter.ts';
import { day } from '../plain-words.ts';
import { html, type Content, type Markup } from './markup.ts';

/** "23 Nov 2026", of UTC: the same file wherever it is written. */
export function time(at: number): Markup {
  return html`<time datetime="${new Date(at).toISOString()}">${day(at)}</time>`;
}

/** Isolated, so that a name written from right to left does not turn the line around. */
export function name(document: ExportDocument, person: PersonId): Markup | null {
  const known = document.nameOf(person);
  return known === null ? null : html`<bdi>${known}</bdi>`;
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
    .filter((part) => part !== null && part !== undefined && part !== false && part !== '')
    .flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}
