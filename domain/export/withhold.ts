/**
 * What a file must not hold is taken out once, here, before any exporter
 * writes a byte. What a field does not say by name is kept, so a field that is
 * new and private has to be added: the leak tests put a secret into each.
 *
 * A sealed verdict needs nothing: its record holds no words.
 */
import { SYSTEM } from '../id.ts';
import type { Claim } from '../record/claim.ts';
import { claimOf } from '../record/comment.ts';
import type { Evidence } from '../record/evidence.ts';
import { stands } from '../record/merged-claims.ts';
import { quick } from '../record/policy.ts';
import type { Ruling } from '../record/ruling.ts';
import type { Settings } from '../record/settings.ts';
import type { Source } from '../record/source.ts';
import { type RecordRoot, recordRoots, type RecordState } from '../record/state.ts';
import { isReadable } from '../talk/readable.ts';
import { plainWords } from '../talk/words.ts';
import type { Selection } from './selection.ts';

/** A state with what the selection leaves out taken out. What follows from the records (stage, flags) is to be derived before. */
export function withhold(state: RecordState, selection: Selection): RecordState {
  const records = withoutIndex(state);
  const public_ = selection.audience === 'public';
  let kept = selection.withdrawn && !public_ ? records : withoutTakenBack(records, public_);
  if (public_) kept = withoutProtected(kept);
  if (selection.brief) kept = withoutFindings(kept);
  if (public_) kept = forThePublic(kept);
  if (kept !== records) kept = withoutLooseEnds(kept);
  const talk = selection.talk && !selection.brief && !public_;
  kept = { ...kept, comments: talk ? talkOf(kept) : new Map() };
  return selection.names ? kept : withoutNames(kept, public_);
}

/** An index by claim would go on to hold what is taken out. */
function withoutIndex(state: RecordState): RecordState {
  const { byClaim: _, ...records } = state as RecordState & { readonly byClaim?: unknown };
  return records;
}

/** What is said about something that is left out is left out with it. */
function talkOf(records: RecordState): RecordState['comments'] {
  const { claims, comments, evidence } = records;
  return keep(
    comments,
    ({ about }) =>
      isReadable(records, { about }) &&
      (about.kind === 'text' ||
        (claims.has(about.claim) && (about.kind !== 'evidence' || evidence.has(about.evidence)))),
  );
}

/**
 * Inside, a claim that was merged into one that stands stays with what was given
 * on it, which counts there; of one that was split its parts can say that it was.
 */
function withoutTakenBack(records: RecordState, public_: boolean): RecordState {
  const { claims: all } = records;
  const standing = keep(all, (claim) => !claim.withdrawn || (!public_ && stands(all, claim)));
  const split = new Set(public_ ? [] : [...standing.values()].map(({ partOf }) => partOf));
  const claims = keep(all, ({ id }) => standing.has(id) || split.has(id));
  const ofThem = ({ claim }: { readonly claim: string }) => standing.has(claim);
  const sources = keep(records.sources, (source) => !source.removed);
  return {
    ...records,
    claims,
    sources,
    evidence: keep(
      records.evidence,
      (piece) => ofThem(piece) && !piece.removed && sources.has(piece.source),
    ),
    verdicts: keep(records.verdicts, ofThem),
    reviews: keep(records.reviews, ofThem),
    rulings: keep(records.rulings, ofThem),
    comments: keep(records.comments, (comment) => {
      const claim = claimOf(records, comment);
      return claim === null || standing.has(claim);
    }),
  };
}

/** Nothing names what is not there: neither a reader nor an import could do anything with it. */
function withoutLooseEnds(records: RecordState): RecordState {
  const there = (among: ReadonlyMap<string, unknown>, id: string | null) =>
    id !== null && among.has(id) ? id : null;
  const { claims, evidence, rulings } = records;
  const allThere = (ids: readonly string[]) => ids.filter((id) => claims.has(id));
  return {
    ...records,
    claims: map(claims, (claim) => ({
      ...claim,
      twin: there(claims, claim.twin),
      mergedInto: there(claims, claim.mergedInto),
      splitInto: allThere(claim.splitInto),
      partOf: there(claims, claim.partOf),
    })),
    evidence: map(evidence, (piece) => ({
      ...piece,
      cameFrom: allThere(piece.cameFrom),
      copiedFrom: there(evidence, piece.copiedFrom),
    })),
    verdicts: map(records.verdicts, (verdict) =>
      verdict.kind === 'verdict'
        ? { ...verdict, cameFrom: there(claims, verdict.cameFrom) }
        : verdict,
    ),
    rulings: map(rulings, (ruling) => ({
      ...ruling,
      replaces: there(rulings, ruling.replaces),
    })),
    // Evidence may have gone to another claim since, and its talk with it.
    comments: map(records.comments, (comment) => {
      const { about } = comment;
      if (about.kind !== 'evidence') return comment;
      return { ...comment, about: { ...about, claim: claimOf(records, comment) ?? about.claim } };
    }),
  };
}

