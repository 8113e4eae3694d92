/** Who else has this document open, and what they look at: from awareness, stamped by the server. */
import { useEffect, useState } from 'react';
import { presence, type Presence } from '../../../../domain/protocol/presence.ts';
import type { LiveDocument } from '../../../store/document.ts';

export interface Here {
  readonly id: number;
  readonly name: string;
  /** The claim that they have open in one of their windows. */
  readonly claim: string | null;
  readonly writing: boolean;
}

/** One entry a person, however many windows they have; oneself first. */
export function usePresence({ awareness, session }: LiveDocument): readonly Here[] {
  const [here, setHere] = useState<readonly Here[]>([]);
  useEffect(() => {
    const read = (): void => {
      const people = new Map<number, Here>([
        [session.person.id, { ...session.person, claim: null, writing: false }],
      ]);
      for (const state of awareness.getStates().values()) {
        const { success, data } = presence.safeParse(state);
        if (!success || !data.user) continue;
        const { id, name } = data.user;
        const known = people.get(id);
        people.set(id, {
          id,
          name,
          claim: data.claim ?? known?.claim ?? null,
          writing: data.writing === true || Boolean(data.speaking) || known?.writing === true,
        });
      }
      setHere([...people.values()]);
    };
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [awareness, session]);
  return here;
}

/** Tells the others one thing about this page for as long as it holds. */
export function useAnnounce<Key extends 'claim' | 'writing'>(
  { awareness }: LiveDocument,
  key: Key,
  value: NonNullable<Presence[Key]> | null,
): void {
  useEffect(() => {
    awareness.setLocalStateField(key, value ?? (key === 'writing' ? false : null));
  }, [awareness, key, value]);
}
