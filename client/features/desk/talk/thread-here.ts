/** The thread that somebody is at, for what is done from outside of it. */
import { threadsOn } from '../../../../domain/talk/thread.ts';
import type { Desk } from '../desk-context.ts';
import { threadsIn } from './threads.ts';

let last: string | null = null;

/** Somebody came to this thread; they may go on to the palette from there. */
export function cameTo(thread: string): void {
  last = thread;
}

/** Of those on the open claim (without one, of the document's): the one they were in last, or the only one; else null. */
export function threadHere({ live, current }: Pick<Desk, 'live' | 'current'>): string | null {
  const record = live.store.getState();
  const all = threadsIn(record);
  const here = current === null ? all : threadsOn(record, all, current);
  const [one] = here.length === 1 ? here : here.filter(({ first }) => first.id === last);
  return one?.first.id ?? null;
}
