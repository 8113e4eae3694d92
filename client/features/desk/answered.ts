/** Nobody waits at a form for a server that is away: what they gave is kept here and goes out later. */
import type { Refusal } from '../../../domain/refusal.ts';
import type { DocumentHandle } from '../../store/document.ts';
import type { Done } from '../../store/record-store.ts';

/** The server's answer to a command; null as soon as it cannot come. */
export function answered(
  handle: DocumentHandle,
  result: Promise<Done | Refusal>,
): Promise<Done | Refusal | null> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (handle.getSnapshot().connection.kind !== 'live') finish(null);
    };
    const unsubscribe = handle.subscribe(look);
    const finish = (answer: Done | Refusal | null): void => {
      unsubscribe();
      resolve(answer);
    };
    result.then(finish, reject);
    look();
  });
}
