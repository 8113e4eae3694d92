/**
 * The tour, step by step: what is pointed at, what is opened for it, what is
 * said. It explains the desk on whatever document it runs, and reads best on
 * the finished example.
 */
import { latestRuling } from '../../../domain/derive/ruling.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import type { Desk } from '../desk/desk-context.ts';

export interface TourStep {
  readonly title: string;
  readonly words: string;
  /** A selector of what it is about; where it is not on the screen, the card stands by itself. */
  readonly target: string;
  readonly placement: 'right' | 'left' | 'top' | 'bottom';
  /** Brings what it is about onto the screen. */
  open?(desk: Desk): void;
}

/** Of all claims, the one with most to show: rulings with dissent first, then the most verdicts; null where there are none. */
export function tellingClaim(record: RecordState): string | null {
  const weight = new Map<string, number>();
  for (const { claim } of record.verdicts.values()) {
    weight.set(claim, (weight.get(claim) ?? 0) + 1);
  }
  let best: { id: string; worth: number } | null = null;
  for (const { id, withdrawn } of record.claims.values()) {
    if (withdrawn) continue;
    const dissent = latestRuling(record, id)?.dissent.length ?? 0;
    const worth = 10 * Math.min(dissent, 1) + (weight.get(id) ?? 0);
    if (!best || worth > best.worth) best = { id, worth };
  }
  return best?.id ?? null;
}

function openTelling(desk: Desk): void {
  const claim = tellingClaim(desk.live.store.getState());
  if (claim !== null && desk.current !== claim) desk.open(claim, 'key');
}

export const steps: readonly TourStep[] = [
  {
    title: 'The text and its claims',
    words:
      'Underlined words are claims. The line says how far each has come: dotted is open, dashed is being judged, double is disputed, solid is settled. The letters behind a settled claim are its ruling.',
    target: '#text [data-anchor]',
    placement: 'bottom',
    open: (desk) => desk.open(null),
  },
  {
    title: 'Every claim, in the order of the text',
    words:
      'A claim keeps its number for good. Here is its stage, its best grades for and against, and how many have judged it. Filter and search above; j and k go from claim to claim.',
    target: '#claims',
    placement: 'right',
    open: (desk) => desk.panes.claims.show(true),
  },
  {
    title: 'What is asked',
    words:
      'Whether somebody said it and whether it is so are two questions: each claim asks one of them. The restatement says it so that it can be read on its own.',
    target: '#claim [data-tour="details"]',
    placement: 'left',
    open: openTelling,
  },
  {
    title: 'Evidence, graded',
    words:
      '▲ supports, ▼ refutes, ◦ is context. The letter grades the source from A, completely reliable, to F, cannot be judged. The number grades what it says, from 1, confirmed, to 6. You type them as b2.',
    target: '#claim [role="tablist"]',
    placement: 'left',
    open(desk) {
      openTelling(desk);
      desk.setTab('evidence');
    },
  },
  {
    title: 'Verdicts, reviews, ruling',
    words:
      'Each analyst gives a verdict with reasons; others review it. Then a lead rules. Whoever held otherwise is kept beside the ruling, in their own words.',
    target: '#claim [role="tablist"]',
    placement: 'left',
    open(desk) {
      openTelling(desk);
      desk.setTab('verdicts');
    },
  },
  {
    title: 'Your verdict is always at the foot',
    words:
      'A digit picks a rating, ↵ gives the verdict and goes on to the next claim, 0 passes. Nothing is told to anybody before you give it.',
    target: '#claim [aria-label="My verdict"]',
    placement: 'left',
    open: openTelling,
  },
  {
    title: 'Hands on the keyboard',
    words:
      '↑ and ↓ go through the text sentence by sentence, c marks a claim, s adds evidence. The ? key shows all of them, and can be told to use others. Whatever can be taken back says so.',
    target: 'header',
    placement: 'bottom',
  },
];
