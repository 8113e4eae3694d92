/** The very first account: the owner's, made with the link that the server prints at its start. */
import { queryOptions } from '@tanstack/react-query';
import { nothing, request } from './request.ts';

export interface NewAccount {
  name: string;
  email: string;
  password: string;
}

/** Rejects when the link has been used or is not the newest one. */
export function setupQuery(token: string) {
  return queryOptions({
    queryKey: ['setup', token],
    queryFn: async () => {
      await request(nothing, 'GET', `/setup?token=${encodeURIComponent(token)}`);
      return true;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Makes the owner's account and signs in. */
export async function setUp(token: string, account: NewAccount): Promise<void> {
  await request(nothing, 'POST', '/setup', { token, ...account });
}
