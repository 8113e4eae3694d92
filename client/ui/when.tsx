/** A moment as people say it ("2 days ago"), exact on hover and for machines. */
import { useNow } from './clock.ts';
import { exactTime, relativeTime } from './time-words.ts';

export function When({ at }: { at: number }) {
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}
