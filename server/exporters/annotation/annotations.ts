// Every claim, source, ruling, tag, verdict and review as one annotation: what
// it is about, and one motivation of the standard's own.
import { gradeOf, gradeText } from '../../../domain/derive/grades.ts';
import {
  checksWords,
  claimTypeWords,
  confidenceWords,
  directnessWords,
  flagWords,
  likelihoodWords,
  passReasonWords,
  reviewOutcomeWords,
  reviewReasonWords,
  rulingKindWords,
  rulingMethodWords,
  stageWords,
  stanceWords,
} from '../../../domain/derive/words.ts';
import { recordsOf } from '../../../domain/record/claim-records.ts';
import type { Claim } from '../../../domain/record/claim.ts';
import type { Evidence } from '../../../domain/record/evidence.ts';
import type { Review } from '../../../domain/record/review.ts';
import type { Ruling } from '../../../domain/record/ruling.ts';
import { scaleOf } from '../../../domain/scale/list.ts';
import type { ClaimView } from '../claim-view.ts';
import { type Given, type GivenVerdict, reviewsOn, rulingsOn, verdictsOn } from '../given.ts';
import { ratingLabel } from '../rating-label.ts';
import {
  annotation,
  claimIri,
  iri,
  type Made,
  type Scene,
  text,
  verdictIri,
  written,
} from './annotation.ts';
import { discussed, talkOn } from './talk.ts';
import { type JsonObject, terms } from './terms.ts';

function ratingTerms({ document }: Scene, id: string): JsonObject {
  return terms({ rating: id, scale: scaleOf(document.records.settings.scale).id });
}

/** Another claim: its annotation where the file has one, else its number. */
function other(scene: Scene, id: string | null): JsonObject | undefined {
  const { document } = scene;
  const claim = id === null ? undefined : document.records.claims.get(id);
  if (!claim) return undefined;
  return document.viewOf(claim.id)
    ? { id: claimIri(scene, claim.id) }
    : terms({ number: claim.number });
}

function others(scene: Scene, ids: readonly string[]): JsonObject[] {
  return ids.map((id) => other(scene, id)).filter((each) => each !== undefined);
}

function mergedClaim(scene: Scene, claim: Claim): JsonObject {
  return { ...other(scene, claim.id), ...terms({ quoteAsMarked: claim.quote.exact }) };
}

function describing(scene: Scene, view: ClaimView): JsonObject {
  const { claim, flags, merged, stage, anchor } = view;
  return text(claim.restatement || claim.quote.exact, 'describing', {
    ...terms({
      number: claim.number,
      checks: checksWords[claim.checks],
      shortForm: claim.short,
      claimant: claim.claimant,
      attribution: claim.chain.map(({ who, how, when }) =>
        [who, how, when].filter(Boolean).join(', '),
      ),
      date: claim.date?.edtf,
      dateAsWritten: claim.date?.asWritten,
      place: claim.place,
      kind: claim.type && claimTypeWords[claim.type],
      likelihood: claim.likelihood && likelihoodWords[claim.likelihood],
      stage: stage && stageWords[stage],
      flags: flags.map((flag) => flagWords[flag]),
      anchor,
      quoteAsMarked: anchor === 'exact' ? undefined : claim.quote.exact,
      linkedClaim: scene.document.viewOf(claim.twin ?? '') && other(scene, claim.twin),
      splitFrom: other(scene, claim.partOf),
      splitInto: others(scene, claim.splitInto),
      mergedInto: other(scene, claim.mergedInto),
      merged: merged.map((each) => mergedClaim(scene, each)),
    }),
  });
}

function claimed(scene: Scene, view: ClaimView): JsonObject {
  const { claim } = view;
  return annotation(scene, {
    id: claimIri(scene, claim.id),
    motivation: 'highlighting',
    by: claim.createdBy,
    created: claim.createdAt,
    modified: claim.modifiedAt,
    body: [describing(scene, view)],
    target: scene.places.targetOf(view),
  });
}

function tagged(scene: Scene, claim: Claim): JsonObject {
  return annotation(scene, {
    id: iri(scene, 'tags', claim.id),
    motivation: 'tagging',
    by: claim.createdBy,
    created: claim.createdAt,
    modified: claim.modifiedAt,
    body: claim.tags.map((tag) => text(tag, 'tagging')),
    target: claimIri(scene, claim.id),
  });
}

function linked(scene: Scene, piece: Evidence): JsonObject {
  const { records } = scene.document;
  const source = records.sources.get(piece.source);
  const where = source?.url || iri(scene, 'source', piece.source);
  const details = terms({
    stance: stanceWords[piece.stance],
    grade: gradeText(gradeOf(records, piece)),
    directness: piece.directness && directnessWords[piece.directness],
    question: piece.question,
    passage: piece.passage,
    translation: piece.translation,
    translator: piece.translator,
    cameWith: others(scene, piece.cameFrom),
    title: source?.title,
    publisher: source?.publisher,
    author: source?.author,
    published: source?.published?.edtf,
    language: source?.language,
    medium: source?.medium,
    origin: source?.origin,
    archived: source?.archived
      .filter(({ url, removed }) => url !== '' && !removed)
      .map(({ url }) => url),
    removed: piece.removed ? new Date(piece.removed.at).toISOString() : undefined,
  });
  return annotation(scene, {
    id: iri(scene, 'evidence', piece.id),
    motivation: 'linking',
    by: piece.createdBy,
    created: piece.createdAt,
    modified: piece.modifiedAt,
    body: [
      { type: 'SpecificResource', source: where, purpose: 'linking', ...details },
      ...written(piece.note, 'commenting'),
    ],
    target: claimIri(scene, piece.claim),
  });
}

