/** What lies around the work: panes, undo, palette, help. */
import { key, on } from '../action.ts';

export const pageActions = on('desk', [
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
    off: ({ panes }) => (panes.claim.narrow ? 'It comes with a claim and goes with it.' : null),
    run: (desk) => desk.panes.claim.toggle(),
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
]);
