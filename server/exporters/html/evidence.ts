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
import type { RecordState } from '../../../domain/record/state.ts';
import { dotted, link, name, partialDate, prose } from './fields.ts';
import { html, type Markup } from './markup.ts';

function sourceTitle(source: Source): Markup {
  return link(source.url, html`<bdi>${source.title || source.url || 'Untitled source'}</bdi>`);
}

function sourceDetails(source: Source): readonly (string | Markup)[] {
  return [
    source.author,
    source.publisher,
    source.medium,
    partialDate(source.published),
    source.language,
    ...source.archived.map((copy) =>
      copy.url ? link(copy.url, 'archived copy') : `copy kept: ${copy.file?.name ?? ''}`,
    ),
    source.origin && `origin: ${source.origin}`,
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

function item(evidence: Evidence, source: Source, records: RecordState): Markup {
  return html`<li class="evidence"><span class="stance">${stanceSigns[evidence.stance]}<span class="unseen"> ${stanceWords[evidence.stance]}</span></span>
<span class="grade" title="${meaningOf(evidence, source)}">${gradeText(gradeOf(records, evidence))}</span>
<div><p class="source">${sourceTitle(source)}</p>
<p class="who">${dotted([
    ...sourceDetails(source),
    evidence.directness && directnessWords[evidence.directness].toLowerCase(),
    html`brought by ${name(records, evidence.createdBy)}`,
  ])}</p>
${prose(evidence.question, 'question')}
${evidence.passage.trim() !== '' && html`<blockquote dir="auto">${evidence.passage}</blockquote>`}
${evidence.translation.trim() !== '' && html`<blockquote dir="auto">${evidence.translation}</blockquote>`}
${evidence.translation.trim() !== '' && evidence.translator !== '' && html`<p class="who">Translated by <bdi>${evidence.translator}</bdi></p>`}
${prose(evidence.note, 'words')}</div></li>`;
}

/** What supports first, then what refutes, then context; what was removed is left out. */
export function renderEvidence(pieces: readonly Evidence[], records: RecordState): Markup | null {
  const items = pieces
    .filter((piece) => !piece.removed)
    .toSorted(
      (a, b) => stances.indexOf(a.stance) - stances.indexOf(b.stance) || a.createdAt - b.createdAt,
    )
    .flatMap((piece) => {
      const source = records.sources.get(piece.source);
      return source ? [item(piece, source, records)] : [];
    });
  return items.length === 0
    ? null
    : html`<section><h4>Evidence</h4><ul class="plain">${items}</ul></section>`;
}