function ruled(scene: Scene, view: ClaimView, { record: ruling, on }: Given<Ruling>): JsonObject {
  return annotation(scene, {
    id: iri(scene, 'ruling', ruling.id),
    motivation: 'moderating',
    by: ruling.ruledBy,
    created: ruling.ruledAt,
    body: [
      text(ratingLabel(scene.document, ruling.rating), 'classifying', {
        ...ratingTerms(scene, ruling.rating),
        ...terms({
          ruling: rulingKindWords[ruling.kind],
          method: rulingMethodWords[ruling.method],
          givenOn: on,
          replaces: ruling.replaces ? { id: iri(scene, 'ruling', ruling.replaces) } : undefined,
        }),
      }),
      ...written(ruling.explanation, 'moderating'),
      ...ruling.dissent.map((held) =>
        text(held.words, 'assessing', {
          ...ratingTerms(scene, held.rating),
          ...terms({ dissent: ratingLabel(scene.document, held.rating) }),
        }),
      ),
    ],
    target: claimIri(scene, view.claim.id),
  });
}

function verdictBody(scene: Scene, { record: verdict, on }: GivenVerdict): readonly JsonObject[] {
  const { claimVersion, revision } = verdict;
  const common = terms({ revision, claimVersion, givenOn: on });
  if (verdict.kind === 'sealed') {
    return [
      text('Sealed', 'classifying', { ...common, ...terms({ commitment: verdict.commitment }) }),
    ];
  }
  if (verdict.kind === 'pass') {
    const passed = `Passed: ${passReasonWords[verdict.reason]}`;
    return [text(passed, 'classifying', common), ...written(verdict.words, 'assessing')];
  }
  const { rating, confidence, basis, likelihood, rationale, evidence } = verdict;
  return [
    text(ratingLabel(scene.document, rating), 'classifying', {
      ...common,
      ...ratingTerms(scene, rating),
      ...terms({
        confidence: confidenceWords[confidence],
        basis,
        likelihood: likelihood && likelihoodWords[likelihood],
        evidence: evidence.map(({ id }) => ({ id: iri(scene, 'evidence', id) })),
      }),
    }),
    ...written(rationale, 'assessing'),
  ];
}

function judged(scene: Scene, view: ClaimView, given: GivenVerdict): JsonObject {
  const { record: verdict } = given;
  return annotation(scene, {
    id: verdictIri(scene, verdict),
    motivation: 'assessing',
    by: verdict.author,
    created: verdict.submittedAt,
    body: verdictBody(scene, given),
    target: claimIri(scene, view.claim.id),
  });
}

/** A request for changes wants something edited; any other review assesses. */
function reviewed(scene: Scene, review: Review): JsonObject {
  const motivation = review.outcome === 'request-changes' ? 'editing' : 'assessing';
  return annotation(scene, {
    id: iri(scene, 'review', review.id),
    motivation,
    by: review.author,
    created: review.submittedAt,
    body: [
      text(reviewOutcomeWords[review.outcome], 'classifying', {
        ...terms({
          reasons: review.reasons.map((reason) => reviewReasonWords[reason]),
          verdictRevision: review.verdictRevision,
        }),
      }),
      ...written(review.comment, motivation),
    ],
    target: verdictIri(scene, { claim: review.claim, author: review.verdictAuthor }),
  });
}

function made<R>(records: readonly R[], of: (record: R) => JsonObject): Made[] {
  return records.map((record) => () => of(record));
}

/**
 * All annotations of the file: claim by claim in the order of the text, what
 * belongs to it behind it; last what was said on words of the text.
 */
export function annotationsOf(scene: Scene): Made[] {
  const { document } = scene;
  const ofClaims = document.views.flatMap((view) => {
    const { claim } = view;
    const { evidence } = recordsOf(document.records, claim.id);
    const verdicts = verdictsOn(document, view);
    return [
      () => claimed(scene, view),
      ...(claim.tags.length > 0 ? [() => tagged(scene, claim)] : []),
      ...made(evidence, (piece) => linked(scene, piece)),
      ...made(rulingsOn(document, view), (given) => ruled(scene, view, given)),
      ...made(verdicts, (given) => judged(scene, view, given)),
      ...made(reviewsOn(document, view), ({ record }) => reviewed(scene, record)),
      ...talkOn(scene, view, evidence, verdicts),
    ];
  });
  return [...ofClaims, ...discussed(scene)];
}
