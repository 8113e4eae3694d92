/** Verdicts, evidence, reviews and rulings. */
import { mayRule } from '../../../../domain/policy/document.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import type { Rating } from '../../../../domain/scale/scale.ts';
import type { Desk } from '../../desk/desk-context.ts';
import { type ActionOf, key, on } from '../action.ts';
import { needsClaim } from './needs-claim.ts';

const judging = (desk: Desk): string | null =>
  needsClaim(desk) ??
  (desk.verdict.get() ? null : 'There is nothing for you to judge on this claim.');

function ratingAt({ live }: Desk, index: number): Rating | undefined {
  return scaleOf(live.store.getState().settings.scale).ratings[index];
}

const drafting = { label: 'Draft a rating', keys: '1 … 9' };

const ratings: readonly ActionOf<Desk>[] = Array.from({ length: 9 }, (_, index) => ({
  id: `rating-${index + 1}`,
  label: `Draft rating ${index + 1}`,
  group: 'Judging',
  keys: [key(String(index + 1), `Digit${index + 1}`)],
  family: drafting,
  name: (desk) => `Draft “${ratingAt(desk, index)?.label ?? index + 1}”`,
  off: (desk) => (ratingAt(desk, index) ? judging(desk) : `This scale has no rating ${index + 1}.`),
  run: (desk) => desk.verdict.get()?.setRating(index),
}));

export const judgingActions = on('desk', [
  ...ratings,
  {
    id: 'submit',
    label: 'Submit the verdict and go on',
    group: 'Judging',
    keys: [key('↵', 'Enter')],
    off: judging,
    run: (desk) => desk.verdict.get()?.submit(),
  },
  {
    id: 'rationale',
    label: 'Write the rationale',
    group: 'Judging',
    keys: [key('↵', 'Enter', { shift: true })],
    off: judging,
    run: (desk) => desk.verdict.get()?.focusRationale(),
  },
  {
    id: 'pass',
    label: 'Pass',
    group: 'Judging',
    keys: [key('0', 'Digit0')],
    waits: true,
    off: judging,
    run: (desk) => desk.setForm({ name: 'pass' }),
  },
  {
    id: 'evidence',
    label: 'Add evidence',
    group: 'Judging',
    keys: [key('s', 'KeyS')],
    waits: true,
    off: needsClaim,
    run: (desk) => {
      desk.setTab('evidence');
      desk.setForm({ name: 'evidence' });
    },
  },
  {
    id: 'rule',
    label: 'Rule on the claim',
    group: 'Judging',
    keys: [],
    off: (desk) => needsClaim(desk) ?? mayRule(desk.live.store.me.role)?.reason ?? null,
    run: (desk) => {
      desk.setTab('verdicts');
      desk.setForm({ name: 'ruling' });
    },
  },
  {
    id: 'review',
    label: 'Review a verdict',
    group: 'Judging',
    keys: [key('r', 'KeyR')],
    waits: true,
    off: needsClaim,
    run: (desk) => {
      desk.setTab('verdicts');
      desk.setForm({ name: 'review' });
    },
  },
]);
