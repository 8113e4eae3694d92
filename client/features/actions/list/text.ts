/** Working on the text itself. */
import { mayEditText } from '../../../../domain/policy/document.ts';
import { setTellsAllClaims, tellsAllClaims } from '../../desk/text/told-claims.ts';
import { key, on } from '../action.ts';

export const textActions = on('desk', [
  {
    id: 'edit-text',
    label: 'Edit text, or back to annotating',
    group: 'Text',
    keys: [],
    off: ({ live, mode }) =>
      mode === 'edit'
        ? null
        : (mayEditText(live.store.me.role, live.store.getState().settings)?.reason ?? null),
    run: (desk) => desk.setMode(desk.mode === 'edit' ? 'annotate' : 'edit'),
  },
  {
    id: 'tell-claims',
    label: 'Announce claims while reading, or the open one alone',
    group: 'Text',
    keys: [],
    name: () =>
      tellsAllClaims()
        ? 'Announce the open claim alone while reading'
        : 'Announce claims while reading',
    run: (desk) => {
      setTellsAllClaims(!tellsAllClaims());
      desk.say(
        tellsAllClaims()
          ? 'Screen readers hear of every claim in the text.'
          : 'Screen readers hear of the open claim alone.',
      );
    },
  },
  {
    id: 'link',
    label: 'Link the selected words',
    group: 'Text',
    // Elsewhere the same keys open the palette.
    keys: [key('k', 'KeyK', { mod: true })],
    places: ['text'],
    off: ({ mode, editor }) =>
      mode === 'edit' && editor?.selection() ? null : 'Select words while you edit the text.',
    run: (desk) => desk.show('link'),
  },
]);
