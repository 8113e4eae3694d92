/** A moment as people say it ("2 days ago"), exact on hover and for machines. */
import { exactTime, relativeTime } from './time-words.ts';

export function When({ at, now = Date.now() }: { at: number; now?: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}
