/** The panel of a claim in a newsroom of its own, for each test anew. */
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { Claim } from '../../../../domain/record/claim.ts';
import { verdictKey } from '../../../../domain/record/verdict.ts';
import { byRole } from './hands.ts';
import { Newsroom, type Opened, type Opening, openPanel } from './panel.tsx';

export let room: Newsroom;
const open: Opened[] = [];

beforeAll(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
beforeEach(() => {
  room = new Newsroom();
});
afterEach(() => {
  for (const opened of open.splice(0)) opened.close();
});

export async function show(opening: Opening): Promise<Opened> {
  const opened = await openPanel(room, opening);
  open.push(opened);
  return opened;
}

export function claimOf(id: string): Claim {
  const claim = room.state.claims.get(id);
  if (!claim) throw new Error('There is no such claim');
  return claim;
}

export const own = (claim: string, person: number) =>
  room.state.verdicts.get(verdictKey(claim, person));
export const ratingOf = (claim: string, person: number): string | undefined => {
  const verdict = own(claim, person);
  return verdict?.kind === 'verdict' ? verdict.rating : verdict?.kind;
};

export function valueOf(panel: HTMLElement, name: string): string {
  const field = byRole(panel, 'textbox', name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field.value
    : '';
}

export function isChecked(panel: HTMLElement, name: string): boolean {
  const input = byRole(panel, 'radio', name);
  return input instanceof HTMLInputElement && input.checked;
}
