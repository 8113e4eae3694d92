/** Personal access tokens: for scripts, the command line and other editors. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { instant } from '../../../domain/id.ts';
import type { Role } from '../../../domain/role.ts';
import { role } from './person.ts';
import { nothing, request } from './request.ts';

const accessToken = z.object({
  id: z.string(),
  name: z.string(),
  role,
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: z.nullable(instant),
});
export type AccessToken = z.output<typeof accessToken>;

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: () => request(z.array(accessToken), 'GET', '/tokens'),
});

export interface TokenTerms {
  name: string;
  expiresInDays: number;
  role: Role;
}

/** `token` is told this once; only its hash is kept. */
export function createToken(terms: TokenTerms): Promise<{ id: string; token: string }> {
  return request(z.object({ id: z.string(), token: z.string() }), 'POST', '/tokens', terms);
}

export async function revokeToken(id: string): Promise<void> {
  await request(nothing, 'DELETE', `/tokens/${encodeURIComponent(id)}`);
}
