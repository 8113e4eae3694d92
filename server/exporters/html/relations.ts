// How a claim belongs to others: twins, those merged into it, what it was split from.
import { checksWords } from '../../../domain/derive/words.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { dotted, name, time } from './fields.ts';
import { html, type Content, type Markup } from './markup.ts';

/** "#3", which leads there where the page shows that claim. */
function numbered(document: ExportDocument, id: string): Content {
  const number = document.records.claims.get(id)?.number;
  if (number === undefined) return null;
  return document.viewOf(id) ? html`<a href="#claim-${number}">#${number}</a>` : `#${number}`;
}

/** The claim that asks the other question of the same words. */
export function twinOf({ claim }: ClaimView, document: ExportDocument): Content {
  const twin = claim.twin === null ? undefined : document.viewOf(claim.twin)?.claim;
  return (
    twin && html`<a href="#claim-${twin.number}">${checksWords[twin.checks]}: #${twin.number}</a>`
  );
}

/** Labels and values of the fields that say it; those that say nothing are left out by the caller. */
export function relations(
  { claim, merged }: ClaimView,
  document: ExportDocument,
): readonly (readonly [string, Content])[] {
  return [
    [
      'Merged into',
      claim.mergedInto && [numbered(document, claim.mergedInto), ', with all that was given on it'],
    ],
    ['Split into', dotted(claim.splitInto.map((id) => numbered(document, id)))],
    ['Split from', claim.partOf && numbered(document, claim.partOf)],
    ['Merged into this', merged.map((each) => mergedLine(each, document))],
  ];
}

function mergedLine(
  { id, quote, withdrawn }: ClaimView['claim'],
  document: ExportDocument,
): Markup {
  return html`<span class="merged">${dotted([
    numbered(document, id),
    html`<q dir="auto">${quote.exact}</q>`,
    withdrawn && name(document, withdrawn.by),
    withdrawn && time(withdrawn.at),
  ])}</span>`;
}
