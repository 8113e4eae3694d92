/** Which words of the text are talked about, and how much: open threads alone. */
import { useMemo } from 'react';
import { useRecord } from '../desk-context.ts';
import { threadsIn } from './threads.ts';

export function useThreadPaints(): ReadonlyMap<string, number> {
  const threads = threadsIn(useRecord());
  return useMemo(
    () =>
      new Map(
        threads
          .filter(({ first, resolved }) => first.anchor && !resolved)
          .map(({ first, comments }) => [
            first.id,
            comments.filter(({ deleted }) => !deleted).length,
          ]),
      ),
    [threads],
  );
}
