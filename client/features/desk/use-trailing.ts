/**
 * Going from claim to claim shows where one is in the frame of the key; the
 * right pane and the header, which take longer to draw, follow in frames of
 * their own. Nobody can act on a claim that they have left: the first key of
 * any other kind has them catch up before it is read.
 */
import { useDeferredValue, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Desk } from './desk-context.ts';

/** The desk as those parts draw it: a claim behind at times, in everything else the newest. */
export function useTrailing(desk: Desk): Desk {
  const [caughtUp, catchUp] = useState<string | null>(null);
  const deferred = useDeferredValue(desk);
  const { current } = desk;
  // Coming back to that claim later is a step like any other.
  if (caughtUp !== null && current === deferred.current) catchUp(null);
  const isBehind = current !== deferred.current && current !== caughtUp;

  useLayoutEffect(() => {
    if (!isBehind) return;
    const press = (event: KeyboardEvent): void => {
      // A key that is held down goes on going.
      if (!event.repeat) flushSync(() => catchUp(current));
    };
    // Before anybody else hears of the key.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [isBehind, current]);

  return isBehind ? deferred : desk;
}
