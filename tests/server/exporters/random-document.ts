// Whole documents at random, with every kind of record and every optional field
// used, for what must hold of any document. Ids derive from counters, so that
// fast-check can shrink and a seed repeats a failure.
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import type { Claim } from '../../../domain/record/claim.ts';
import { claimTypes, likelihoods, priorities, raising } from '../../../domain/record/claim.ts';
import { credibilities, stances, type Evidence } from '../../../domain/record/evidence.ts';
import { reviewOutcomes, reviewReasons, type Review } from '../../../domain/record/review.ts';
import { rulingMethods, type Ruling } from '../../../domain/record/ruling.ts';
import { blankSettings } from '../../../domain/record/settings.ts';
import { reliabilities, type Source } from '../../../domain/record/source.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import {
  confidences,
  passReasons,
  verdictKey,
  type Verdict,
} from '../../../domain/record/verdict.ts';
import {
  address,
  at,
  authorship,
  date,
  hash,
  idOf,
  line,
  person,
  rating,
  somePeople,
  taken,
} from './random-basics.ts';
import { threadAt } from './random-talk.ts';
import { textWith } from './random-text.ts';

function claimAt(index: number, count: number): fc.Arbitrary<Claim> {
  const otherClaim = fc.nat(count - 1).map((other) => idOf('claim', other));
  return fc.record({
    id: fc.constant(idOf('claim', index)),
    number: fc.constant(index * 2 + 1),
    version: fc.integer({ min: 1, max: 9 }),
    quote: fc.record({ exact: line.map((words) => words || 'x'), prefix: line, suffix: line }),
    keptAgainst: fc.option(line),
    position: fc.record({ start: fc.nat(1000), end: fc.nat(1000) }),
    checks: fc.constantFrom('said', 'content'),
    restatement: line,
    short: line.map((words) => words.slice(0, 60)),
    claimant: line,
    chain: fc.array(fc.record({ who: line, how: line, when: line }), { maxLength: 3 }),
    date,
    place: line,
    type: fc.option(fc.constantFrom(...claimTypes)),
    likelihood: fc.option(fc.constantFrom(...likelihoods)),
    tags: fc.array(line, { maxLength: 3 }),
    priority: fc.constantFrom(...priorities),
    assignees: fc.uniqueArray(person),
    twin: fc.option(fc.nat(count - 1).map((twin) => idOf('claim', twin))),
    policy: fc.option(
      fc.constant({ preset: 'custom', verdicts: 2, reviews: 1, sealed: true } as const),
    ),
    withdrawn: taken,
    raised: fc.option(fc.record({ what: fc.subarray([...raising]), at, by: person })),
    mergedInto: fc.option(otherClaim, { freq: 3 }),
    splitInto: fc.array(otherClaim, { maxLength: 2 }),
    partOf: fc.option(otherClaim, { freq: 3 }),
    ...authorship,
  });
}

function sourceAt(index: number): fc.Arbitrary<Source> {
  return fc.record({
    id: fc.constant(idOf('source', index)),
    url: address,
    archived: fc.array(
      fc.record({
        id: fc.constant(idOf('copy', index)),
        url: address,
        file: fc.option(fc.record({ sha256: hash, name: line, mediaType: line, bytes: fc.nat() })),
        capturedAt: at,
        removed: taken,
      }),
      { maxLength: 1 },
    ),
    title: line,
    publisher: line,
    author: line,
    published: date,
    language: line,
    medium: line,
    origin: line,
    reliability: fc.option(fc.constantFrom(...reliabilities)),
    protected: fc.boolean(),
    removed: taken,
    ...authorship,
  });
}

function evidenceAt(index: number, claims: number, sources: number): fc.Arbitrary<Evidence> {
  return fc.record({
    id: fc.constant(idOf('evidence', index)),
    claim: fc.nat(claims - 1).map((claim) => idOf('claim', claim)),
    source: fc.nat(sources - 1).map((source) => idOf('source', source)),
    version: fc.integer({ min: 1, max: 9 }),
    passage: line,
    translation: line,
    translator: line,
    stance: fc.constantFrom(...stances),
    directness: fc.option(fc.constantFrom('primary', 'secondary')),
    credibility: fc.option(fc.constantFrom(...credibilities)),
    grader: person,
    cameFrom: fc.array(
      fc.nat(claims - 1).map((claim) => idOf('claim', claim)),
      { maxLength: 2 },
    ),
    copiedFrom: fc.constant(null),
    note: line,
    question: line,
    removed: taken,
    ...authorship,
  });
}