/** Neither they nor what rests on them; and no source that nothing here rests on. */
function withoutProtected(records: RecordState): RecordState {
  const open = keep(records.sources, (source) => !source.protected);
  const evidence = keep(records.evidence, (piece) => open.has(piece.source));
  const used = new Set([...evidence.values()].map((piece) => piece.source));
  return { ...records, evidence, sources: keep(open, ({ id }) => used.has(id)) };
}

function withoutFindings(records: RecordState): RecordState {
  return only(records, ['claims']);
}

/** The records under these roots alone: one that is new stays out until somebody says that it may go. */
function only(records: RecordState, roots: readonly RecordRoot[]): RecordState {
  const left = recordRoots.filter((root) => !roots.includes(root));
  return { ...records, ...Object.fromEntries(left.map((root) => [root, new Map()])) };
}

/** Rulings, explanations and evidence, and nothing of how the desk came to them. */
function forThePublic(records: RecordState): RecordState {
  return {
    ...only(records, ['claims', 'sources', 'evidence', 'rulings']),
    claims: map(records.claims, publicClaim),
    sources: map(records.sources, publicSource),
    settings: publicSettings(records.settings),
  };
}

function publicClaim(claim: Claim): Claim {
  return { ...claim, priority: 'normal', assignees: [], policy: null, raised: null };
}

/** The copies that were uploaded stay with the members, and what they are called is nobody else's business. */
function publicSource(source: Source): Source {
  return {
    ...source,
    archived: source.archived
      .filter(({ url, removed }) => url !== '' && !removed)
      .map((copy) => ({ ...copy, file: null })),
  };
}

/** The file that the text came from may hold what was since taken out of the text. */
function publicSettings(settings: Settings): Settings {
  return { ...settings, original: null, policy: quick, lock: { ...settings.lock, at: 0 } };
}

/**
 * Without the names of those who worked on it. For the public not even which
 * two records are of one hand; inside, the numbers stay, since they tell two
 * verdicts apart.
 */
function withoutNames(records: RecordState, numbersToo: boolean): RecordState {
  const nameless: RecordState = {
    ...records,
    evidence: map(records.evidence, (piece): Evidence => ({ ...piece, translator: '' })),
    comments: map(records.comments, (comment) => ({
      ...comment,
      comment: plainWords(comment.comment, () => 'somebody'),
    })),
    people: new Map(),
  };
  if (!numbersToo) return nameless;
  const nobody = { createdBy: SYSTEM, modifiedBy: SYSTEM };
  return {
    ...nameless,
    claims: map(nameless.claims, (claim): Claim => ({ ...claim, ...nobody })),
    sources: map(nameless.sources, (source): Source => ({ ...source, ...nobody })),
    evidence: map(nameless.evidence, (piece) => ({ ...piece, ...nobody, grader: SYSTEM })),
    rulings: map(
      nameless.rulings,
      (ruling): Ruling => ({
        ...ruling,
        ruledBy: SYSTEM,
        dissent: ruling.dissent.map((held) => ({ ...held, author: SYSTEM })),
      }),
    ),
    settings: {
      ...nameless.settings,
      lock: { ...nameless.settings.lock, by: SYSTEM },
    },
  };
}

function keep<R>(
  records: ReadonlyMap<string, R>,
  wanted: (record: R) => boolean,
): ReadonlyMap<string, R> {
  return new Map([...records].filter(([, record]) => wanted(record)));
}

function map<R>(records: ReadonlyMap<string, R>, of: (record: R) => R): ReadonlyMap<string, R> {
  return new Map([...records].map(([key, record]) => [key, of(record)]));
}
