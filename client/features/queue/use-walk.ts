/** The walk through the queue inside a desk: where one stands on it, and the way on, into the next document too. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { queryClient } from '../api/query-client.ts';
import { type QueueItem, walkQuery } from '../api/queue.ts';
import { addressOf } from './task-words.ts';
import { placeOf, stepFrom, type Stop, withNew } from './walk.ts';
import { currentWalk, everything, keepWalk, onWalk } from './walk-kept.ts';

export interface QueueWalk {
  /** Null while one goes no walk, or this claim is no part of it. */
  readonly place: { readonly at: number; readonly of: number } | null;
  readonly isWalking: boolean;
  /** Nothing else waits on this walk. */
  readonly isDone: boolean;
  /** To the next or previous claim that waits; begins a walk where none is under way. */
  go(by: 1 | -1): void;
  end(): void;
}

export function useWalk(
  document: string,
  claim: string | null,
  say: (words: string) => void,
): QueueWalk {
  const walk = useSyncExternalStore(onWalk, currentWalk);
  const { data } = useQuery({ ...walkQuery(walk?.view ?? everything), enabled: walk !== null });

  // What came meanwhile gets its place at the end, once.
  useEffect(() => {
    if (!walk || !data) return;
    const seen = withNew(walk.seen, data.map(stopOf));
    if (seen !== walk.seen) keepWalk({ ...walk, seen: [...seen] });
  }, [walk, data]);

  return useMemo(() => {
    const here = { document, claim };
    const at = walk ? placeOf(walk.seen, here) : -1;
    const left = walk && data ? stepFrom(walk.seen, data.map(stopOf), here, 1) : undefined;

    async function go(by: 1 | -1): Promise<void> {
      const view = currentWalk()?.view ?? everything;
      let items: readonly QueueItem[];
      try {
        items = await queryClient.fetchQuery({ ...walkQuery(view), staleTime: 2_000 });
      } catch (error) {
        return say(error instanceof Error ? error.message : 'The queue could not be read.');
      }
      const stops = items.map(stopOf);
      const seen = withNew(currentWalk()?.seen ?? [], stops);
      keepWalk({ view, seen: [...seen] });
      const next = stepFrom(seen, stops, here, by);
      // A copy of a document has the same claims.
      const item = items.find(
        ({ document: { id }, claim: { id: at } }) => id === next?.document && at === next.claim,
      );
      if (item) navigate(addressOf(item));
      else say('Done for now: nothing else waits for you.');
    }

    return {
      place: walk && at >= 0 ? { at: at + 1, of: walk.seen.length } : null,
      isWalking: walk !== null,
      isDone: left === null,
      go: (by) => void go(by),
      end: () => keepWalk(null),
    };
  }, [walk, data, document, claim, say]);
}

export function stopOf({ document, claim }: QueueItem): Stop {
  return { document: document.id, claim: claim.id, number: claim.number };
}
