// Joining and splitting the paragraphs of a text before it is imported. The
// page shows what these functions make of an edit, and the server runs the very
// same ones when it makes the document. White space at a seam apart, no
// character is ever lost or added.
import * as z from 'zod/mini';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { joint } from '../text/joint.ts';
import { type Block, blockText, type Words } from './block.ts';

const index = z.int().check(z.minimum(0));

/** `join`: a block with the one after it. `split`: a block, before the character at `at`, in UTF-16 units. */
export const edit = z.union([
  z.strictObject({ join: index }),
  z.strictObject({ split: index, at: index }),
]);
export type Edit = z.infer<typeof edit>;

/** What an edit does: `added` comes in place of as many blocks as it `removes`, from `from` on. */
export interface Replacement {
  readonly from: number;
  readonly removes: number;
  readonly added: readonly Block[];
}

const gone = refuse('bad-request', 'There is no such paragraph in this text.');

export function replacementFor(blocks: readonly Block[], given: Edit): Replacement | Refusal {
  if ('join' in given) {
    const [left, right] = [blocks[given.join], blocks[given.join + 1]];
    if (left === undefined || right === undefined) return gone;
    const block = joined(left, right);
    return isRefusal(block) ? block : { from: given.join, removes: 2, added: [block] };
  }
  const whole = blocks[given.split];
  if (whole === undefined) return gone;
  const parts = parted(whole, given.at);
  return isRefusal(parts) ? parts : { from: given.split, removes: 1, added: parts };
}

/** All of them, one after the other; the first that cannot be done refuses the whole. */
export function edited(blocks: readonly Block[], edits: readonly Edit[]): Block[] | Refusal {
  const now = [...blocks];
  for (const each of edits) {
    const replacement = replacementFor(now, each);
    if (isRefusal(replacement)) return replacement;
    now.splice(replacement.from, replacement.removes, ...replacement.added);
  }
  return now;
}

/** Why a block and the one after it cannot become one; null if they can. */
export function mayJoin(left: Block | undefined, right: Block | undefined): Refusal | null {
  if (left === undefined || right === undefined)
    return refuse('bad-request', 'There is nothing after this paragraph to join it with.');
  if (left.type === 'horizontal_rule' || right.type === 'horizontal_rule')
    return refuse('bad-request', 'A rule across the page cannot be joined with anything.');
  if ((left.type === 'code_block') !== (right.type === 'code_block'))
    return refuse('bad-request', 'Code cannot be joined with other text.');
  return null;
}

function joined(left: Block, right: Block): Block | Refusal {
  const refused = mayJoin(left, right);
  if (refused) return refused;
  const gap = left.type === 'code_block' ? '\n' : joint(blockText(left), blockText(right));
  const between = gap === '' ? [] : [{ text: gap }];
  return { ...left, words: merged([...left.words, ...between, ...right.words]) };
}

function parted(block: Block, at: number): [Block, Block] | Refusal {
  const text = blockText(block);
  if (/[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at)))
    return refuse('bad-request', 'A paragraph cannot be split inside a character.');
  const left = text.slice(0, at).trimEnd().length;
  const right = at + (text.slice(at).length - text.slice(at).trimStart().length);
  if (block.type === 'horizontal_rule' || left === 0 || right >= text.length)
    return refuse('bad-request', 'Put the caret between two words to split there.');
  return [
    { ...block, words: cut(block.words, 0, left) },
    // What follows a heading on its line is the text under it.
    {
      type: block.type === 'heading' ? 'paragraph' : block.type,
      inside: block.inside,
      words: cut(block.words, right, text.length),
    },
  ];
}

function cut(words: readonly Words[], from: number, to: number): Words[] {
  const kept: Words[] = [];
  let start = 0;
  for (const each of words) {
    const text = each.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (text !== '') kept.push({ ...each, text });
    start += each.text.length;
  }
  return kept;
}

/** Neighbours without marks become one; a paragraph joined of a thousand lines has not two thousand parts. */
function merged(words: readonly Words[]): Words[] {
  const all: Words[] = [];
  let run: string[] = [];
  const endRun = (): void => {
    if (run.length > 0) all.push({ text: run.join('') });
    run = [];
  };
  for (const each of words) {
    if (each.marks === undefined) run.push(each.text);
    else {
      endRun();
      all.push(each);
    }
  }
  endRun();
  return all;
}
