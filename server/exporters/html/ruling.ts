// The ruling of a claim with its public explanation and the dissent, and, where
// it was changed, what was ruled before.
import { rulingKindWords, rulingMethodWords } from '../../../domain/derive/words.ts';
import type { Ruling } from '../../../domain/record/ruling.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { type Given, givenOnWords, rulingsOn } from '../given.ts';
import { dotted, name, prose, time } from './fields.ts';
import { ratingLabel } from '../rating-label.ts';
import { html, type Markup } from './markup.ts';

function earlier(given: Given<Ruling>, document: ExportDocument): Markup {
  const { record: ruling } = given;
  return html`<li>${dotted([
    html`<s>${ratingLabel(document, ruling.rating)}</s>`,
    rulingKindWords[ruling.kind],
    givenOnWords(given),
    name(document, ruling.ruledBy),
    time(ruling.ruledAt),
  ])}${prose(ruling.explanation, 'words')}</li>`;
}

export function renderRulings(view: ClaimView, document: ExportDocument): Markup | null {
  const { ruling, stage, rating } = view;
  const before = rulingsOn(document, view)
    .filter(({ record }) => record.id !== ruling?.id)
    .toReversed()
    .map((each) => earlier(each, document));
  if (ruling === null) {
    return before.length === 0
      ? null
      : html`<section><h4>Ruled before</h4><ul class="plain">${before}</ul></section>`;
  }
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
${before.length > 0 && html`<h5>Ruled before</h5><ul class="plain">${before}</ul>`}
</section>`;
}
