/** What of the talk is new, and hearing less of it. */
import { navigate } from 'wouter/use-browser-location';
import { type Filter, sameFilter } from '../../desk/claims/filter.ts';
import { listQuery, readListView, toggled } from '../../desk/claims/list-view.ts';
import { threadHere } from '../../desk/talk/thread-here.ts';
import { isMuted, turnDocument, turnThread } from '../../notifications/mute.ts';
import { on } from '../action.ts';
import { needsDocument } from './needs-document.ts';

const unread: Filter = { kind: 'talk', value: 'unread-talk' };

const view = () => readListView(window.location.search);
const isFiltered = () => view().filters.some((filter) => sameFilter(filter, unread));

const onDesk = on('desk', [
  {
    id: 'unread-talk',
    label: 'Unread talk: show its claims alone, or all',
    group: 'Claims',
    keys: [],
    name: () =>
      isFiltered() ? 'Unread talk: show all claims again' : 'Unread talk: show its claims alone',
    run(desk) {
      const { pathname, search } = window.location;
      navigate(pathname + listQuery(toggled(view(), unread), search));
      desk.focusList();
    },
  },
  {
    id: 'mute-thread',
    label: 'Mute the thread, or hear of it again',
    group: 'Claims',
    keys: [],
    name(desk) {
      const thread = threadHere(desk);
      return thread !== null && isMuted(desk.id, thread) ? 'Unmute the thread' : 'Mute the thread';
    },
    off: (desk) => (threadHere(desk) === null ? 'Go to a thread in the Talk tab first.' : null),
    run(desk) {
      const thread = threadHere(desk);
      if (thread !== null) void turnThread(desk.id, thread);
    },
  },
]);

const onAny = on('any', [
  {
    id: 'mute-document',
    label: 'Mute the document, or hear of it again',
    group: 'Page',
    keys: [],
    name: ({ document }) =>
      document !== null && isMuted(document) ? 'Unmute the document' : 'Mute the document',
    off: needsDocument,
    run({ document }) {
      if (document !== null) void turnDocument(document);
    },
  },
]);

export const talkActions = [...onDesk, ...onAny];
