// The table of what members said to each other, a row a comment.
import { recordsOf } from '../../../domain/record/claim-records.ts';
import { type About, claimOf, type Comment } from '../../../domain/record/comment.ts';
import type { Thread } from '../../../domain/talk/thread.ts';
import type { ExportDocument } from '../exporter.ts';
import { verdictsOn } from '../given.ts';
import { spokenWords } from '../talk.ts';
import { type Cell, countedFor, numberOf, table, when } from './column.ts';

interface Said {
  /** From 1, in the order of the table. */
  readonly number: number;
  readonly thread: Thread;
  readonly comment: Comment;
}

const onWords: Readonly<Record<About['kind'], string>> = {
  claim: 'Claim',
  evidence: 'Evidence',
  verdict: 'Verdict',
  text: 'Text',
};

/** Claim by claim in the order of the text, then those on words of the text. */
function* rows(document: ExportDocument): Iterable<Said> {
  let number = 0;
  for (const thread of threads(document)) {
    number += 1;
    for (const comment of thread.comments) yield { number, thread, comment };
  }
}

function* threads(document: ExportDocument): Iterable<Thread> {
  const { records, talk, views } = document;
  for (const view of views) {
    yield* talk.onClaim(view.claim.id);
    for (const piece of recordsOf(records, view.claim.id).evidence)
      yield* talk.onEvidence(piece.id);
    for (const { record } of verdictsOn(document, view)) yield* talk.onVerdict(record);
  }
  yield* talk.onText;
}

/** The source of the evidence, the author of the verdict, the words of the text. */
function of({ thread }: Said, { nameOf, records }: ExportDocument): Cell {
  const { about, anchor } = thread.first;
  if (about.kind === 'text') return anchor?.quote.exact;
  if (about.kind === 'verdict') return nameOf(about.author);
  if (about.kind === 'claim') return records.claims.get(about.claim)?.quote.exact;
  const source = records.sources.get(records.evidence.get(about.evidence)?.source ?? '');
  return source?.title || source?.url;
}

export const comments = table<Said>({
  id: 'comments',
  label: 'Comments',
  internal: true,
  talk: true,
  rows,
  columns: [
    { heading: 'Thread', cell: ({ number }) => number },
    {
      heading: 'Claim',
      cell({ thread: { first } }, document) {
        const claim = claimOf(document.records, first);
        return claim !== null && numberOf(document, countedFor(document, claim));
      },
    },
    { heading: 'On', cell: ({ thread: { first } }) => onWords[first.about.kind] },
    { heading: 'Of', cell: of },
    { heading: 'Reply', cell: ({ comment }) => (comment.id === comment.thread ? 'No' : 'Yes') },
    {
      heading: 'Author',
      names: true,
      cell: ({ comment }, { nameOf }) => nameOf(comment.createdBy),
    },
    {
      heading: 'Comment',
      cell: ({ comment }, document) => !comment.deleted && spokenWords(document, comment),
    },
    { heading: 'Written at', cell: ({ comment }) => when(comment.createdAt) },
    {
      heading: 'Edited at',
      cell: ({ comment }) => comment.revision > 1 && !comment.deleted && when(comment.modifiedAt),
    },
    { heading: 'Deleted at', cell: ({ comment }) => comment.deleted && when(comment.deleted.at) },
    {
      heading: 'Resolved',
      cell: ({ thread }) => (thread.resolved ? 'Yes' : 'No'),
    },
    {
      heading: 'Reason',
      cell: ({ thread }) => thread.first.turns.at(-1)?.reason,
    },
  ],
});
