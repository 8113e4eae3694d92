// The people of a bundle bear the numbers of the workspace that it comes from.
// An import gives them numbers of its own, in every field that names a person.
import type { PersonId } from '../../domain/id.ts';
import { renumberMentions } from '../../domain/talk/words.ts';
import type { Bundle } from './bundle-schema.ts';

type Renumber = (person: PersonId) => PersonId;

function authored<R extends { createdBy: PersonId; modifiedBy: PersonId }>(
  record: R,
  of: Renumber,
): R {
  return { ...record, createdBy: of(record.createdBy), modifiedBy: of(record.modifiedBy) };
}

function taken<T extends { by: PersonId } | null>(taking: T, of: Renumber): T {
  return taking && { ...taking, by: of(taking.by) };
}

/** The same bundle with every person's number replaced; 0, the system, never is. */
export function renumberPeople(bundle: Bundle, renumber: Renumber): Bundle {
  const of: Renumber = (person) => (person === 0 ? 0 : renumber(person));
  return {
    ...bundle,
    settings: { ...bundle.settings, lock: taken(bundle.settings.lock, of) },
    claims: bundle.claims.map((claim) => ({
      ...authored(claim, of),
      assignees: claim.assignees.map(of),
      raised: taken(claim.raised, of),
      withdrawn: taken(claim.withdrawn, of),
    })),
    sources: bundle.sources.map((source) => ({
      ...authored(source, of),
      archived: source.archived.map((copy) => ({ ...copy, removed: taken(copy.removed, of) })),
      removed: taken(source.removed, of),
    })),
    evidence: bundle.evidence.map((evidence) => ({
      ...authored(evidence, of),
      grader: of(evidence.grader),
      removed: taken(evidence.removed, of),
    })),
    verdicts: bundle.verdicts.map((verdict) => ({ ...verdict, author: of(verdict.author) })),
    reviews: bundle.reviews.map((review) => ({
      ...review,
      author: of(review.author),
      verdictAuthor: of(review.verdictAuthor),
    })),
    rulings: bundle.rulings.map((ruling) => ({
      ...ruling,
      ruledBy: of(ruling.ruledBy),
      dissent: ruling.dissent.map((held) => ({ ...held, author: of(held.author) })),
    })),
    comments: bundle.comments.map((comment) => ({
      ...authored(comment, of),
      about:
        comment.about.kind === 'verdict'
          ? { ...comment.about, author: of(comment.about.author) }
          : comment.about,
      comment: renumberMentions(comment.comment, of),
      deleted: taken(comment.deleted, of),
      turns: comment.turns.map((turn) => taken(turn, of)),
    })),
    people: bundle.people.map((person) => ({ ...person, id: of(person.id) })),
  };
}

/** Everybody whom the bundle's settings and records name, in the order of their numbers. */
export function peopleIn(bundle: Omit<Bundle, 'people'>): PersonId[] {
  const named = new Set<PersonId>();
  renumberPeople({ ...bundle, people: [] }, (person) => {
    named.add(person);
    return person;
  });
  return [...named].toSorted((a, b) => a - b);
}
