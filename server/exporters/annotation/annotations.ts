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
import type { PersonId } from '../../../domain/id.ts';
import { recordsOf } from '../../../domain/record/claim-records.ts';
import type { Claim } from '../../../domain/record/claim.ts';
import type { Evidence } from '../../../domain/record/evidence.ts';
import type { Review } from '../../../domain/record/review.ts';
import type { Ruling } from '../../../domain/record/ruling.ts';
import type { Verdict } from '../../../domain/record/verdict.ts';
import { scaleOf } from '../../../domain/scale/list.ts';
import { ratingOf } from '../../../domain/scale/scale.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import type { Places } from './places.ts';
import { type Json, type JsonObject, terms } from './terms.ts';

export interface Scene {
  readonly document: ExportDocument;
  readonly places: Places;
}

/** One that is made when its turn comes: there may be hundreds of thousands. */
export type Made = () => JsonObject;

function iri({ document }: Scene, kind: string, id: string): string {
  return `${document.address}/annotations/${kind}/${id}`;
}

function claimIri(scene: Scene, claim: string): string {
  return iri(scene, 'claim', claim);
}

function verdictIri(scene: Scene, { claim, author }: Pick<Verdict, 'claim' | 'author'>): string {
  return iri(scene, 'verdict', `${claim}/${author}`);
}

function text(value: string, purpose: string, more: JsonObject = {}): JsonObject {
  return { type: 'TextualBody', value, format: 'text/plain', purpose, ...more };
}

/** Words that somebody wrote, unless they wrote none. */
function written(value: string, purpose: string): readonly JsonObject[] {
  return value.trim() === '' ? [] : [text(value, purpose)];
}

function annotation(
  scene: Scene,
  made: {
    readonly id: string;
    readonly motivation: string;
    readonly by: PersonId;
    readonly created: number;
    readonly modified?: number;
    readonly body: Json;
    readonly target: Json;
  },
): JsonObject {
  const { document } = scene;
  const { id, motivation, by, created, modified = created, body, target } = made;
  const name = document.nameOf(by);
  return {
    id,
    type: 'Annotation',
    motivation,
    ...(name !== null && {
      creator: { id: `${document.address}/people/${by}`, type: 'Person', name },
    }),
    created: new Date(created).toISOString(),
    ...(modified !== created && { modified: new Date(modified).toISOString() }),
    generator: { id: 'urn:attest:software', type: 'Software', name: 'Attest' },
    generated: new Date(document.now).toISOString(),
    body,
    target,
  };
}

function ratingTerms({ document }: Scene, id: string): JsonObject {
  return terms({ rating: id, scale: scaleOf(document.records.settings.scale).id });
}

function ratingLabel({ document }: Scene, id: string): string {
  return ratingOf(scaleOf(document.records.settings.scale), id)?.label ?? id;
}

function describing(scene: Scene, view: ClaimView): JsonObject {
  const { claim, flags, stage, anchor } = view;
  const twin = claim.twin !== null && scene.document.records.claims.has(claim.twin);
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
      linkedClaim: twin && claim.twin ? { id: claimIri(scene, claim.twin) } : undefined,
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

function ruled(scene: Scene, ruling: Ruling): JsonObject {
  return annotation(scene, {
    id: iri(scene, 'ruling', ruling.id),
    motivation: 'moderating',
    by: ruling.ruledBy,
    created: ruling.ruledAt,
    body: [
      text(ratingLabel(scene, ruling.rating), 'classifying', {
        ...ratingTerms(scene, ruling.rating),
        ...terms({
          ruling: rulingKindWords[ruling.kind],
          method: rulingMethodWords[ruling.method],
          replaces: ruling.replaces ? { id: iri(scene, 'ruling', ruling.replaces) } : undefined,
        }),
      }),
      ...written(ruling.explanation, 'moderating'),
      ...ruling.dissent.map((held) =>
        text(held.words, 'assessing', {
          ...ratingTerms(scene, held.rating),
          ...terms({ dissent: ratingLabel(scene, held.rating) }),
        }),
      ),
    ],
    target: claimIri(scene, ruling.claim),
  });
}

function verdictBody(scene: Scene, verdict: Verdict): readonly JsonObject[] {
  const common = terms({ revision: verdict.revision, claimVersion: verdict.claimVersion });
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
    text(ratingLabel(scene, rating), 'classifying', {
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

function judged(scene: Scene, verdict: Verdict): JsonObject {
  return annotation(scene, {
    id: verdictIri(scene, verdict),
    motivation: 'assessing',
    by: verdict.author,
    created: verdict.submittedAt,
    body: verdictBody(scene, verdict),
    target: claimIri(scene, verdict.claim),
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

/** All annotations of the file: claim by claim in the order of the text, what belongs to it behind it. */
export function annotationsOf(scene: Scene): Made[] {
  const { records, views } = scene.document;
  return views.flatMap((view) => {
    const { claim } = view;
    const { evidence, reviews, rulings, verdicts } = recordsOf(records, claim.id);
    return [
      () => claimed(scene, view),
      ...(claim.tags.length > 0 ? [() => tagged(scene, claim)] : []),
      ...made(evidence, (piece) => linked(scene, piece)),
      ...made(rulings, (ruling) => ruled(scene, ruling)),
      ...made(verdicts, (verdict) => judged(scene, verdict)),
      ...made(reviews, (review) => reviewed(scene, review)),
    ];
  });
}
