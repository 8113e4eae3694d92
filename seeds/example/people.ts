// Who checked the example. They are people of the workspace who have no account.
import type { Person } from '../../domain/record/state.ts';

/** Three analysts and a lead, with the numbers that they have in the example. */
export const people = {
  mara: { id: 1, name: 'Mara Lindqvist', role: 'analyst' },
  tomas: { id: 2, name: 'Tomás Reyes', role: 'analyst' },
  jiwoo: { id: 3, name: 'Ji-woo Han', role: 'analyst' },
  ade: { id: 4, name: 'Ade Okafor', role: 'lead' },
} as const satisfies Record<string, Person>;
export type Who = keyof typeof people;
