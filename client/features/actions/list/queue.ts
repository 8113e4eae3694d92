/** What waits for me: on the desk the way through it, on the queue's own page its rows. */
import { key, on } from '../action.ts';

const walking = on('walk', [
  {
    id: 'queue-next',
    label: 'Next that waits for me',
    group: 'Going',
    keys: [key('n', 'KeyN')],
    run: ({ go }) => go(1),
  },
  {
    id: 'queue-previous',
    label: 'Previous that waits for me',
    group: 'Going',
    keys: [key('p', 'KeyP')],
    run: ({ go }) => go(-1),
  },
]);

const onQueue = on('queue', [
  {
    id: 'queue-open',
    label: 'Open what waits, and go on from there',
    group: 'Going',
    // On a row itself Enter is the link's.
    keys: [key('↵', 'Enter')],
    run: ({ open }) => open(),
  },
]);

export const queueActions = [...walking, ...onQueue];
