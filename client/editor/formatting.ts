/** What the selection bar of *Edit text* offers, and whether it is on. */
import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { isLinkTarget } from '../../domain/text/link-target.ts';
import { markType, nodeType } from './keys.ts';

export type Formatting =
  | 'strong'
  | 'em'
  | 'code'
  | 'paragraph'
  | 'heading'
  | 'bullet_list'
  | 'ordered_list'
  | 'blockquote';

export function isFormatted(state: EditorState, what: Formatting, level?: number): boolean {
  const { $from, from, to, empty } = state.selection;
  switch (what) {
    case 'strong':
    case 'em':
    case 'code': {
      const type = markType(what);
      if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
      return state.doc.rangeHasMark(from, to, type);
    }
    case 'paragraph':
      return $from.parent.type.name === 'paragraph';
    case 'heading':
      return (
        $from.parent.type.name === 'heading' &&
        (level === undefined || $from.parent.attrs['level'] === level)
      );
    default:
      return ancestors(state).includes(what);
  }
}

/** The command that turns it on, or off where it is on. */
export function formatting(what: Formatting, level = 1): Command {
  return (state, dispatch, view) => commandFor(state, what, level)(state, dispatch, view);
}

/** Null takes the link off; an address that the text may not bear does nothing. */
export function link(href: string | null): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const type = markType('link');
    if (href === null) {
      dispatch?.(state.tr.removeMark(from, to, type));
      return true;
    }
    if (empty || !isLinkTarget(href)) return false;
    dispatch?.(state.tr.removeMark(from, to, type).addMark(from, to, type.create({ href })));
    return true;
  };
}

function commandFor(state: EditorState, what: Formatting, level: number): Command {
  const on = isFormatted(state, what, level);
  switch (what) {
    case 'strong':
    case 'em':
    case 'code':
      return toggleMark(markType(what));
    case 'paragraph':
      return setBlockType(nodeType('paragraph'));
    case 'heading':
      return on
        ? setBlockType(nodeType('paragraph'))
        : setBlockType(nodeType('heading'), { level });
    case 'blockquote':
      return on ? lift : wrapIn(nodeType('blockquote'));
    case 'bullet_list':
    case 'ordered_list':
      return on ? liftListItem(nodeType('list_item')) : wrapInList(nodeType(what));
  }
}

function ancestors({ selection: { $from } }: EditorState): string[] {
  return Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1).type.name);
}
