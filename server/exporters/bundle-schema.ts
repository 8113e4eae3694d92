// The Attest bundle: one document with all its facts as one JSON file, and the
// schema by which it is written, read and documented (docs/bundle.md,
// docs/bundle.schema.json).
//
// Versions: 1, the first.
import * as z from 'zod/mini';
import { instant, personId } from '../../domain/id.ts';
import { claim } from '../../domain/record/claim.ts';
import { comment } from '../../domain/record/comment.ts';
import { evidence } from '../../domain/record/evidence.ts';
import { line } from '../../domain/record/fields.ts';
import { review } from '../../domain/record/review.ts';
import { ruling } from '../../domain/record/ruling.ts';
import { settings } from '../../domain/record/settings.ts';
import { source, storedFile } from '../../domain/record/source.ts';
import { verdict } from '../../domain/record/verdict.ts';

export const BUNDLE_FORMAT = 'attest-bundle';
export const BUNDLE_VERSION = 1;

export const bundleSchema = z.object({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  /** The version of the text's schema. */
  schema: z.int().check(z.minimum(1)),
  exportedAt: instant,
  /** Where it was exported; an import makes a document of its own. */
  document: z.object({ id: z.string().check(z.maxLength(64)), title: line }),
  settings,
  /** The text as ProseMirror writes it in JSON, with an `anchor` mark where a claim or a comment lies. */
  text: z.looseObject({ type: z.literal('doc') }),
  claims: z.array(claim),
  sources: z.array(source),
  evidence: z.array(evidence),
  verdicts: z.array(verdict),
  reviews: z.array(review),
  rulings: z.array(ruling),
  /** Missing in bundles that were made before there was talk. */
  comments: z._default(z.array(comment), []),
  /** Everybody whose number stands in a record, and nothing of them but the name. */
  people: z.array(z.object({ id: personId.check(z.minimum(1)), name: line })),
  /** The archived copies of sources that were uploaded, each once, in base64. */
  files: z._default(z.array(z.object({ sha256: storedFile.shape.sha256, data: z.string() })), []),
  /** What was too much for one bundle: the records name these files, and their bytes are not in it. */
  filesLeftOut: z._default(z.array(storedFile), []),
  /** The file that the text was imported from, in base64; null for a document that began blank. */
  original: z.nullable(
    z.object({
      name: line,
      mediaType: line,
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      data: z.string(),
    }),
  ),
});

export type Bundle = z.infer<typeof bundleSchema>;
