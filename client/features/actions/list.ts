/** Every action of the desk. A new one is a line here. */
import { mayEditText, mayJudge } from '../../../domain/policy/document.ts';
import type { Desk } from '../desk/desk-context.ts';
import { type Action, key } from './action.ts';

const hasClaim = (desk: Desk): boolean => desk.current !== null;
const annotating = (desk: Desk): boolean => desk.mode === 'annotate';
const mayMark = ({ live }: Desk): boolean => mayJudge(live.store.me.role) === null;

function step(desk: Desk, by: 1 | -1): void {
  const { shown, current } = desk;
  const at = current === null ? -1 : shown.indexOf(current);
  const to = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
  const claim = shown[to];
  if (claim !== undefined) desk.open(claim, 'key');
  else desk.say(by > 0 ? 'That was the last claim.' : 'That was the first claim.');
}

const ratings: readonly Action[] = Array.from({ length: 9 }, (_, index) => ({
  id: `rating-${index + 1}`,
  label: `Draft rating ${index + 1}`,
  group: 'Judging',
  keys: [key(String(index + 1), `Digit${index + 1}`), key(String(index + 1), `Numpad${index + 1}`)],
  isEnabled: hasClaim,
  run: (desk) => desk.verdict?.setRating(index),
}));

export const actions: readonly Action[] = [
  {
    id: 'mark',
    label: 'Mark claim',
    group: 'Claims',
    keys: [key('c', 'KeyC')],
    isEnabled: mayMark,
    run: (desk) => desk.mark(),
  },
  {
    id: 'next',
    label: 'Next claim',
    group: 'Going',
    keys: [key('j', 'KeyJ')],
    run: (desk) => step(desk, 1),
  },
  {
    id: 'previous',
    label: 'Previous claim',
    group: 'Going',
    keys: [key('k', 'KeyK')],
    run: (desk) => step(desk, -1),
  },
  {
    id: 'next-sentence',
    label: 'Next sentence',
    group: 'Going',
    keys: [key('↓', 'ArrowDown')],
    isEnabled: annotating,
    run: (desk) => desk.editor?.moveSentence(1),
  },
  {
    id: 'previous-sentence',
    label: 'Previous sentence',
    group: 'Going',
    keys: [key('↑', 'ArrowUp')],
    isEnabled: annotating,
    run: (desk) => desk.editor?.moveSentence(-1),
  },
  {
    id: 'extend-down',
    label: 'Extend by a sentence',
    group: 'Going',
    keys: [key('⇧↓', 'ArrowDown', { shift: true })],
    isEnabled: annotating,
    run: (desk) => desk.editor?.moveSentence(1, true),
  },
  {
    id: 'extend-up',
    label: 'Extend back by a sentence',
    group: 'Going',
    keys: [key('⇧↑', 'ArrowUp', { shift: true })],
    isEnabled: annotating,
    run: (desk) => desk.editor?.moveSentence(-1, true),
  },
  ...ratings,
  {
    id: 'submit',
    label: 'Submit the verdict and go on',
    group: 'Judging',
    keys: [key('↵', 'Enter')],
    isEnabled: hasClaim,
    run: (desk) => desk.verdict?.submit(),
  },
  {
    id: 'rationale',
    label: 'Write the rationale',
    group: 'Judging',
    keys: [key('⇧↵', 'Enter', { shift: true })],
    isEnabled: hasClaim,
    run: (desk) => desk.verdict?.focusRationale(),
  },
  {
    id: 'pass',
    label: 'Pass',
    group: 'Judging',
    keys: [key('0', 'Digit0'), key('0', 'Numpad0')],
    isEnabled: hasClaim,
    run: (desk) => desk.setForm({ name: 'pass' }),
  },
  {
    id: 'evidence',
    label: 'Add evidence',
    group: 'Judging',
    keys: [key('s', 'KeyS')],
    isEnabled: hasClaim,
    run: (desk) => {
      desk.setTab('evidence');
      desk.setForm({ name: 'evidence' });
    },
  },
  {
    id: 'review',
    label: 'Review a verdict',
    group: 'Judging',
    keys: [key('r', 'KeyR')],
    isEnabled: hasClaim,
    run: (desk) => {
      desk.setTab('verdicts');
      desk.setForm({ name: 'review' });
    },
  },
  {
    id: 'restate',
    label: 'Restate the claim',
    group: 'Claims',
    keys: [key('e', 'KeyE')],
    isEnabled: hasClaim,
    run: (desk) => desk.setForm({ name: 'restate' }),
  },
  {
    id: 'search',
    label: 'Search claims',
    group: 'Going',
    keys: [key('/', 'Slash')],
    run: (desk) => desk.focusSearch(),
  },
  {
    id: 'edit-text',
    label: 'Edit text, or back to annotating',
    group: 'Text',
    keys: [],
    isEnabled: ({ live, mode }) =>
      mode === 'edit' || mayEditText(live.store.me.role, live.store.getState().settings) === null,
    run: (desk) => desk.setMode(desk.mode === 'edit' ? 'annotate' : 'edit'),
  },
  {
    id: 'undo',
    label: 'Take my last command back',
    group: 'Page',
    keys: [key('⌘Z', 'KeyZ', { mod: true })],
    // While the text is edited, the same keys undo typing; the editor takes them first.
    isEnabled: annotating,
    run: (desk) => desk.undo(),
  },
  {
    id: 'palette',
    label: 'All actions',
    group: 'Page',
    keys: [key('⌘K', 'KeyK', { mod: true })],
    isEnabled: annotating,
    run: (desk) => desk.show('palette'),
  },
  {
    id: 'help',
    label: 'Keyboard help',
    group: 'Page',
    keys: [key('?', 'Slash', { shift: true })],
    run: (desk) => desk.show('help'),
  },
  {
    id: 'back',
    label: 'Back out',
    group: 'Going',
    keys: [key('Esc', 'Escape')],
    run: (desk) => desk.back(),
  },
];
