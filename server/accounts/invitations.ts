/** Invitation links to a document: a secret, a role, an end, and how often it may be used. */
import type { CompiledQuery } from 'kysely';
import type { PersonId } from '../../domain/id.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import type { Database } from '../storage/database.ts';
import { hashToken, newId, newToken } from './token.ts';

export interface Invitation {
  readonly id: string;
  /** The document's row. */
  readonly document: number;
  readonly role: Role;
  readonly expiresAt: number;
  readonly uses: number;
  readonly maxUses: number | null;
  readonly createdBy: PersonId;
}

export interface Invitations {
  /** Those that can still be used. */
  list(document: number): Promise<readonly Invitation[]>;
  find(document: number, id: string): Promise<Invitation | null>;
  /** By the secret of the link. */
  byToken(token: string): Promise<Invitation | Refusal>;
  create(wanted: {
    document: number;
    role: Role;
    by: PersonId;
    expiresAt: number;
    maxUses: number | null;
  }): Promise<{ id: string; token: string }>;
  revoke(id: string): Promise<void>;
  /**
   * The statements that use the invitation and make `person` a member. They
   * fail, and with them their whole transaction, when it has been used up,
   * revoked or has expired by then.
   */
  use(invitation: Invitation, person: PersonId): readonly CompiledQuery[];
}

export const invitationOver = refuse(
  'not-found',
  'This invitation has been used up, withdrawn or is out of date. Ask whoever sent it for a new one.',
);

export function createInvitations({
  database,
  now,
}: {
  database: Database;
  now: () => number;
}): Invitations {
  const { query } = database;
  const usable = () =>
    query
      .selectFrom('invitations')
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now())
      .where((where) =>
        where.or([where('max_uses', 'is', null), where('uses', '<', where.ref('max_uses'))]),
      );
  const columns = [
    'id',
    'document',
    'role',
    'expires_at',
    'uses',
    'max_uses',
    'created_by',
  ] as const;

  return {
    async list(document) {
      const rows = await usable()
        .select(columns)
        .where('document', '=', document)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(fromRow);
    },

    async find(document, id) {
      const row = await usable()
        .select(columns)
        .where('document', '=', document)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async byToken(token) {
      const row = await usable()
        .select(columns)
        .where('token_hash', '=', hashToken(token))
        .executeTakeFirst();
      return row ? fromRow(row) : invitationOver;
    },

    async create({ document, role, by, expiresAt, maxUses }) {
      const id = newId();
      const token = newToken();
      await query
        .insertInto('invitations')
        .values({
          id,
          document,
          token_hash: hashToken(token),
          role,
          created_by: by,
          created_at: now(),
          expires_at: expiresAt,
          max_uses: maxUses,
        })
        .execute();
      return { id, token };
    },

    async revoke(id) {
      await query
        .updateTable('invitations')
        .set({ revoked_at: now() })
        .where('id', '=', id)
        .execute();
    },

    use(invitation, person) {
      const at = now();
      return [
        query
          .insertInto('invitation_uses')
          .values({
            // Null, which the column refuses, unless it can still be used: a
            // condition that the transaction itself checks, not the read before it.
            invitation: usable().select('id').where('id', '=', invitation.id),
            person,
            at,
          })
          .compile(),
        query
          .updateTable('invitations')
          .set((set) => ({ uses: set('uses', '+', 1) }))
          .where('id', '=', invitation.id)
          .compile(),
        query
          .insertInto('members')
          .values({ document: invitation.document, person, role: invitation.role, joined_at: at })
          .onConflict((conflict) =>
            conflict.columns(['document', 'person']).doUpdateSet({ role: invitation.role }),
          )
          .compile(),
      ];
    },
  };
}

function fromRow(row: {
  id: string;
  document: number;
  role: Role;
  expires_at: number;
  uses: number;
  max_uses: number | null;
  created_by: number;
}): Invitation {
  return {
    id: row.id,
    document: row.document,
    role: row.role,
    expiresAt: row.expires_at,
    uses: row.uses,
    maxUses: row.max_uses,
    createdBy: row.created_by,
  };
}
