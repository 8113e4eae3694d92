/** That, not what, somebody writes in a thread or on a claim at this moment: told by presence, kept nowhere. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { presence } from '../../../../domain/protocol/presence.ts';
import type { LiveDocument } from '../../../store/document.ts';

/** A burst of keys that ends sooner says nothing, in ms: on a phone whole words come as one. */
const BURST = 1_000;
/** So long after the last key they write no more, in ms. */
const QUIET = 6_000;

type Aware = Pick<LiveDocument, 'awareness' | 'session'>;

/** Call what it gives at each key. `at` is the thread or the claim; null for neither. */
export function useSpeaking({ awareness }: Aware, at: string | null): () => void {
  const timers = useRef({ begun: 0, quiet: 0, told: false });
  useEffect(() => {
    const kept = timers.current;
    return () => {
      window.clearTimeout(kept.quiet);
      if (kept.told) awareness.setLocalStateField('speaking', null);
      kept.told = false;
      kept.begun = 0;
    };
  }, [awareness, at]);
  return () => {
    const kept = timers.current;
    const now = performance.now();
    window.clearTimeout(kept.quiet);
    kept.quiet = window.setTimeout(() => {
      kept.begun = 0;
      if (kept.told) awareness.setLocalStateField('speaking', null);
      kept.told = false;
    }, QUIET);
    if (kept.begun === 0) kept.begun = now;
    if (kept.told || at === null || now - kept.begun < BURST) return;
    kept.told = true;
    awareness.setLocalStateField('speaking', at);
  };
}

/** Who else writes, as one says it, by thread and claim: "Ben is writing…". */
export function useSpeakers({ awareness, session }: Aware): ReadonlyMap<string, string> {
  const me = session.person.id;
  const [told, setTold] = useState('{}');
  useEffect(() => {
    const read = (): void => setTold(JSON.stringify(speakersIn(awareness.getStates(), me)));
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [awareness, me]);
  // Carets move all the time; the list is drawn anew only when what it says is another.
  return useMemo(() => new Map(Object.entries(JSON.parse(told) as Record<string, string>)), [told]);
}

function speakersIn(states: ReadonlyMap<number, unknown>, me: number): Record<string, string> {
  const names = new Map<string, Set<string>>();
  for (const state of states.values()) {
    const { user, speaking } = presence.safeParse(state).data ?? {};
    if (!user || !speaking || user.id === me) continue;
    names.set(speaking, (names.get(speaking) ?? new Set()).add(user.name));
  }
  return Object.fromEntries([...names].map(([at, who]) => [at, speakingWords([...who])]));
}

function speakingWords(names: readonly string[]): string {
  const [first, second, ...rest] = names;
  if (rest.length > 0) return `${names.length} people are writing…`;
  return second === undefined ? `${first} is writing…` : `${first} and ${second} are writing…`;
}
