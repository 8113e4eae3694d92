// The ruling of a claim with its public explanation and the dissent, and, where
// it was changed, what was ruled before.
import { rulingKindWords, rulingMethodWords } from '../../../domain/derive/words.ts';
import { recordsOf } from '../../../domain/record/claim-records.ts';
import type { Ruling } from '../../../domain/record/ruling.ts';
import { scaleOf } from '../../../domain/scale/list.ts';
import { ratingOf } from '../../../domain/scale/scale.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { dotted, name, prose, time } from './fields.ts';
import { html, type Markup } from './markup.ts';

function ratingLabel({ records }: ExportDocument, id: string): string {
  return ratingOf(scaleOf(records.settings.scale), id)?.label ?? id;
}

function earlier(ruling: Ruling, document: ExportDocument): Markup {
  return html`<li>${dotted([
    html`<s>${ratingLabel(document, ruling.rating)}</s>`,
    rulingKindWords[ruling.kind],
    name(document, ruling.ruledBy),
    time(ruling.ruledAt),
  ])}${prose(ruling.explanation, 'words')}</li>`;
}

export function renderRulings(view: ClaimView, document: ExportDocument): Markup | null {
  const { claim, ruling, stage, rating } = view;
  if (ruling === null) return null;
  const before = recordsOf(document.records, claim.id)
    .rulings.filter((other) => other.id !== ruling.id)
    .toSorted((a, b) => b.ruledAt - a.ruledAt);
  return html`<section class="ruling ${rating?.colour ?? ''}">
<h4>${rulingKindWords[ruling.kind]}: ${ratingLabel(document, ruling.rating)}</h4>
<p class="who">${dotted([
    stage === 'settled' ? null : html`<strong>being re-checked</strong>`,
    rulingMethodWords[ruling.method],
    name(document, ruling.ruledBy),
    time(ruling.ruledAt),
  ])}</p>
${prose(ruling.explanation, 'words')}
${ruling.dissent.map(
  (held) =>
    html`<div class="dissent"><p class="who">${dotted([
      html`Dissent: ${ratingLabel(document, held.rating)}`,
      name(document, held.author),
    ])}</p>${prose(held.words, 'words')}</div>`,
)}
${before.length > 0 && html`<h5>Ruled before</h5><ul class="plain">${before.map((each) => earlier(each, document))}</ul>`}
</section>`;
}
