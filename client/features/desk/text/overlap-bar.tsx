/** Where several claims and threads lie over each other, all of them, to choose from: a pointer says a place, not a claim. */
import { MessageSquare, X } from 'lucide-react';
import type { Claim } from '../../../../domain/record/claim.ts';
import type { Thread } from '../../../../domain/talk/thread.ts';
import { plainWords } from '../../../../domain/talk/words.ts';
import { classes } from '../../../ui/classes.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { SHEET, useNarrow } from '../../../ui/use-narrow.ts';
import { threadsIn } from '../talk/threads.ts';
import styles from './overlap-bar.module.css';

export function OverlapBar() {
  const { overlap, setOverlap, current, thread: opened, open, openThread } = useDesk();
  const record = useRecord();
  const sheet = useNarrow(SHEET);
  if (overlap.length < 2) return null;
  const claims = overlap.flatMap((id) => {
    const claim = record.claims.get(id);
    return claim && !claim.withdrawn ? [claim] : [];
  });
  const threads = threadsIn(record).filter(({ first }) => overlap.includes(first.id));
  if (claims.length + threads.length < 2) return null;
  const what = whatIsHere(claims, threads);

  function take(choose: () => void): void {
    choose();
    setOverlap(sheet ? [] : overlap);
  }

  return (
    <section className={styles.bar} aria-label={`${what} at this place`} data-keep-clear="">
      <div className={styles.top}>
        <span>{countsOf(claims, threads)} at this place</span>
        <button
          type="button"
          className={styles.close}
          aria-label={`Close the list of ${what.toLowerCase()} at this place`}
          onClick={() => setOverlap([])}
        >
          <X size={14} aria-hidden />
        </button>
      </div>
      <ul className={styles.list}>
        {claims.map(({ id, number, quote }) => (
          <li key={id}>
            <button
              type="button"
              className={classes(styles.claim, id === current && styles.current)}
              aria-current={id === current}
              onClick={() => take(() => open(id, 'text'))}
            >
              <span className={styles.number}>#{number}</span>
              <span dir="auto" className={styles.quote}>
                {quote.exact}
              </span>
            </button>
          </li>
        ))}
        {threads.map(({ first }) => {
          const isOpen = current === null && first.id === opened;
          return (
            <li key={first.id}>
              <button
                type="button"
                className={classes(styles.claim, isOpen && styles.current)}
                aria-current={isOpen}
                onClick={() => take(() => openThread(first.id))}
              >
                <span className={styles.number}>
                  <MessageSquare size={13} aria-hidden />
                  <span className="visually-hidden">Thread: </span>
                </span>
                <span dir="auto" className={styles.said}>
                  {plainWords(first.comment, (id) => record.people.get(id)?.name ?? 'somebody') ||
                    'Deleted'}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function whatIsHere(claims: readonly Claim[], threads: readonly Thread[]): string {
  if (threads.length === 0) return 'Claims';
  return claims.length === 0 ? 'Threads' : 'Claims and threads';
}

/** "2 claims and 1 thread" */
function countsOf(claims: readonly Claim[], threads: readonly Thread[]): string {
  return [counted(claims.length, 'claim'), counted(threads.length, 'thread')]
    .filter(Boolean)
    .join(' and ');
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
