// How far the document has come, in words and as a bar, and how to read its highlights.
import type { Progress } from '../../../domain/derive/progress.ts';
import { stages } from '../../../domain/derive/stage.ts';
import { stageWords } from '../../../domain/derive/words.ts';
import { scaleOf } from '../../../domain/scale/list.ts';
import type { Selection } from '../../../domain/export/selection.ts';
import type { Scale } from '../../../domain/scale/scale.ts';
import type { ExportDocument } from '../exporter.ts';
import { html, type Markup } from './markup.ts';

/** A picture of what the words beside it say: hidden from screen readers. */
function bar({ claims, ratings, stages: counted }: Progress, scale: Scale): Markup | null {
  if (claims === 0) return null;
  const parts = [
    ...scale.ratings.map(({ id, colour }) => ({ colour, count: ratings[id] ?? 0 })),
    { colour: 'underway', count: counted.judging + counted.revealed + counted.disputed },
  ].filter(({ count }) => count > 0);
  let from = 0;
  const rects = parts.map(({ colour, count }) => {
    const width = (100 * count) / claims;
    const rect = html`<rect class="${colour}" x="${from.toFixed(2)}" width="${width.toFixed(2)}" height="6"></rect>`;
    from += width;
    return rect;
  });
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>`;
}

export function renderSummary({ progress, records, selection }: ExportDocument): Markup {
  const scale = scaleOf(records.settings.scale);
  const claims = html`<b>${progress.claims}</b> ${progress.claims === 1 ? 'claim' : 'claims'}`;
  if (selection.brief) return html`<div class="summary"><p>${claims}</p></div>`;
  const rated = scale.ratings.flatMap(({ id, label, colour }) => {
    const count = progress.ratings[id] ?? 0;
    return count === 0
      ? []
      : [html`<li><span class="dot ${colour}"></span>${label} <b>${count}</b></li>`];
  });
  const underway = stages.flatMap((stage) => {
    const count = progress.stages[stage];
    return stage === 'settled' || count === 0
      ? []
      : [html`<li><span class="dot ${stage}"></span>${stageWords[stage]} <b>${count}</b></li>`];
  });
  return html`<div class="summary"><p>${claims}, <b>${progress.stages.settled}</b> settled</p>
${bar(progress, scale)}
<ul class="counts">${rated}${underway}</ul></div>`;
}

export function renderLegend(scale: Scale, { brief }: Selection): Markup {
  const line = (stage: string, words: string) =>
    html`<li><mark class="claim ${stage}">${words}</mark></li>`;
  if (brief) {
    return html`<section class="legend" aria-labelledby="legend"><h2 id="legend">How to read this page</h2>
<p>Highlighted words are claims. The number behind one leads to the claim.</p></section>`;
  }
  return html`<section class="legend" aria-labelledby="legend"><h2 id="legend">How to read this page</h2>
<p>Highlighted words are claims. The number behind one leads to the claim; letters beside it are its ruling.</p>
<ul class="plain lines">${line('open', 'Open: nobody has judged yet')}${line('judging', 'Judging, or revealed and not ruled on yet')}${line('disputed', 'Disputed')}${line('settled', 'Settled by a ruling')}</ul>
<ul class="counts">${scale.ratings.map(
    ({ label, letters, colour }) =>
      html`<li><span class="dot ${colour}"></span><b>${letters}</b> ${label}</li>`,
  )}</ul>
<p>Evidence: ▲ supports, ▼ refutes, ○ context. Grades are those of the Admiralty code: A to F for the source’s reliability, 1 to 6 for the information’s credibility; F and 6 mean that there is no basis to judge.</p>
</section>`;
}
