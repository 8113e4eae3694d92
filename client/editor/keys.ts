/** Keys and typing shortcuts of *Edit text*. */
import {
  baseKeymap,
  chainCommands,
  createParagraphNear,
  deleteSelection,
  exitCode,
  joinBackward,
  joinForward,
  liftEmptyBlock,
  newlineInCode,
  selectNodeBackward,
  selectNodeForward,
  setBlockType,
  splitBlock,
  toggleMark,
} from 'prosemirror-commands';
import {
  ellipsis,
  InputRule,
  inputRules,
  textblockTypeInputRule,
  undoInputRule,
  wrappingInputRule,
} from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { textSchema } from '../../domain/text/schema.ts';
import type { TextBinding } from './binding.ts';
import { fillEmpty, joinSectionBackward, joinSectionForward } from './sections.ts';

export function nodeType(name: string): NodeType {
  const type = textSchema.nodes[name];
  if (!type) throw new RangeError(`The schema has no node ${name}`);
  return type;
}

export function markType(name: string): MarkType {
  const type = textSchema.marks[name];
  if (!type) throw new RangeError(`The schema has no mark ${name}`);
  return type;
}

/** Out of a list or a quote; never out of a section, which nobody sees. */
const liftEmpty: Command = (state, dispatch, view) =>
  state.selection.$from.depth > 2 && liftEmptyBlock(state, dispatch, view);

/** Enter over all that there is, or in an empty text: no block is left to split, the text begins anew. */
const clearAll: Command = (state, dispatch) => {
  const tr = state.tr.deleteSelection();
  if (tr.selection.$from.depth > 0) return false;
  dispatch?.(fillEmpty(tr).scrollIntoView());
  return true;
};

export const enter: Command = chainCommands(
  clearAll,
  splitListItem(nodeType('list_item')),
  newlineInCode,
  createParagraphNear,
  liftEmpty,
  splitBlock,
);
export const backspace: Command = chainCommands(
  undoInputRule,
  deleteSelection,
  joinSectionBackward,
  joinBackward,
  selectNodeBackward,
);
const forwardDelete = chainCommands(
  deleteSelection,
  joinSectionForward,
  joinForward,
  selectNodeForward,
);

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodeType('hard_break').create()).scrollIntoView());
  return true;
});

/** The base bindings with those replaced that would join or part sections. */
function base(): Record<string, Command> {
  const replaced = new Map<Command | undefined, Command>([
    [baseKeymap['Enter'], enter],
    [baseKeymap['Backspace'], backspace],
    [baseKeymap['Delete'], forwardDelete],
  ]);
  return Object.fromEntries(
    Object.entries(baseKeymap).map(([key, command]) => [key, replaced.get(command) ?? command]),
  );
}

export function editingPlugins(binding: TextBinding): Plugin[] {
  const undo: Command = () => binding.undo();
  const redo: Command = () => binding.redo();
  const headings = Object.fromEntries(
    [1, 2, 3].map((level) => [`Mod-Alt-${level}`, setBlockType(nodeType('heading'), { level })]),
  );
  return [
    typingRules(),
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-b': toggleMark(markType('strong')),
      'Mod-i': toggleMark(markType('em')),
      'Mod-`': toggleMark(markType('code')),
      'Mod-Alt-0': setBlockType(nodeType('paragraph')),
      ...headings,
      'Shift-Enter': lineBreak,
      // Outside of lists Tab goes on to the next control, as everywhere.
      Tab: sinkListItem(nodeType('list_item')),
      'Shift-Tab': liftListItem(nodeType('list_item')),
    }),
    keymap(base()),
  ];
}

function typingRules(): Plugin {
  return inputRules({
    rules: [
      ellipsis,
      textblockTypeInputRule(/^(#{1,3})\s$/, nodeType('heading'), (match) => ({
        level: match[1]?.length ?? 1,
      })),
      textblockTypeInputRule(/^```$/, nodeType('code_block')),
      wrappingInputRule(/^\s*>\s$/, nodeType('blockquote')),
      wrappingInputRule(/^\s*[-*]\s$/, nodeType('bullet_list')),
      wrappingInputRule(
        /^(\d{1,3})\.\s$/,
        nodeType('ordered_list'),
        (match) => ({ order: Number(match[1]) }),
        (match, node) => node.childCount + Number(node.attrs['order']) === Number(match[1]),
      ),
      new InputRule(/^---$/, (state, _match, start, end) =>
        state.tr.delete(start, end).insert(start - 1, nodeType('horizontal_rule').create()),
      ),
    ],
  });
}
