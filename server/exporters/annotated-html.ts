// The annotated text as one file: readable, printable, complete without scripts
// and without anything from elsewhere. Nothing in it can run: all that people
// wrote is escaped by the templates, and the page's own policy allows no script,
// no image, no address but its one style sheet, by its hash.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { scaleOf } from '../../domain/scale/list.ts';
import type { ExportDocument, Exporter } from './exporter.ts';
import { partialDate } from './plain-words.ts';
import { renderClaim } from './html/claim-card.ts';
import { headingsOf, renderContents } from './html/contents.ts';
import { dotted, link, time } from './html/fields.ts';
import { html, trusted, type Content, type Markup } from './html/markup.ts';
import { renderLegend, renderSummary } from './html/summary.ts';
import { renderTextTalk } from './html/talk.ts';
import { renderText } from './html/text.ts';
import { brief, names, talk, withdrawn } from './option.ts';

const style = readFileSync(new URL('html/annotated.css', import.meta.url), 'utf8');
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** BCP 47 in rough; what is none is left out rather than guessed. */
function langOf(language: string): Markup | null {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? html` lang="${language}"` : null;
}

function titleBlock({ title, records: { settings } }: ExportDocument): Markup {
  const credits: Content[] = [
    settings.byline,
    settings.dateline,
    settings.publisher,
    settings.dateline === '' && partialDate(settings.published),
    settings.sourceUrl && link(settings.sourceUrl, 'source'),
    settings.archivedUrl && link(settings.archivedUrl, 'archived copy'),
  ];
  return html`<header class="title"><h1 dir="auto">${title}</h1>
<p class="credits" dir="auto">${dotted(credits)}</p></header>
`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function notes(document: ExportDocument): Markup {
  const { now, protectedEvidence, records, selection, withdrawn: apart } = document;
  const { original } = records.settings;
  const hidden = counted(protectedEvidence, 'piece of evidence', 'pieces of evidence');
  return html`<footer class="notes"><p>Written by Attest on ${time(now)}; the document may have gone on since.</p>
${selection.audience === 'internal' && html`<p><strong>For internal use:</strong> this page holds what the public does not get.</p>`}
${selection.brief && html`<p>Claims and quotes only: rulings, evidence and verdicts are left out.</p>`}
${apart > 0 && html`<p>Left out: ${counted(apart, 'withdrawn claim', 'withdrawn claims')}.</p>`}
${protectedEvidence > 0 && html`<p>Left out: ${hidden} from protected sources.</p>`}
${original && html`<p>Original file: <bdi>${original.name}</bdi>, SHA-256 <code>${original.sha256}</code></p>`}</footer>
`;
}

function head({ title }: ExportDocument): Markup {
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
<main>
`;
}

function* page(document: ExportDocument, told: (share: number) => void): Generator<Markup> {
  const { records, selection, views } = document;
  const headings = headingsOf(document.text);
  yield head(document);
  yield* renderContents(document, headings);
  yield html`<article class="page"${langOf(records.settings.language)}>
${titleBlock(document)}
<div class="text">`;
  yield* renderText(document.text, views, headings);
  yield html`</div>
</article></main>
<aside id="claims" aria-labelledby="claims-title" tabindex="0">
<h2 id="claims-title">Claims</h2>
${renderSummary(document)}
`;
  if (views.length === 0) {
    yield html`<p class="empty">No claims have been marked in this text.</p>`;
  } else {
    yield html`<ol class="plain cards">
`;
    for (const [index, view] of views.entries()) {
      yield renderClaim(view, document);
      told((index + 1) / views.length);
    }
    yield html`</ol>
`;
  }
  yield* renderTextTalk(document);
  yield renderLegend(scaleOf(records.settings.scale), selection);
  yield notes(document);
  yield html`</aside>
</div>
</body>
</html>
`;
}

export const annotatedHtml: Exporter = {
  id: 'annotated-html',
  label: 'Annotated page (HTML)',
  purpose:
    'One page to read, print or put on the web: the text with its claims, each with what was found.',
  audience: 'public',
  options: [names, brief, talk, withdrawn],
  kind: () => ({ extension: 'html', mediaType: 'text/html; charset=utf-8' }),
  *write(document, told) {
    for (const piece of page(document, told)) yield piece.toString();
  },
};
