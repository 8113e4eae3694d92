import {
  deleteSelection,
  joinBackward,
  lift,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from 'prosemirror-commands';
import { type Command, TextSelection } from 'prosemirror-state';
import { NodeText } from '../../domain/text/plain-text.ts';
import { textSchema } from '../../domain/text/schema.ts';
import type { Random } from '../random.ts';
import type { Editor } from './desk.ts';

const { paragraph, heading, blockquote } = textSchema.nodes;
const { strong, em, anchor } = textSchema.marks;
if (!paragraph || !heading || !blockquote || !strong || !em || !anchor) throw new Error('schema');

type Edit = (editor: Editor, random: Random) => void;

const words = ['the', 'rate', ' fell', ' again', '5', ' percent', '. ', 'é', '𝒳'];

/** The cursor anywhere in a text block; false if there is none. */
function cursor(editor: Editor, random: Random): boolean {
  return select(editor, random, 0);
}

function select(editor: Editor, random: Random, most: number): boolean {
  const text = new NodeText(editor.node);
  if (text.blocks.length === 0) return false;
  // No caret stands inside a surrogate pair.
  const whole = (offset: number): number =>
    /[\uDC00-\uDFFF]/.test(text.string.charAt(offset)) ? offset - 1 : offset;
  const from = whole(random.int(0, text.string.length));
  const to = whole(Math.min(text.string.length, from + random.int(0, most)));
  const doc = editor.node;
  editor.dispatch(
    editor.state.tr.setSelection(
      TextSelection.between(doc.resolve(text.posOf(from)), doc.resolve(text.posOf(to))),
    ),
  );
  return true;
}

const attempt =
  (command: Command): Edit =>
  (editor) => {
    command(editor.state, (tr) => editor.dispatch(tr));
  };

/** At the start of a block, so that joining does something. */
const toBlockStart: Edit = (editor) => {
  const { $from } = editor.state.selection;
  if (!$from.parent.isTextblock) return;
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.node, $from.start())));
};

const sequence =
  (...edits: Edit[]): Edit =>
  (editor, random) => {
    for (const edit of edits) edit(editor, random);
  };

const at =
  (edit: Edit): Edit =>
  (editor, random) => {
    if (cursor(editor, random)) edit(editor, random);
  };

const on =
  (most: number, edit: Edit): Edit =>
  (editor, random) => {
    if (select(editor, random, most)) edit(editor, random);
  };

const honest: readonly Edit[] = [
  at((editor, random) => editor.type(random.pick(words))),
  at((editor, random) => editor.type(random.pick(words))),
  on(12, attempt(deleteSelection)),
  on(3, attempt(deleteSelection)),
  at(attempt(splitBlock)),
  at(sequence(toBlockStart, attempt(joinBackward))),
  at((editor, random) =>
    attempt(setBlockType(random.chance(0.5) ? heading : paragraph))(editor, random),
  ),
  at(attempt(wrapIn(blockquote))),
  at(attempt(lift)),
  on(30, attempt(toggleMark(strong))),
  on(30, attempt(toggleMark(em))),
  // Cut and paste.
  on(40, (editor, random) => {
    const slice = editor.state.selection.content();
    editor.run(attemptable(deleteSelection));
    if (cursor(editor, random)) editor.change((tr) => tr.replaceSelection(slice));
  }),
  // Move a block.
  at((editor) => {
    const { $from } = editor.state.selection;
    if ($from.depth < 2) return;
    const node = $from.node(2);
    const from = $from.before(2);
    editor.change((tr) => tr.delete(from, from + node.nodeSize).insert(1, node));
  }),
  (editor) => editor.undo(),
  (editor) => editor.redo(),
];

function attemptable(command: Command): Command {
  return (state, dispatch) => command(state, dispatch) || true;
}

const dishonest: readonly Edit[] = [
  // Copies of marked words.
  on(40, (editor, random) => {
    const slice = editor.state.selection.content();
    if (cursor(editor, random)) editor.change((tr) => tr.replaceSelection(slice));
  }),
  // Marks put on other words, taken off their own.
  on(30, (editor, random) => {
    const { from, to } = editor.state.selection;
    const known = [...marksOf(editor)];
    if (known.length === 0) return;
    const mark = anchor.create({ id: random.pick(known) });
    editor.change((tr) =>
      random.chance(0.5) ? tr.addMark(from, to, mark) : tr.removeMark(from, to, mark),
    );
  }),
  (editor) => editor.change((tr) => tr.removeMark(0, tr.doc.content.size)),
  // Words with a mark that they never had.
  at((editor, random) => {
    const known = [...marksOf(editor)];
    if (known.length === 0) return;
    const mark = anchor.create({ id: random.pick(known) });
    editor.change((tr) => tr.replaceSelectionWith(textSchema.text('forged words', [mark]), false));
  }),
];

function marksOf(editor: Editor): Set<string> {
  const ids = new Set<string>();
  editor.node.descendants((node) => {
    for (const mark of node.marks) if (mark.type === anchor) ids.add(String(mark.attrs['id']));
  });
  return ids;
}

export function randomEdit(
  editor: Editor,
  random: Random,
  { tampering }: { tampering: boolean },
): void {
  // Else all that a run does, which takes no time, would be one undo step.
  editor.pause();
  random.pick(tampering && random.chance(0.3) ? dishonest : honest)(editor, random);
}
