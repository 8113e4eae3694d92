// The Attest bundle, to be kept or to be imported elsewhere: text with anchors,
// settings, all records, the names of the people in them, the original file.
import { createHash } from 'node:crypto';
import type { Claim } from '../../domain/record/claim.ts';
import type { Person } from '../../domain/record/state.ts';
import type { PersonId } from '../../domain/id.ts';
import { SCHEMA_VERSION, textSchema } from '../../domain/text/schema.ts';
import type { Node } from 'prosemirror-model';
import { peopleIn } from './bundle-people.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, type Bundle } from './bundle-schema.ts';
import type { Exporter, ExportInput } from './exporter.ts';
import { withheld } from './withhold.ts';

/** Anchors of claims alone: another's id means nothing outside of its document. */
function withAnchorsOf(node: Node, claims: ReadonlyMap<string, Claim>): Node {
  if (node.isText) {
    const marks = node.marks.filter(
      (mark) => mark.type !== textSchema.marks['anchor'] || claims.has(String(mark.attrs['id'])),
    );
    return marks.length === node.marks.length ? node : node.mark(marks);
  }
  return node.type.create(
    node.attrs,
    node.children.map((child) => withAnchorsOf(child, claims)),
    node.marks,
  );
}

function byId<R extends { id: string }>(records: ReadonlyMap<string, R>): R[] {
  return [...records.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function nameOf(people: ReadonlyMap<PersonId, Person>, id: PersonId): string {
  return people.get(id)?.name ?? `Person ${id}`;
}

/** Records in the order of claims' numbers and of ids, so that the same state is the same file. */
export function bundleOf(input: ExportInput): Bundle {
  const records = withheld(input.records, input.audience);
  const { original } = input;
  const bundle = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    schema: SCHEMA_VERSION,
    exportedAt: input.now,
    document: input.document,
    settings: records.settings,
    text: { ...withAnchorsOf(input.text, records.claims).toJSON(), type: 'doc' },
    claims: [...records.claims.values()].toSorted((a, b) => a.number - b.number),
    sources: byId(records.sources),
    evidence: byId(records.evidence),
    verdicts: [...records.verdicts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, verdict]) => verdict),
    reviews: byId(records.reviews),
    rulings: byId(records.rulings),
    original: original && {
      name: original.name,
      mediaType: original.mediaType,
      sha256: createHash('sha256').update(original.bytes).digest('hex'),
      data: Buffer.from(original.bytes).toString('base64'),
    },
  } as const;
  return {
    ...bundle,
    people: peopleIn(bundle).map((id) => ({ id, name: nameOf(records.people, id) })),
  };
}

export const bundle: Exporter = {
  id: 'bundle',
  label: 'Attest bundle (JSON)',
  extension: 'attest.json',
  mediaType: 'application/json',
  audience: 'members',
  write: (input) => `${JSON.stringify(bundleOf(input), null, 1)}\n`,
};
