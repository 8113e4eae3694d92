// The text as CommonMark with the common syntax for footnotes: one for each
// claim, behind its last word. Claims may overlap; their notes stand side by side.
import type { ClaimView } from './claim-view.ts';
import type { ExportDocument, Exporter } from './exporter.ts';
import { blocksOf, bullet, type Lines, type Signs } from './markdown/blocks.ts';
import { footnote, signOf } from './markdown/footnote.ts';
import { link, words } from './markdown/inline.ts';
import { textThread } from './markdown/talk.ts';
import { brief, names, talk, withdrawn } from './option.ts';
import { day, dottedWords, partialDate } from './plain-words.ts';

/** The signs behind each place where a claim ends. */
function signsOf(views: readonly ClaimView[]): Signs {
  const signs = new Map<number, string>();
  for (const view of views) {
    if (!view.span) continue;
    signs.set(view.span.to, `${signs.get(view.span.to) ?? ''}${signOf(view)}`);
  }
  return signs;
}

function title({ title: name, records: { settings } }: ExportDocument): string {
  const credits = dottedWords([
    words(
      dottedWords([
        settings.byline,
        settings.dateline,
        settings.publisher,
        settings.dateline === '' && partialDate(settings.published),
      ]),
    ),
    settings.sourceUrl && link('source', settings.sourceUrl),
    settings.archivedUrl && link('archived copy', settings.archivedUrl),
  ]);
  const heading = `# ${words(name).replace(/#(?=#*$)/g, String.raw`\#`)}\n`;
  return credits === '' ? heading : `${heading}\n${credits}\n`;
}

/** Nothing in the text leads to them. */
function adrift(views: readonly ClaimView[]): string {
  const lost = views.filter(({ claim, span }) => !span || claim.withdrawn);
  if (lost.length === 0) return '';
  const lines = lost.flatMap((view) => bullet([`Claim ${view.claim.number}${signOf(view)}`]));
  return block(['## Claims that are not in the text', '', ...lines]);
}

/** In pieces: there may be thousands. */
function* commented(document: ExportDocument): Generator<string> {
  const { onText } = document.talk;
  if (onText.length > 0) yield block(['## Comments on the text']);
  for (const thread of onText) yield block(textThread(thread, document));
}

function block(lines: Lines): string {
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
}

function notes({ now, protectedEvidence, selection }: ExportDocument): string {
  const said = [
    `Written by Attest on ${day(now)}.`,
    selection.audience === 'internal' && 'For internal use: it holds what the public does not get.',
    protectedEvidence > 0 &&
      `Left out, because of protected sources: ${protectedEvidence} of the evidence.`,
  ];
  return block([words(said.filter(Boolean).join(' '))]);
}

export const markdown: Exporter = {
  id: 'markdown',
  label: 'Markdown with footnotes',
  purpose: 'The text with its structure, each claim a footnote; for wikis, notes and other tools.',
  audience: 'public',
  options: [names, brief, talk, withdrawn],
  kind: () => ({ extension: 'md', mediaType: 'text/markdown; charset=utf-8' }),
  *write(document, told) {
    const { text, views } = document;
    yield title(document);
    const signs = signsOf(views.filter(({ claim }) => !claim.withdrawn));
    let at = 0;
    for (const section of text.children) {
      yield block(blocksOf(section, at, signs));
      at += section.nodeSize;
    }
    yield adrift(views);
    yield* commented(document);
    yield notes(document);
    for (const [index, view] of views.entries()) {
      yield block(footnote(view, document));
      told((index + 1) / views.length);
    }
  },
};
