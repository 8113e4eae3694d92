// The evidence for a claim: stance, grade, source with its copies, the words it rests on.
import { gradeOf, gradeText } from '../../../domain/derive/grades.ts';
import {
  credibilityWords,
  directnessWords,
  reliabilityWords,
  stanceSigns,
  stanceWords,
} from '../../../domain/derive/words.ts';
import { type Evidence, stances } from '../../../domain/record/evidence.ts';
import type { Source } from '../../../domain/record/source.ts';
import type { ExportDocument } from '../exporter.ts';
import { cameFromWords } from '../given.ts';
import { partialDate } from '../plain-words.ts';
import { dotted, link, name, prose } from './fields.ts';
import { html, type Content, type Markup } from './markup.ts';
import { renderThreads } from './talk.ts';

function sourceTitle(source: Source): Markup {
  return link(source.url, html`<bdi>${source.title || source.url || 'Untitled source'}</bdi>`);
}

function sourceDetails(source: Source): readonly Content[] {
  return [
    source.author,
    source.publisher,
    source.medium,
    partialDate(source.published),
    source.language,
    ...source.archived
      .filter((copy) => !copy.removed)
      .map((copy) =>
        copy.url ? link(copy.url, 'archived copy') : `copy kept: ${copy.file?.name ?? ''}`,
      ),
    source.origin && `origin: ${source.origin}`,
    source.protected && html`<strong>protected</strong>`,
  ];
}

function meaningOf(evidence: Evidence, source: Source): string {
  const reliability = source.reliability
    ? reliabilityWords[source.reliability]
    : 'Source not graded';
  const credibility = evidence.credibility
    ? credibilityWords[evidence.credibility]
    : 'information not graded';
  return `${reliability}; ${credibility.toLowerCase()}`;
}

function item(evidence: Evidence, source: Source, document: ExportDocument): Markup {
  const by = name(document, evidence.createdBy);
  return html`<li class="evidence"><span class="stance">${stanceSigns[evidence.stance]}<span class="unseen"> ${stanceWords[evidence.stance]}</span></span>
<span class="grade" title="${meaningOf(evidence, source)}">${gradeText(gradeOf(document.records, evidence))}<span class="unseen">: ${meaningOf(evidence, source)}</span></span>
<div><p class="source">${sourceTitle(source)}</p>
<p class="who">${dotted([
    evidence.removed && html`<strong>removed</strong>`,
    ...sourceDetails(source),
    evidence.directness && directnessWords[evidence.directness].toLowerCase(),
    by && html`brought by ${by}`,
    cameFromWords(document, evidence),
  ])}</p>
${prose(evidence.question, 'question')}
${evidence.passage.trim() !== '' && html`<blockquote dir="auto">${evidence.passage}</blockquote>`}
${evidence.translation.trim() !== '' && html`<blockquote dir="auto">${evidence.translation}</blockquote>`}
${evidence.translation.trim() !== '' && evidence.translator !== '' && html`<p class="who">Translated by <bdi>${evidence.translator}</bdi></p>`}
${prose(evidence.note, 'words')}
${renderThreads(document.talk.onEvidence(evidence.id), document)}</div></li>`;
}

/** What supports first, then what refutes, then context; each in the order in which it was brought. */
export function renderEvidence(
  pieces: readonly Evidence[],
  document: ExportDocument,
): Markup | null {
  const items = pieces
    .toSorted(
      (a, b) => stances.indexOf(a.stance) - stances.indexOf(b.stance) || a.createdAt - b.createdAt,
    )
    .flatMap((piece) => {
      const source = document.records.sources.get(piece.source);
      return source ? [item(piece, source, document)] : [];
    });
  return items.length === 0
    ? null
    : html`<section><h4>Evidence</h4><ul class="plain">${items}</ul></section>`;
}
