// Reads an Attest bundle. It may come from anywhere, so it is believed in
// nothing: depth and strings first, then the schema, then what the records and
// the text say of each other. Unknown fields are dropped; a newer version is refused.
import type { Node } from 'prosemirror-model';
import { limits } from '../../domain/limits.ts';
import { recordRoots, type Put } from '../../domain/record/state.ts';
import { verdictKey } from '../../domain/record/verdict.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { SCHEMA_VERSION, textSchema } from '../../domain/text/schema.ts';
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  bundleSchema,
  type Bundle,
} from '../exporters/bundle-schema.ts';
import { inconsistency } from './bundle-consistency.ts';
import type { Importer } from './importer.ts';

/** Deeper than any text; far below what would exhaust a stack. */
const deepest = 100;

function refused(why: string): Refusal {
  return refuse('bad-request', `This Attest bundle cannot be imported: ${why}.`);
}

/** Half a surrogate pair would be changed by encoding, and copies would differ. */
function oddity(root: unknown): string | null {
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, depth } = next;
    if (depth > deepest) return `it is nested more than ${deepest} levels deep`;
    if (typeof value === 'string' && !value.isWellFormed()) return 'it holds half a character';
    if (typeof value !== 'object' || value === null) continue;
    for (const each of Object.values(value)) stack.push({ value: each, depth: depth + 1 });
  }
  return null;
}

function parse(bytes: Uint8Array): Bundle | Refusal {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused('it is not complete, or not JSON');
  }
  const odd = oddity(json);
  if (odd !== null) return refused(odd);
  if (typeof json !== 'object' || json === null || !('version' in json)) {
    return refused('it names no version');
  }
  if (typeof json.version === 'number' && json.version > BUNDLE_VERSION) {
    return refused(`it was made by a newer Attest (bundle version ${json.version})`);
  }
  const read = bundleSchema.safeParse(json);
  if (!read.success) {
    const issue = read.error.issues[0];
    const where = issue?.path.join('.') ?? '';
    return refused(`"${where}" is not as it should be (${issue?.message ?? 'invalid'})`);
  }
  if (read.data.schema > SCHEMA_VERSION) {
    return refused(`its text was written by a newer Attest (text version ${read.data.schema})`);
  }
  return read.data;
}

function textOf(bundle: Bundle): Node | Refusal {
  try {
    const text = textSchema.nodeFromJSON(bundle.text);
    text.check();
    return text;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'invalid';
    return refused(`its text is not one that Attest knows (${why.slice(0, 200)})`);
  }
}

/** Every record and setting of a bundle as it is to be written; its people must have numbers of this workspace by now. */
export function putsOf(bundle: Bundle): Put[] {
  const keyed = {
    claims: bundle.claims.map((value) => [value.id, value] as const),
    sources: bundle.sources.map((value) => [value.id, value] as const),
    evidence: bundle.evidence.map((value) => [value.id, value] as const),
    verdicts: bundle.verdicts.map(
      (value) => [verdictKey(value.claim, value.author), value] as const,
    ),
    reviews: bundle.reviews.map((value) => [value.id, value] as const),
    rulings: bundle.rulings.map((value) => [value.id, value] as const),
    comments: bundle.comments.map((value) => [value.id, value] as const),
  };
  return [
    // The key and the value of each pair come from one object, which the compiler cannot follow.
    ...Object.entries(bundle.settings).map(
      ([key, value]) => ({ root: 'settings', key, value }) as Put,
    ),
    ...recordRoots.flatMap((root) =>
      keyed[root].map(([key, value]) => ({ root, key, value }) as Put),
    ),
  ];
}

export const bundle: Importer = {
  id: 'bundle',
  label: 'Attest bundle',
  mediaType: 'application/json',
  largest: limits.documentBytes,

  accepts: (name, head) =>
    /\.json$/i.test(name) && new TextDecoder().decode(head).includes(`"${BUNDLE_FORMAT}"`),

  read(bytes) {
    const read = parse(bytes);
    if (isRefusal(read)) return read;
    const text = textOf(read);
    if (isRefusal(text)) return text;
    const why = inconsistency(read, text);
    return why === null ? { settings: read.settings, text, bundle: read } : refused(why);
  },

  original({ bundle: read }) {
    const kept = read?.original ?? null;
    return (
      kept && {
        name: kept.name,
        mediaType: kept.mediaType,
        bytes: new Uint8Array(Buffer.from(kept.data, 'base64')),
      }
    );
  },
};
