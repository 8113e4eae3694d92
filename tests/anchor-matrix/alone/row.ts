/** One edit of somebody alone, and what a claim over the words is afterwards. */
import {
  chainCommands,
  deleteSelection,
  joinBackward,
  selectNodeBackward,
} from 'prosemirror-commands';
import type { Node, Slice } from 'prosemirror-model';
import { textSchema } from '../../../domain/text/schema.ts';
import type { Desk, Editor } from '../desk.ts';
import { doc, p, section } from '../documents.ts';

export const X = 'x'.repeat(21);
export const { nodes, marks } = textSchema;
export const type = (name: string) => {
  const found = nodes[name];
  if (found === undefined) throw new Error(name);
  return found;
};
export const markType = (name: string) => {
  const found = marks[name];
  if (found === undefined) throw new Error(name);
  return found;
};

export const first = p('First paragraph.');
export const last = p('Last paragraph.');
export const rate = doc(section(first, p('In May the rate fell by 5 percent again.'), last));
export const atEdges = doc(section(first, p('5 percent'), last));
export const backspace = chainCommands(deleteSelection, joinBackward, selectNodeBackward);

export interface Row {
  readonly name: string;
  readonly doc?: Node;
  /** What is marked. */
  readonly claim?: string;
  edit(actor: Editor, desk: Desk): void;
  /** The words that the claim lies on afterwards, as everybody sees them. */
  readonly words: string;
  /** Repairs that this takes, by kind; none unless said. */
  readonly repairs?: readonly string[];
  /** The stock binding cannot do better than this; what it should be is said here. */
  readonly degraded?: string;
}

export const CLAIM = '5 percent';

export function cut(actor: Editor): Slice {
  const slice = actor.state.selection.content();
  actor.run(deleteSelection);
  return slice;
}

export function paste(actor: Editor, slice: Slice): void {
  actor.change((tr) => tr.replaceSelection(slice));
}
