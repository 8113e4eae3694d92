// What members said to each other: threads under what they are about, and those
// on words of the text in a place of their own.
import type { Comment, Turn } from '../../../domain/record/comment.ts';
import type { Thread } from '../../../domain/talk/thread.ts';
import type { ExportDocument } from '../exporter.ts';
import { changeWords, spokenWords, subjectWords, type TextThread } from '../talk.ts';
import { dotted, name, prose, time } from './fields.ts';
import { html, type Content, type Markup } from './markup.ts';

function said(comment: Comment, label: string, document: ExportDocument): Markup {
  const changed = changeWords(document, comment);
  return html`<li class="comment"><p class="who">${dotted([
    label,
    name(document, comment.createdBy),
    time(comment.createdAt),
    changed && html`<strong>${changed}</strong>`,
  ])}</p>${comment.deleted === null && prose(spokenWords(document, comment), 'words')}</li>`;
}

function decided(turn: Turn, document: ExportDocument): Markup {
  return html`<p class="who">${dotted([
    turn.resolved ? 'Resolved' : 'Reopened',
    name(document, turn.by),
    turn.reason && html`<bdi>${turn.reason}</bdi>`,
    time(turn.at),
  ])}</p>`;
}

function written(thread: Thread, document: ExportDocument): Content {
  const { comments, first } = thread;
  const on = subjectWords(document, thread);
  const label = ({ id }: Comment) => (id === first.id ? `Comment${on && ` ${on}`}` : 'Reply');
  return [
    html`<ol class="plain">${comments.map((each) => said(each, label(each), document))}</ol>`,
    first.turns.map((turn) => decided(turn, document)),
  ];
}

/** Under what they are about, which the caller has named. */
export function renderThreads(threads: readonly Thread[], document: ExportDocument): Content {
  return threads.map((each) => html`<div class="thread">${written(each, document)}</div>`);
}

/** Those about a claim itself, and about claims that were merged into it. */
export function renderClaimTalk(claim: string, document: ExportDocument): Markup | null {
  const threads = document.talk.onClaim(claim);
  return threads.length === 0
    ? null
    : html`<section><h4>Comments</h4>${renderThreads(threads, document)}</section>`;
}

function onWords(each: TextThread, document: ExportDocument): Markup {
  return html`<li class="card thread"><blockquote class="quote" dir="auto">${each.quote}</blockquote>
${each.anchor === 'removed' && html`<p class="hint">These words are no longer in the text.</p>`}
${each.anchor === 'changed' && html`<p class="hint">The text says this in other words now.</p>`}
${written(each, document)}</li>
`;
}

/** In the order of the text, in pieces. */
export function* renderTextTalk(document: ExportDocument): Generator<Markup> {
  const { onText } = document.talk;
  if (onText.length === 0) return;
  yield html`<section class="talk" aria-labelledby="talk"><h2 id="talk">Comments on the text</h2>
<ol class="plain cards">
`;
  for (const each of onText) yield onWords(each, document);
  yield html`</ol></section>
`;
}
