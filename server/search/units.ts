/** What of a document can be found, as units. What was taken back is none. */
import { createHash } from 'node:crypto';
import type * as Y from 'yjs';
import type { Claim } from '../../domain/record/claim.ts';
import { claimOf, type Comment } from '../../domain/record/comment.ts';
import type { Evidence } from '../../domain/record/evidence.ts';
import { wentInto } from '../../domain/record/merged-claims.ts';
import type { Settings } from '../../domain/record/settings.ts';
import type { Source } from '../../domain/record/source.ts';
import type { RecordState } from '../../domain/record/state.ts';
import { isReadable } from '../../domain/talk/readable.ts';
import { plainWords } from '../../domain/talk/words.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';
import type { SearchKind, Unit } from './unit.ts';

/** Longer blocks are found by their beginning. */
const BLOCK_KEPT = 20_000;

export const DOCUMENT_KEY = 'document';

export function keyOf(kind: SearchKind, id: string): string {
  return `${kind}:${id}`;
}

/** The unit of a key in this state; null where it is not to be found (any more). */
export function unitOf(state: RecordState, key: string): Unit | null {
  if (key === DOCUMENT_KEY) return documentUnit(state.settings);
  const [kind, id] = split(key);
  if (kind === 'claim') return claimUnit(state.claims.get(id));
  if (kind === 'source') return sourceUnit(state.sources.get(id));
  if (kind === 'evidence') return evidenceUnit(state, state.evidence.get(id));
  if (kind === 'comment') return commentUnit(state, state.comments.get(id));
  return null;
}

function split(key: string): [string, string] {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
}

function documentUnit({ title, byline, publisher, sourceUrl }: Settings): Unit {
  return {
    key: DOCUMENT_KEY,
    kind: 'document',
    number: null,
    title,
    body: lines(byline, publisher, sourceUrl),
    said: null,
  };
}

function claimUnit(claim: Claim | undefined): Unit | null {
  if (!claim || claim.withdrawn) return null;
  const { id, number, quote, restatement, short, claimant, place, tags } = claim;
  return {
    key: keyOf('claim', id),
    kind: 'claim',
    number,
    title: quote.exact,
    body: lines(restatement, short, claimant, place, ...tags),
    said: null,
  };
}

function sourceUnit(source: Source | undefined): Unit | null {
  if (!source || source.removed) return null;
  const { id, title, url, publisher, author, medium, origin } = source;
  return {
    key: keyOf('source', id),
    kind: 'source',
    number: null,
    title: title || url,
    body: lines(title === '' ? '' : url, publisher, author, medium, origin),
    said: null,
  };
}

function evidenceUnit(state: RecordState, evidence: Evidence | undefined): Unit | null {
  if (!evidence || evidence.removed) return null;
  const claim = state.claims.get(evidence.claim);
  if (!claim || claim.withdrawn) return null;
  const source = state.sources.get(evidence.source);
  const { id, passage, translation, note, question } = evidence;
  return {
    key: keyOf('evidence', id),
    kind: 'evidence',
    number: claim.number,
    title: source?.title || source?.url || '',
    body: lines(passage, translation, note, question),
    said: null,
  };
}

/**
 * Found by its words as a person reads them, with the names of those whom it
 * mentions. Of a verdict that is sealed nothing that was said is found.
 */
function commentUnit(state: RecordState, comment: Comment | undefined): Unit | null {
  if (!comment || comment.deleted || !isReadable(state, comment)) return null;
  const about = claimOf(state, comment);
  const claim = about === null ? null : state.claims.get(wentInto(state.claims, about));
  if (claim === undefined || claim?.withdrawn) return null;
  const { createdAt, createdBy, id, thread } = comment;
  return {
    key: keyOf('comment', id),
    kind: 'comment',
    number: claim?.number ?? null,
    title: '',
    body: plainWords(comment.comment, (person) => state.people.get(person)?.name ?? 'somebody'),
    said: { thread, by: createdBy, at: createdAt },
  };
}

/** The blocks of the text by their words, so that one that only moved stays what it was. */
export function blocksOf(fragment: Y.XmlFragment): ReadonlyMap<string, Unit> {
  const { string, blocks } = new FragmentText(fragment);
  const units = new Map<string, Unit>();
  for (const { from, to } of blocks) {
    const body = string.slice(from, Math.min(to, from + BLOCK_KEPT));
    if (!/[\p{L}\p{N}]/u.test(body)) continue;
    // The same words twice are found once: they are one answer.
    const key = keyOf('text', createHash('sha1').update(body).digest('base64url'));
    units.set(key, { key, kind: 'text', number: null, title: '', body, said: null });
  }
  return units;
}

function lines(...words: readonly string[]): string {
  return words.filter((each) => each !== '').join('\n');
}
