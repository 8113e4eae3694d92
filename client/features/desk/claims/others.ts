/** People beside a claim of the list: whoever is asked, and whoever has it open. */
import { useMemo } from 'react';
import type { Person } from '../../../../domain/record/state.ts';
import { usePresence } from '../header/use-presence.ts';

export interface Other {
  readonly id: number;
  readonly name: string;
}

export const nobody: readonly Other[] = [];

export function namesOf(
  people: ReadonlyMap<number, Person>,
  ids: readonly number[],
): readonly Other[] {
  return ids.length === 0
    ? nobody
    : ids.map((id) => ({ id, name: people.get(id)?.name ?? 'Somebody' }));
}

/** Who else has which claim open. */
export function useOthersByClaim(live: Parameters<typeof usePresence>[0]): Map<string, Other[]> {
  const here = usePresence(live);
  const me = live.session.person.id;
  return useMemo(() => {
    const others = new Map<string, Other[]>();
    for (const { id, name, claim } of here) {
      if (claim !== null && id !== me)
        others.set(claim, [...(others.get(claim) ?? []), { id, name }]);
    }
    return others;
  }, [here, me]);
}
