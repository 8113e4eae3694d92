// What members said to each other: the first comment of a thread is about a
// claim, a piece of evidence, a verdict or words of the text; the others reply to it.
import type { Comment, Turn } from '../../../domain/record/comment.ts';
import type { Evidence } from '../../../domain/record/evidence.ts';
import type { Thread } from '../../../domain/talk/thread.ts';
import type { ClaimView } from '../claim-view.ts';
import type { GivenVerdict } from '../given.ts';
import { spokenWords, subjectWords } from '../talk.ts';
import {
  annotation,
  claimIri,
  iri,
  type Made,
  type Scene,
  text,
  verdictIri,
} from './annotation.ts';
import { type Json, type JsonObject, terms } from './terms.ts';

function commentIri(scene: Scene, comment: string): string {
  return iri(scene, 'comment', comment);
}

function decided({ document }: Scene, { at, by, reason, resolved }: Turn): JsonObject {
  return terms({
    decision: resolved ? 'Resolved' : 'Reopened',
    at: new Date(at).toISOString(),
    by: document.nameOf(by),
    reason,
  });
}

/** What it says; of a deleted one only that it was there. */
function bodyOf(scene: Scene, comment: Comment, purpose: string, more: JsonObject): JsonObject {
  const { deleted } = comment;
  return deleted
    ? text('Deleted', purpose, {
        ...terms({ deleted: new Date(deleted.at).toISOString() }),
        ...more,
      })
    : text(spokenWords(scene.document, comment), purpose, more);
}

function said(
  scene: Scene,
  comment: Comment,
  motivation: 'commenting' | 'replying',
  about: { readonly target: Json; readonly more?: JsonObject },
): JsonObject {
  return annotation(scene, {
    id: commentIri(scene, comment.id),
    motivation,
    by: comment.createdBy,
    created: comment.createdAt,
    modified: comment.deleted?.at ?? comment.modifiedAt,
    body: [bodyOf(scene, comment, motivation, about.more ?? {})],
    target: about.target,
  });
}

function annotated(scene: Scene, thread: Thread, target: () => Json): Made[] {
  const { comments, first } = thread;
  return comments.map((comment) => () => {
    if (comment.id !== first.id) {
      return said(scene, comment, 'replying', { target: commentIri(scene, first.id) });
    }
    const more = terms({
      subject: subjectWords(scene.document, thread),
      decisions: first.turns.map((turn) => decided(scene, turn)),
    });
    return said(scene, comment, 'commenting', { target: target(), more });
  });
}

/** About a claim, its evidence and its verdicts. */
export function talkOn(
  scene: Scene,
  { claim }: ClaimView,
  evidence: readonly Evidence[],
  verdicts: readonly GivenVerdict[],
): Made[] {
  const { talk } = scene.document;
  return [
    ...talk
      .onClaim(claim.id)
      .flatMap((each) => annotated(scene, each, () => claimIri(scene, claim.id))),
    ...evidence.flatMap(({ id }) =>
      talk
        .onEvidence(id)
        .flatMap((each) => annotated(scene, each, () => iri(scene, 'evidence', id))),
    ),
    ...verdicts.flatMap(({ record }) =>
      talk
        .onVerdict(record)
        .flatMap((each) => annotated(scene, each, () => verdictIri(scene, record))),
    ),
  ];
}

/** On words of the text. */
export function discussed(scene: Scene): Made[] {
  return scene.document.talk.onText.flatMap((each) =>
    annotated(scene, each, () => scene.places.targetOfWords(each)),
  );
}
