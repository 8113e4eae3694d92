// The Attest bundle, to be kept or to be imported elsewhere: text with anchors,
// settings, all records, the names of the people in them, the original file.
import { createHash } from 'node:crypto';
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import { filesOf } from '../files/named-files.ts';
import { peopleIn } from './bundle-people.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, type Bundle } from './bundle-schema.ts';
import type { ExportDocument, Exporter } from './exporter.ts';
import { brief, names, off, on, talk, withdrawn } from './option.ts';

function byId<R extends { id: string }>(records: ReadonlyMap<string, R>): R[] {
  return [...records.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Records in the order of claims' numbers and of ids, so that the same state is the same file. */
export function bundleOf(input: ExportDocument): Bundle {
  const { original, records } = input;
  const named = filesOf(records.sources.values());
  const bundle = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    schema: SCHEMA_VERSION,
    exportedAt: input.now,
    document: { id: input.id, title: records.settings.title },
    settings: records.settings,
    text: { ...input.text.toJSON(), type: 'doc' },
    claims: [...records.claims.values()].toSorted((a, b) => a.number - b.number),
    sources: byId(records.sources),
    evidence: byId(records.evidence),
    verdicts: [...records.verdicts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, verdict]) => verdict),
    reviews: byId(records.reviews),
    rulings: byId(records.rulings),
    files: named.flatMap(({ sha256 }) => {
      const bytes = input.files?.get(sha256);
      return bytes ? [{ sha256, data: Buffer.from(bytes).toString('base64') }] : [];
    }),
    filesLeftOut: named.filter(({ sha256 }) => !input.files?.has(sha256)),
    comments: byId(records.comments),
    original: original && {
      name: original.name,
      mediaType: original.mediaType,
      sha256: createHash('sha256').update(original.bytes).digest('hex'),
      data: Buffer.from(original.bytes).toString('base64'),
    },
  } as const;
  return {
    ...bundle,
    people: peopleIn(bundle).map((id) => ({ id, name: input.nameOf(id) ?? `Person ${id}` })),
  };
}

/** An entry of a list a piece: a whole large document at once would hold everything else up. */
function* json(bundle: Bundle, told: (share: number) => void): Generator<string> {
  const entries = Object.entries(bundle);
  const parts = (value: unknown) => (Array.isArray(value) ? Math.max(1, value.length) : 1);
  const all = entries.reduce((sum, [, value]) => sum + parts(value), 0);
  let done = 0;
  let between = '{\n ';
  for (const [key, value] of entries) {
    yield `${between}${JSON.stringify(key)}: `;
    between = ',\n ';
    if (!Array.isArray(value) || value.length === 0) {
      yield JSON.stringify(value, null, 1).replaceAll('\n', '\n ');
      told((done += 1) / all);
      continue;
    }
    let before = '[\n  ';
    for (const each of value) {
      yield `${before}${JSON.stringify(each, null, 1).replaceAll('\n', '\n  ')}`;
      before = ',\n  ';
      told((done += 1) / all);
    }
    yield '\n ]';
  }
  yield '\n}\n';
}

export const bundle: Exporter = {
  id: 'bundle',
  label: 'Attest bundle (JSON)',
  purpose:
    'Everything, to keep or to import into another workspace. For the public, what they may see of it.',
  audience: 'internal',
  takesFiles: true,
  // Whole or not at all: what was left out could not be imported again.
  options: [
    { ...names, standard: { internal: on, public: off }, audiences: ['public'] },
    { ...brief, audiences: ['public'] },
    { ...talk, audiences: [] },
    { ...withdrawn, standard: { internal: on, public: off }, audiences: [] },
  ],
  kind: () => ({ extension: 'attest.json', mediaType: 'application/json' }),
  write: (document, told) => json(bundleOf(document), told),
};