function verdictOf(claim: number, author: number, evidence: number): fc.Arbitrary<Verdict> {
  const given = {
    claim: fc.constant(idOf('claim', claim)),
    author: fc.constant(author),
    revision: fc.integer({ min: 1, max: 3 }),
    claimVersion: fc.integer({ min: 1, max: 9 }),
    submittedAt: at,
    afterReveal: fc.boolean(),
  };
  return fc.oneof(
    fc.record({
      ...given,
      kind: fc.constant('verdict'),
      cameFrom: fc.constant(null),
      rating,
      confidence: fc.constantFrom(...confidences),
      basis: line,
      rationale: line,
      likelihood: fc.option(fc.constantFrom(...likelihoods)),
      evidence: fc.array(
        fc.record({
          id: fc.nat(evidence - 1).map((each) => idOf('evidence', each)),
          version: fc.nat(9),
        }),
        { maxLength: 2 },
      ),
    }),
    fc.record({
      ...given,
      kind: fc.constant('pass'),
      reason: fc.constantFrom(...passReasons),
      words: line,
    }),
    fc.record({ ...given, kind: fc.constant('sealed'), commitment: hash }),
  );
}

function reviewAt(index: number, verdict: { claim: string; author: number }): fc.Arbitrary<Review> {
  return fc.record({
    id: fc.constant(idOf('review', index)),
    claim: fc.constant(verdict.claim),
    verdictAuthor: fc.constant(verdict.author),
    verdictRevision: fc.integer({ min: 1, max: 3 }),
    author: person,
    outcome: fc.constantFrom(...reviewOutcomes),
    reasons: fc.uniqueArray(fc.constantFrom(...reviewReasons)),
    comment: line,
    suggestion: fc.option(fc.record({ rating: fc.option(rating), rationale: line })),
    submittedAt: at,
  });
}

function rulingAt(index: number, claims: number): fc.Arbitrary<Ruling> {
  return fc.record({
    id: fc.constant(idOf('ruling', index)),
    claim: fc.nat(claims - 1).map((claim) => idOf('claim', claim)),
    claimVersion: fc.integer({ min: 1, max: 9 }),
    rating,
    method: fc.constantFrom(...rulingMethods),
    explanation: line,
    dissent: fc.array(
      fc.record({ author: person, revision: fc.integer({ min: 1, max: 3 }), rating, words: line }),
      { maxLength: 2 },
    ),
    kind: fc.constantFrom('first', 'correction', 'update'),
    replaces: index === 0 ? fc.constant(null) : fc.option(fc.constant(idOf('ruling', index - 1))),
    ruledAt: at,
    ruledBy: person,
  });
}

const keyed = <R extends { id: string }>(records: readonly R[]) =>
  new Map(records.map((record) => [record.id, record]));

export interface RandomDocument {
  readonly text: Node;
  readonly records: RecordState;
}

export const randomDocument: fc.Arbitrary<RandomDocument> = fc
  .record({
    claims: fc.integer({ min: 1, max: 4 }),
    sources: fc.integer({ min: 1, max: 3 }),
    evidence: fc.integer({ min: 1, max: 4 }),
    judged: fc.uniqueArray(fc.tuple(fc.nat(3), person), {
      maxLength: 5,
      selector: (pair) => pair.join(':'),
    }),
    rulings: fc.nat(2),
    threads: fc.nat(3),
  })
  .chain(({ claims, sources, evidence, judged, rulings, threads }) => {
    const judgements = judged.filter(([claim]) => claim < claims);
    return fc
      .record({
        text: textWith(claims, threads),
        title: line,
        byline: line,
        locked: fc.boolean(),
        by: person,
        published: date,
        claims: fc.tuple(...Array.from({ length: claims }, (_, index) => claimAt(index, claims))),
        sources: fc.tuple(...Array.from({ length: sources }, (_, index) => sourceAt(index))),
        evidence: fc.tuple(
          ...Array.from({ length: evidence }, (_, index) => evidenceAt(index, claims, sources)),
        ),
        verdicts: fc.tuple(
          ...judgements.map(([claim, author]) => verdictOf(claim, author, evidence)),
        ),
        reviews: fc.tuple(
          ...judgements.map(([claim, author], index) =>
            reviewAt(index, { claim: idOf('claim', claim), author }),
          ),
        ),
        rulings: fc.tuple(
          ...Array.from({ length: rulings }, (_, index) => rulingAt(index, claims)),
        ),
      })
      .chain((made) =>
        fc
          .tuple(
            ...Array.from({ length: threads }, (_, index) =>
              threadAt(index, { claims, evidence: made.evidence, judged: judgements }),
            ),
          )
          .map((talk) => ({ ...made, comments: talk.flat() })),
      );
  })
  .map((made) => ({
    text: made.text,
    records: {
      claims: keyed(made.claims),
      sources: keyed(made.sources),
      evidence: keyed(made.evidence),
      verdicts: new Map(
        made.verdicts.map((verdict) => [verdictKey(verdict.claim, verdict.author), verdict]),
      ),
      reviews: keyed(made.reviews),
      rulings: keyed(made.rulings),
      comments: keyed(made.comments),
      settings: {
        ...blankSettings(made.title),
        byline: made.byline,
        published: made.published,
        lock: { locked: made.locked, at: 5, by: made.by },
      },
      people: new Map(
        somePeople.map((id, index) => [id, { id, name: `<b>Person</b> ${index}`, role: null }]),
      ),
    },
  }));
