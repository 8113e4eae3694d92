/** Marking claims and changing them. */
import { mayAssign, mayComment, mayJudge } from '../../../../domain/policy/document.ts';
import type { Desk } from '../../desk/desk-context.ts';
import { takeOffers } from '../../desk/judge/take-offers.ts';
import { key, on } from '../action.ts';
import { needsClaim, offClaim } from './needs-claim.ts';

const mayMark = ({ live }: Desk): string | null => mayJudge(live.store.me.role)?.reason ?? null;

export const claimActions = on('desk', [
  {
    id: 'mark',
    label: 'Mark claim',
    group: 'Claims',
    keys: [key('c', 'KeyC')],
    waits: true,
    off: mayMark,
    run: (desk) => desk.marking.mark(),
  },
  {
    id: 'mark-both',
    label: 'Mark as two claims: said, and so',
    group: 'Claims',
    keys: [key('c', 'KeyC', { shift: true })],
    waits: true,
    off: mayMark,
    run: (desk) => desk.marking.markBoth(),
  },
  {
    id: 'comment',
    label: 'Comment on the selection or the claim',
    group: 'Claims',
    keys: [key('m', 'KeyM')],
    waits: true,
    off: ({ live }) => mayComment(live.store.me.role)?.reason ?? null,
    run: (desk) => desk.commenting.comment(),
  },
  {
    id: 'restate',
    label: 'Restate the claim',
    group: 'Claims',
    keys: [key('e', 'KeyE')],
    waits: true,
    off: needsClaim,
    run: (desk) => desk.setForm({ name: 'restate' }),
  },
  {
    id: 'select',
    label: 'Select the claim for several at once, or let it go',
    group: 'Claims',
    keys: [key('x', 'KeyX')],
    waits: true,
    off: needsClaim,
    run: ({ picked, current }) => {
      if (current !== null) picked.toggle(current);
    },
  },
  {
    id: 'select-all',
    label: 'Select all claims that are shown',
    group: 'Claims',
    keys: [],
    run: ({ picked, shown }) => picked.set(shown.getIds()),
  },
  {
    id: 'take-offers',
    label: 'Take what the sentence offers',
    group: 'Claims',
    keys: [key('y', 'KeyY')],
    waits: true,
    off: needsClaim,
    run: (desk) => {
      if (!takeOffers()) desk.say('Nothing is offered for this claim.');
    },
  },
  {
    id: 'assign',
    label: 'Assign the claim',
    group: 'Claims',
    keys: [key('a', 'KeyA')],
    waits: true,
    off: (desk) => needsClaim(desk) ?? mayAssign(desk.live.store.me.role)?.reason ?? null,
    run: (desk) => desk.setForm({ name: 'assign' }),
  },
  {
    id: 'merge',
    label: 'Merge the claim into another',
    group: 'Claims',
    keys: [],
    off: needsClaim,
    run: (desk) => desk.setForm({ name: 'merge' }),
  },
  {
    id: 'split',
    label: 'Split the claim',
    group: 'Claims',
    keys: [],
    off: needsClaim,
    run: (desk) => desk.setForm({ name: 'split' }),
  },
  {
    id: 'link-claims',
    label: 'Link the claim with another',
    group: 'Claims',
    keys: [],
    off: needsClaim,
    run: (desk) => desk.setForm({ name: 'link' }),
  },
  {
    id: 'withdraw',
    label: 'Withdraw the claim',
    group: 'Claims',
    keys: [],
    off: (desk) =>
      offClaim(desk, (claimId) => desk.live.store.check('claim.withdraw', { claimId, reason: '' })),
    run: ({ give, current }) => {
      if (current !== null) void give('claim.withdraw', { claimId: current, reason: '' });
    },
  },
  {
    id: 'restore',
    label: 'Restore the claim',
    group: 'Claims',
    keys: [],
    off: (desk) => offClaim(desk, (claimId) => desk.live.store.check('claim.restore', { claimId })),
    run: ({ give, current }) => {
      if (current !== null) void give('claim.restore', { claimId: current });
    },
  },
]);
