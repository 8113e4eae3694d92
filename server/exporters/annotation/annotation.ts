// What every annotation of the file is made of: its address, who made it and
// when, what it says and what it is about.
import type { PersonId } from '../../../domain/id.ts';
import type { Verdict } from '../../../domain/record/verdict.ts';
import type { ExportDocument } from '../exporter.ts';
import type { Places } from './places.ts';
import type { Json, JsonObject } from './terms.ts';

export interface Scene {
  readonly document: ExportDocument;
  readonly places: Places;
}

/** One that is made when its turn comes: there may be hundreds of thousands. */
export type Made = () => JsonObject;

export function iri({ document }: Scene, kind: string, id: string): string {
  return `${document.address}/annotations/${kind}/${id}`;
}

export function claimIri(scene: Scene, claim: string): string {
  return iri(scene, 'claim', claim);
}

export function verdictIri(
  scene: Scene,
  { claim, author }: Pick<Verdict, 'claim' | 'author'>,
): string {
  return iri(scene, 'verdict', `${claim}/${author}`);
}

export function text(value: string, purpose: string, more: JsonObject = {}): JsonObject {
  return { type: 'TextualBody', value, format: 'text/plain', purpose, ...more };
}

/** Words that somebody wrote, unless they wrote none. */
export function written(value: string, purpose: string): readonly JsonObject[] {
  return value.trim() === '' ? [] : [text(value, purpose)];
}

export function annotation(
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
