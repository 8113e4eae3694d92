/** What a close code of the socket means here, where the server gave no words of its own. */
import { refuse, type Refusal, type RefusalCode } from '../../domain/refusal.ts';

const meanings: Readonly<Record<number, readonly [RefusalCode, string]>> = {
  4400: ['bad-request', 'The server could not read what this page sent.'],
  4401: ['signed-out', 'You are signed out. Sign in again to go on.'],
  4403: ['forbidden', 'You have no access to this document any more. A lead can invite you again.'],
  4404: ['not-found', 'This document was deleted.'],
  4409: ['conflict', 'This document began anew on the server. Your unsent words are kept here.'],
  4413: ['update-too-large', 'This change is too large to be saved.'],
  4422: ['malformed-update', 'The server refused this change of the text.'],
};

/** Codes that say something about what this page sent: its words are handed back and it starts over. */
export const refusedCodes: ReadonlySet<number> = new Set([4400, 4413, 4422]);

export function meaningOf(code: number, reason: string): Refusal {
  const [refusal, words] =
    meanings[code] ?? (['internal', 'The server ended the connection.'] as const);
  return refuse(refusal, reason || words);
}

/** Those of 4400 to 4499 are final, save that one is told to slow down. */
export function mayReconnect(code: number): boolean {
  return code === 4429 || code < 4400 || code >= 4500;
}
