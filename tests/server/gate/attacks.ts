/** Every known way to harm a document with an update, by what it harms; how each is told is in attacks/attack.ts. */
import type { Attack } from './attacks/attack.ts';
import { malformed } from './attacks/malformed.ts';
import { marks } from './attacks/marks.ts';
import { otherRoots } from './attacks/other-roots.ts';
import { schema } from './attacks/schema.ts';
import { identities, pending, rights } from './attacks/senders.ts';

export const attacks: readonly Attack[] = [
  ...malformed,
  ...identities,
  ...pending,
  ...otherRoots,
  ...schema,
  ...marks,
  ...rights,
];
