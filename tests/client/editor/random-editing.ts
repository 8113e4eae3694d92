/** One random act of an editor: typing, deleting, splitting, joining, formatting, undoing. */
import { setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { TextSelection } from 'prosemirror-state';
import { backspace, enter, markType, nodeType } from '../../../client/editor/keys.ts';
import { br, type Open } from './shared-text.ts';

export function act(editor: Open, below: (limit: number) => number): void {
  const { view } = editor;
  const size = view.state.doc.content.size;
  const at = TextSelection.near(view.state.doc.resolve(below(size + 1)));
  const head = Math.min(size, at.from + below(12));
  const selection = TextSelection.between(
    view.state.doc.resolve(at.from),
    view.state.doc.resolve(head),
  );
  view.dispatch(view.state.tr.setSelection(selection));
  const acts = [
    () => view.dispatch(view.state.tr.insertText('ab '.slice(below(3)))),
    () => view.dispatch(view.state.tr.insertText('x')),
    () => view.dispatch(view.state.tr.deleteSelection()),
    () => enter(view.state, view.dispatch, view),
    () => backspace(view.state, view.dispatch, view),
    () => toggleMark(markType('strong'))(view.state, view.dispatch),
    () => setBlockType(nodeType('heading'), { level: 1 + below(3) })(view.state, view.dispatch),
    () => wrapIn(nodeType('blockquote'))(view.state, view.dispatch),
    () => view.dispatch(view.state.tr.replaceSelectionWith(br())),
    () => editor.binding.undo(),
    () => editor.binding.redo(),
  ];
  acts[below(acts.length)]?.();
}
