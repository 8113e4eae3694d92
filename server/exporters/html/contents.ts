// The way in: headings of the text and every claim, one line each, folded until
// somebody asks for it. Folding needs no script.
import type { Node } from 'prosemirror-model';
import { shortened } from '../shorten.ts';
import { stageWords } from '../../../domain/derive/words.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { html, type Markup } from './markup.ts';

/** As much of a quote as fits a line. */
const LINE = 75;

export interface Heading {
  readonly id: string;
  readonly level: number;
  readonly words: string;
}

/**
 * Headings that say something, in order: the first is `part-1`. None is more
 * than one level below the one before, whatever the text says: whoever listens
 * to the page goes by them.
 */
export function headingsOf(text: Node): ReadonlyMap<Node, Heading> {
  const found = new Map<Node, Heading>();
  let before = 0;
  text.descendants((node) => {
    if (node.type.name === 'heading' && node.textContent.trim() !== '') {
      before = Math.min(Number(node.attrs['level']), before + 1);
      found.set(node, {
        id: `part-${found.size + 1}`,
        level: before,
        words: node.textContent.trim(),
      });
    }
    return !node.isTextblock;
  });
  return found;
}

function headingLine({ id, level, words }: Heading): Markup {
  return html`<li class="level-${Math.min(level, 3)}"><a href="#${id}"><bdi>${shortened(words, LINE)}</bdi></a></li>`;
}

export function claimLine({ claim, rating, stage }: ClaimView): Markup {
  const state = rating?.label ?? (stage && stageWords[stage]) ?? '';
  return html`<li><a href="#claim-${claim.number}"><b>#${claim.number}</b> <bdi>${shortened(claim.short || claim.quote.exact, LINE)}</bdi></a> <span class="who"><span class="dot ${rating?.colour ?? stage ?? ''}"></span>${state}</span></li>
`;
}

/** The folded list, in pieces: there may be thousands of claims. */
export function* renderContents(
  { views }: ExportDocument,
  headings: ReadonlyMap<Node, Heading>,
): Generator<Markup> {
  if (views.length === 0 && headings.size < 2) return;
  yield html`<nav class="contents" aria-label="Contents"><details><summary>Contents</summary>
`;
  if (headings.size > 1) {
    yield html`<p class="name" id="parts-list">Parts</p><ol class="plain parts" aria-labelledby="parts-list">${[...headings.values()].map(headingLine)}</ol>`;
  }
  if (views.length > 0) {
    yield html`<p class="name" id="claims-list">Claims</p><ol class="plain index" aria-labelledby="claims-list">
`;
    for (const view of views) yield claimLine(view);
    yield html`</ol>`;
  }
  yield html`</details></nav>
`;
}
