/** Who has read what, in words. */
import type { PersonId } from '../../../../../domain/id.ts';
import type { Person } from '../../../../../domain/record/state.ts';
import type { ReadBlocks } from '../../../../store/readings.ts';

/** Names of those who have read this block, without `me`. */
export function readersOf(
  block: string,
  read: ReadBlocks,
  people: ReadonlyMap<PersonId, Person>,
  me: PersonId,
): readonly string[] {
  return [...read].flatMap(([id, blocks]) => {
    const person = people.get(id);
    return id !== me && person && blocks.has(block) ? [person.name] : [];
  });
}

export interface ReadWhole {
  /** Names of members who have read every block. */
  readonly names: readonly string[];
  readonly members: number;
}

export function readWhole(
  blocks: readonly string[],
  read: ReadBlocks,
  people: ReadonlyMap<PersonId, Person>,
): ReadWhole {
  const members = [...people.values()].filter(({ role }) => role !== null);
  const names = members
    .filter(({ id }) => {
      const seen = read.get(id);
      return seen !== undefined && blocks.length > 0 && blocks.every((block) => seen.has(block));
    })
    .map(({ name }) => name);
  return { names, members: members.length };
}

/** "Ana, Ben and Cem" */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
