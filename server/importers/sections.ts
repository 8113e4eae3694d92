// Blocks into the sections that keep a long text fast to type in.
import type { Node } from 'prosemirror-model';
import { textSchema } from '../../domain/text/schema.ts';

/** Blocks a section, as measured: 25 to 100 are all fine. */
const blocksPerSection = 50;

/** A whole document; its sections are of about equal length. */
export function documentOf(blocks: readonly Node[]): Node {
  const count = Math.max(1, Math.ceil(blocks.length / blocksPerSection));
  const size = Math.ceil(blocks.length / count);
  const sections = Array.from({ length: count }, (_, index) =>
    textSchema.node('section', null, blocks.slice(index * size, (index + 1) * size)),
  );
  return textSchema.node('doc', null, sections);
}
