/** Every action of the desk. A new one is a line here. */
import { mayEditText, mayJudge } from '../../../domain/policy/document.ts';
import { scaleOf } from '../../../domain/scale/list.ts';
import type { Rating } from '../../../domain/scale/scale.ts';
import type { Desk } from '../desk/desk-context.ts';
import { type Action, key, keyWords } from './action.ts';

const hasClaim = (desk: Desk): boolean => desk.current !== null;
const judging = (desk: Desk): boolean => desk.verdict !== null;
const annotating = (desk: Desk): boolean => desk.mode === 'annotate';
const mayMark = ({ live }: Desk): boolean => mayJudge(live.store.me.role) === null;

function ratingAt({ live }: Desk, index: number): Rating | undefined {
  return scaleOf(live.store.getState().settings.scale).ratings[index];
}

/** The words of an action's first key, for a hint beside a button. */
export function hintOf(id: string): string {
  const found = actions.find((action) => action.id === id)?.keys[0];
  if (!found) throw new RangeError(`No action “${id}” with a key`);
  return keyWords(found);
}

function step(desk: Desk, by: 1 | -1): void {
  const { shown, current } = desk;
  const at = current === null ? -1 : shown.indexOf(current);
  const to = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
  const claim = shown[to];
  if (claim !== undefined) desk.open(claim, 'key');
  else desk.say(by > 0 ? 'That was the last claim.' : 'That was the first claim.');
}

const drafting = { label: 'Draft a rating', keys: '1 … 9' };

const ratings: readonly Action[] = Array.from({ length: 9 }, (_, index) => ({
  id: `rating-${index + 1}`,
  label: `Draft rating ${index + 1}`,
  group: 'Judging',
  keys: [key(String(index + 1), `Digit${index + 1}`)],
  family: drafting,
  name: (desk) => `Draft “${ratingAt(desk, index)?.label ?? index + 1}”`,
  isEnabled: (desk) => judging(desk) && ratingAt(desk, index) !== undefined,
  run: (desk) => desk.verdict?.setRating(index),
}));

