// The threads of a document as a file shows them: each under the claim, the
// evidence or the verdict that it is about, or with the words that it was put on.
import type { Node } from 'prosemirror-model';
import { type AnchorState, anchorState } from '../../domain/anchor/anchor-state.ts';
import { type NodeRange, wordsOfRanges } from '../../domain/anchor/node-ranges.ts';
import { type IndexedState, verdictOf } from '../../domain/record/claim-records.ts';
import type { Comment } from '../../domain/record/comment.ts';
import { wentInto } from '../../domain/record/merged-claims.ts';
import type { Verdict } from '../../domain/record/verdict.ts';
import { type Thread, threadsOf } from '../../domain/talk/thread.ts';
import { plainWords } from '../../domain/talk/words.ts';
import type { ExportDocument } from './exporter.ts';

/** A thread on words of the text. */
export interface TextThread extends Thread {
  /** The words as they were when it began. */
  readonly quote: string;
  readonly anchor: AnchorState;
  /** Where its words stand now; null where they stand nowhere. */
  readonly span: NodeRange | null;
}

/** Empty where the file holds no comments. */
export interface Talk {
  /** In the order of the text; those whose words are gone last. */
  readonly onText: readonly TextThread[];
  /** About a claim itself, about those merged into it, or about what is not there any more. */
  onClaim(claim: string): readonly Thread[];
  onEvidence(evidence: string): readonly Thread[];
  onVerdict(verdict: Verdict): readonly Thread[];
}

export function talkOf(
  text: Node,
  records: IndexedState,
  anchors: ReadonlyMap<string, readonly NodeRange[]>,
): Talk {
  const onText: TextThread[] = [];
  const under = new Map<string | Verdict, Thread[]>();
  for (const thread of threadsOf(records)) {
    const subject = subjectOf(records, thread.first);
    if (subject === null) {
      onText.push(withWords(thread, text, anchors));
      continue;
    }
    const known = under.get(subject);
    if (known) known.push(thread);
    else under.set(subject, [thread]);
  }
  const on = (subject: string | Verdict): readonly Thread[] => under.get(subject) ?? [];
  return {
    onText: onText.toSorted((a, b) => (a.span?.from ?? Infinity) - (b.span?.from ?? Infinity) || 0),
    onClaim: on,
    onEvidence: on,
    onVerdict: on,
  };
}

/** The record that a thread stands under; null for the text. Ids of claims and evidence are all different. */
function subjectOf(records: IndexedState, { about }: Comment): string | Verdict | null {
  if (about.kind === 'text') return null;
  if (about.kind === 'evidence' && records.evidence.has(about.evidence)) return about.evidence;
  const claim = wentInto(records.claims, about.claim);
  if (about.kind === 'verdict') return verdictOf(records, about.claim, about.author) ?? claim;
  return claim;
}

function withWords(
  thread: Thread,
  text: Node,
  anchors: ReadonlyMap<string, readonly NodeRange[]>,
): TextThread {
  const { anchor, id } = thread.first;
  const quote = anchor?.quote.exact ?? '';
  const ranges = anchors.get(id) ?? [];
  const [first, last] = [ranges[0], ranges.at(-1)];
  return {
    ...thread,
    quote,
    anchor: anchorState(wordsOfRanges(text, ranges), quote),
    span: first && last ? { from: first.from, to: last.to } : null,
  };
}

/** What it says, with names in the place of numbers. */
export function spokenWords({ nameOf }: ExportDocument, { comment }: Comment): string {
  return plainWords(comment, (person) => nameOf(person) ?? 'somebody');
}

/** What a thread is about, where it does not stand under that itself: "on #3"; else nothing. */
export function subjectWords(
  { nameOf, records }: ExportDocument,
  { first: { about } }: Thread,
): string {
  if (about.kind === 'text') return '';
  const merged = wentInto(records.claims, about.claim) !== about.claim;
  const number = records.claims.get(about.claim)?.number;
  const claim = merged && number !== undefined ? `#${number}` : '';
  if (about.kind === 'claim') return claim && `on ${claim}`;
  if (about.kind === 'evidence') return '';
  const verdict = verdictOf(records, about.claim, about.author);
  if (verdict) return verdict.revision === about.revision ? '' : `on revision ${about.revision}`;
  return `on the verdict of ${nameOf(about.author) ?? 'somebody'}${claim && ` on ${claim}`}`;
}

/** "edited", "deleted": what became of a comment, and by whom where it was somebody else. */
export function changeWords({ nameOf }: ExportDocument, comment: Comment): string {
  const { createdBy, deleted, modifiedBy, revision } = comment;
  const by = (person: number): string => {
    const name = person === createdBy ? null : nameOf(person);
    return name === null ? '' : ` by ${name}`;
  };
  if (deleted) return `deleted${by(deleted.by)}`;
  return revision > 1 ? `edited${by(modifiedBy)}` : '';
}
