/**
 * The rows of everything about people and what they may reach. The first four
 * tables belong to better-auth, which writes them through the same Kysely
 * (times as ISO text, booleans as 0 or 1); all others are ours (times in ms).
 */
import type { ColumnType } from 'kysely';
import type { Role } from '../../domain/role.ts';

interface UserTable {
  id: string;
  name: string;
  /** Lower case. */
  email: string;
  emailVerified: number;
  image: string | null;
  createdAt: string;
  updatedAt: string;
}

interface SessionTable {
  id: string;
  expiresAt: string;
  token: string;
  createdAt: string;
  updatedAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

interface AccountTable {
  id: string;
  accountId: string;
  /** `credential` for e-mail and password. */
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
}

/** One row, written once, when the owner signs up. */
interface WorkspaceTable {
  id: 1;
  owner: number;
  created_at: number;
}

interface SetupTokenTable {
  hash: string;
  created_at: number;
}

interface MemberTable {
  document: number;
  person: number;
  role: Role;
  joined_at: number;
}

/** Whom the records of an imported document name, though they never acted here. */
interface NamedPeopleTable {
  document: number;
  person: number;
}

interface InvitationTable {
  id: string;
  document: number;
  token_hash: string;
  role: Role;
  created_by: number;
  created_at: number;
  expires_at: number;
  /** Null: as often as one likes. A CHECK keeps `uses` at or below it. */
  max_uses: number | null;
  uses: ColumnType<number, number | undefined, number>;
  revoked_at: number | null;
}

interface InvitationUseTable {
  invitation: string;
  person: number;
  at: number;
}

interface AccessTokenTable {
  id: string;
  person: number;
  name: string;
  hash: string;
  /** What the token may at most, whatever its person may. */
  role: Role;
  created_at: number;
  expires_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
}

export interface AccountTables {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;
  workspace: WorkspaceTable;
  setup_tokens: SetupTokenTable;
  members: MemberTable;
  named_people: NamedPeopleTable;
  invitations: InvitationTable;
  invitation_uses: InvitationUseTable;
  access_tokens: AccessTokenTable;
}