export const actions: readonly Action[] = [
  {
    id: 'mark',
    label: 'Mark claim',
    group: 'Claims',
    keys: [key('c', 'KeyC')],
    waits: true,
    isEnabled: mayMark,
    run: (desk) => desk.marking.mark(),
  },
  {
    id: 'mark-both',
    label: 'Mark as two claims: said, and so',
    group: 'Claims',
    keys: [key('c', 'KeyC', { shift: true })],
    waits: true,
    isEnabled: mayMark,
    run: (desk) => desk.marking.markBoth(),
  },
  {
    id: 'next',
    label: 'Next claim',
    group: 'Going',
    keys: [key('j', 'KeyJ')],
    repeats: true,
    run: (desk) => step(desk, 1),
  },
  {
    id: 'previous',
    label: 'Previous claim',
    group: 'Going',
    keys: [key('k', 'KeyK')],
    repeats: true,
    run: (desk) => step(desk, -1),
  },
  {
    id: 'next-sentence',
    label: 'Next sentence',
    group: 'Going',
    keys: [key('↓', 'ArrowDown')],
    repeats: true,
    isEnabled: annotating,
    run: (desk) => desk.editor?.moveSentence(1),
  },
  {
    id: 'previous-sentence',
    label: 'Previous sentence',
    group: 'Going',
    keys: [key('↑', 'ArrowUp')],
    repeats: true,
    isEnabled: annotating,
    run: (desk) => desk.editor?.moveSentence(-1),
  },
  {
    id: 'extend-down',
    label: 'Extend by a sentence',
    group: 'Going',
    keys: [key('↓', 'ArrowDown', { shift: true })],
    repeats: true,
    isEnabled: annotating,
    run: (desk) => desk.editor?.moveSentence(1, true),
  },
  {
    id: 'extend-up',
    label: 'Extend back by a sentence',
    group: 'Going',
    keys: [key('↑', 'ArrowUp', { shift: true })],
    repeats: true,
    isEnabled: annotating,
    run: (desk) => desk.editor?.moveSentence(-1, true),
  },
  ...ratings,
  {
    id: 'submit',
    label: 'Submit the verdict and go on',
    group: 'Judging',
    keys: [key('↵', 'Enter')],
    isEnabled: judging,
    run: (desk) => desk.verdict?.submit(),
  },
  {
    id: 'rationale',
    label: 'Write the rationale',
    group: 'Judging',
    keys: [key('↵', 'Enter', { shift: true })],
    isEnabled: judging,
    run: (desk) => desk.verdict?.focusRationale(),
  },
  {
    id: 'pass',
    label: 'Pass',
    group: 'Judging',
    keys: [key('0', 'Digit0')],
    waits: true,
    isEnabled: judging,
    run: (desk) => desk.setForm({ name: 'pass' }),
  },
  {
    id: 'evidence',
    label: 'Add evidence',
    group: 'Judging',
    keys: [key('s', 'KeyS')],
    waits: true,
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
    waits: true,
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
    waits: true,
    isEnabled: hasClaim,
    run: (desk) => desk.setForm({ name: 'restate' }),
  },
  {
    id: 'withdraw',
    label: 'Withdraw the claim',
    group: 'Claims',
    keys: [],
    isEnabled: ({ live, current }) =>
      current !== null &&
      live.store.check('claim.withdraw', { claimId: current, reason: '' }) === null,
    run: ({ give, current }) => {
      if (current !== null) void give('claim.withdraw', { claimId: current, reason: '' });
    },
  },
  {
    id: 'restore',
    label: 'Restore the claim',
    group: 'Claims',
    keys: [],
    isEnabled: ({ live, current }) =>
      current !== null && live.store.check('claim.restore', { claimId: current }) === null,
    run: ({ give, current }) => {
      if (current !== null) void give('claim.restore', { claimId: current });
    },
  },
  {
    id: 'search',
    label: 'Search claims',
    group: 'Going',
    keys: [key('/', 'sign')],
    run: (desk) => desk.focusSearch(),
  },
  {
    id: 'to-list',
    label: 'Go to the list of claims',
    group: 'Going',
    keys: [key('l', 'KeyL')],
    run: (desk) => desk.focusList(),
  },
  {
    id: 'to-text',
    label: 'Go to the claim in the text',
    group: 'Going',
    keys: [key('t', 'KeyT')],
    run: (desk) => desk.focusText(),
  },
  {
    id: 'claims',
    label: 'Show or hide the list of claims',
    group: 'Page',
    keys: [],
    run: (desk) => desk.panes.claims.toggle(),
  },
  {
    id: 'claim',
    label: 'Show or hide the current claim',
    group: 'Page',
    keys: [],
    isEnabled: ({ panes }) => !panes.claim.narrow,
    run: (desk) => desk.panes.claim.toggle(),
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
    id: 'link',
    label: 'Link the selected words',
    group: 'Text',
    // Elsewhere the same keys open the palette.
    keys: [key('k', 'KeyK', { mod: true })],
    places: ['text'],
    isEnabled: ({ mode, editor }) =>
      mode === 'edit' && editor !== null && editor.selection() !== null,
    run: (desk) => desk.show('link'),
  },
  {
    id: 'undo',
    label: 'Take my last command back',
    group: 'Page',
    keys: [key('z', 'KeyZ', { mod: true })],
    run: (desk) => desk.undo(),
  },
  {
    id: 'palette',
    label: 'All actions',
    group: 'Page',
    keys: [key('k', 'KeyK', { mod: true })],
    places: ['page', 'field'],
    run: (desk) => desk.show('palette'),
  },
  {
    id: 'help',
    label: 'Keyboard help',
    group: 'Page',
    keys: [key('?', 'sign')],
    run: (desk) => desk.show('help'),
  },
  {
    id: 'back',
    label: 'Back out',
    group: 'Going',
    keys: [key('Esc', 'Escape')],
    places: ['page', 'field', 'text'],
    run: (desk) => desk.back(),
  },
];
