/**
 * One after the other: what is read inside `work` still holds when it writes.
 * Signing up and joining go through it, so that two uses of one invitation or
 * of one e-mail address meet here and not as a failed append in a room.
 */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
