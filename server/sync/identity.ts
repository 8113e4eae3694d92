/** Who stands behind a request or a socket, as far as a room needs to know. */
import type { PersonId } from '../../domain/id.ts';
import { type Role, weaker } from '../../domain/role.ts';

export interface Participant {
  readonly id: PersonId;
  readonly name: string;
  /** Owns the workspace, and so is lead of every document. */
  readonly owner: boolean;
  /** What a token allows at most; null for a session. */
  readonly cap: Role | null;
}

/** Somebody's role here and now, never above the cap of the token they came with; null for a stranger. */
export function effectiveRole({ owner, cap }: Participant, role: Role | null): Role | null {
  const full = owner ? 'lead' : role;
  return full === null || cap === null ? full : weaker(cap, full);
}
