/** Why an action on the current claim cannot be done: no claim is open, or a refusal. */
import type { Refusal } from '../../../../domain/refusal.ts';
import type { Desk } from '../../desk/desk-context.ts';

export function needsClaim({ current }: Desk): string | null {
  return current === null ? 'Open a claim first.' : null;
}

/** The check is asked of the claim that is open. */
export function offClaim(desk: Desk, check: (claimId: string) => Refusal | null): string | null {
  if (desk.current === null) return needsClaim(desk);
  return check(desk.current)?.reason ?? null;
}
