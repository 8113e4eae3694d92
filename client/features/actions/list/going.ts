/** From one claim, sentence or pane to another. */
import type { Desk } from '../../desk/desk-context.ts';
import { key, on } from '../action.ts';
import { needsClaim } from './needs-claim.ts';

const annotating = ({ mode }: Desk): string | null =>
  mode === 'annotate' ? null : 'While you edit the text, the arrows are the editor’s.';

function step(desk: Desk, by: 1 | -1): void {
  const claim = desk.shown.from(desk.current, by);
  if (claim !== null) desk.open(claim, 'key');
  else desk.say(by > 0 ? 'That was the last claim.' : 'That was the first claim.');
}

export const goingActions = on('desk', [
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
    off: annotating,
    run: (desk) => desk.editor?.moveSentence(1),
  },
  {
    id: 'previous-sentence',
    label: 'Previous sentence',
    group: 'Going',
    keys: [key('↑', 'ArrowUp')],
    repeats: true,
    off: annotating,
    run: (desk) => desk.editor?.moveSentence(-1),
  },
  {
    id: 'extend-down',
    label: 'Extend by a sentence',
    group: 'Going',
    keys: [key('↓', 'ArrowDown', { shift: true })],
    repeats: true,
    off: annotating,
    run: (desk) => desk.editor?.moveSentence(1, true),
  },
  {
    id: 'extend-up',
    label: 'Extend back by a sentence',
    group: 'Going',
    keys: [key('↑', 'ArrowUp', { shift: true })],
    repeats: true,
    off: annotating,
    run: (desk) => desk.editor?.moveSentence(-1, true),
  },
  ...(['first', 'last'] as const).flatMap((edge) => {
    const cap = edge === 'first' ? 'Home' : 'End';
    const family = {
      label: `${edge === 'first' ? 'First' : 'Last'} sentence of the paragraph`,
      keys: `${cap}, ⇧${cap}`,
    };
    return [false, true].map((shift) => ({
      id: `${edge}-sentence${shift ? '-extend' : ''}`,
      label: shift ? `Extend to the ${edge} sentence of the paragraph` : family.label,
      group: 'Going' as const,
      keys: [key(cap, cap, { shift })],
      family,
      off: annotating,
      run: (desk: Desk) => desk.editor?.moveSentence(edge, shift),
    }));
  }),
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
    keys: [key('l', 'KeyL'), key('l', 'KeyL', { chord: true })],
    run: (desk) => desk.focusList(),
  },
  {
    id: 'to-text',
    label: 'Go to the claim in the text',
    group: 'Going',
    keys: [key('t', 'KeyT'), key('t', 'KeyT', { chord: true })],
    run: (desk) => desk.focusText(),
  },
  {
    id: 'to-evidence',
    label: 'Go to the evidence of this claim',
    group: 'Going',
    keys: [key('e', 'KeyE', { chord: true })],
    off: needsClaim,
    run: (desk) => desk.setTab('evidence'),
  },
  {
    id: 'to-verdicts',
    label: 'Go to the verdicts on this claim',
    group: 'Going',
    keys: [key('v', 'KeyV', { chord: true })],
    off: needsClaim,
    run: (desk) => desk.setTab('verdicts'),
  },
  {
    id: 'back',
    label: 'Back out',
    group: 'Going',
    keys: [key('Esc', 'Escape')],
    places: ['page', 'field', 'text'],
    run: (desk) => desk.back(),
  },
]);
