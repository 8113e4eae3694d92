// The annotated text as one file: readable, printable, complete without scripts
// and without anything from elsewhere. Nothing in it can run: all that people
// wrote is escaped by the templates, and the page's own policy allows no script,
// no image, no address but its one style sheet, by its hash.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { indexRecords } from '../../domain/record/claim-records.ts';
import { scaleOf } from '../../domain/scale/list.ts';
import type { Exporter, ExportInput } from './exporter.ts';
import { renderClaim } from './html/claim-card.ts';
import { viewClaims } from './html/claim-view.ts';
import { dotted, link, time } from './html/fields.ts';
import { html, trusted, type Content, type Markup } from './html/markup.ts';
import { renderLegend, renderSummary } from './html/summary.ts';
import { renderText } from './html/text.ts';
import { withheld } from './withhold.ts';

const style = readFileSync(new URL('html/annotated.css', import.meta.url), 'utf8');
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** BCP 47 in rough; what is none is left out rather than guessed. */
function langOf(language: string): Markup | null {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? html` lang="${language}"` : null;
}

function titleBlock({ document, records: { settings } }: ExportInput): Markup {
  const credits: Content[] = [
    settings.byline,
    settings.dateline,
    settings.publisher,
    settings.sourceUrl && link(settings.sourceUrl, 'source'),
    settings.archivedUrl && link(settings.archivedUrl, 'archived copy'),
  ];
  return html`<header class="title"><h1 dir="auto">${settings.title || document.title || 'Untitled'}</h1>
<p class="credits" dir="auto">${dotted(credits)}</p></header>`;
}

function notes({ audience, now, records }: ExportInput): Markup {
  const hidden = audience === 'public' && [...records.sources.values()].some((s) => s.protected);
  const withdrawn = [...records.claims.values()].filter((claim) => claim.withdrawn).length;
  const { original } = records.settings;
  return html`<footer class="notes"><p>Written by Attest on ${time(now)}; the document may have gone on since.</p>
${withdrawn > 0 && html`<p>Left out: ${withdrawn} withdrawn ${withdrawn === 1 ? 'claim' : 'claims'}.</p>`}
${hidden && html`<p>Protected sources are graded here, but not named.</p>`}
${original && html`<p>Original file: <bdi>${original.name}</bdi>, SHA-256 <code>${original.sha256}</code></p>`}</footer>`;
}

function page(input: ExportInput): Markup {
  const records = indexRecords(withheld(input.records, input.audience));
  const views = viewClaims(input.text, records);
  const title = records.settings.title || input.document.title || 'Untitled';
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Attest">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#claims">To the claims</a>
<div class="desk">
<main><article class="page"${langOf(records.settings.language)}>
${titleBlock({ ...input, records })}
<div class="text">${renderText(input.text, views)}</div>
</article></main>
<aside id="claims" aria-labelledby="claims-title" tabindex="0">
<h2 id="claims-title">Claims</h2>
${renderSummary(views, records)}
${
  views.length === 0
    ? html`<p class="empty">No claims have been marked in this text.</p>`
    : html`<ol class="plain cards">${views.map((view) => renderClaim(view, records))}</ol>`
}
${renderLegend(scaleOf(records.settings.scale))}
${notes({ ...input, records })}
</aside>
</div>
</body>
</html>
`;
}

export const annotatedHtml: Exporter = {
  id: 'annotated-html',
  label: 'Annotated page (HTML)',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  audience: 'public',
  write: (input) => page(input).toString(),
};
