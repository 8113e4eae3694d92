/** What lies around the work: panes, undo, palette, help. */
import { navigate } from 'wouter/use-browser-location';
import { mayVerify } from '../../../../domain/policy/document.ts';
import { key, on } from '../action.ts';

const onDesk = on('desk', [
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
    name: ({ live }) => {
      const { undoable } = live.store;
      return undoable === null ? 'Take my last command back' : `Take back: ${undoable}`;
    },
    run: (desk) => desk.undo(),
  },
  {
    id: 'redo',
    label: 'Do again what I took back',
    group: 'Page',
    keys: [key('z', 'KeyZ', { mod: true, shift: true }), key('y', 'KeyY', { mod: true })],
    name: ({ live }) => {
      const { redoable } = live.store;
      return redoable === null ? 'Do again what I took back' : `Do again: ${redoable}`;
    },
    run: (desk) => desk.redo(),
  },
  {
    id: 'export',
    label: 'Export the document',
    group: 'Page',
    keys: [],
    run: (desk) => desk.show('export'),
  },
  {
    id: 'verify',
    label: 'Verify the record',
    group: 'Page',
    keys: [],
    off: ({ live }) => mayVerify(live.store.me.role)?.reason ?? null,
    run: (desk) => desk.show('verify'),
  },
  {
    id: 'deeds',
    label: 'What I did here',
    group: 'Page',
    keys: [],
    run: (desk) => desk.show('deeds'),
  },
]);

const onAny = on('any', [
  {
    id: 'palette',
    label: 'All actions',
    group: 'Page',
    keys: [key('k', 'KeyK', { mod: true })],
    places: ['page', 'field'],
    run: (shell) => shell.show('palette'),
  },
  {
    id: 'help',
    label: 'Keyboard help',
    group: 'Page',
    keys: [key('?', 'sign')],
    run: (shell) => shell.show('help'),
  },
  {
    id: 'keys',
    label: 'Choose keys',
    group: 'Page',
    keys: [],
    run: (shell) => shell.show('keys'),
  },
  {
    id: 'tour',
    label: 'Take the 2-minute tour',
    group: 'Page',
    keys: [],
    run: () => navigate(`${window.location.pathname}?tour`),
  },
]);

export const pageActions = [...onDesk, ...onAny];
