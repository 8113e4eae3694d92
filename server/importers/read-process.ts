// The process that reads one file: long ones, and hostile ones, keep nobody else
// waiting here.
import { type Talk, work } from '../apart/work.ts';
import type { FromReading, ToReading } from './read-messages.ts';
import { carryOut, type ReadingTask } from './reading-tasks.ts';

work(async (task: ReadingTask, talk: Talk<ToReading, FromReading>) => {
  const outcome = await carryOut(
    task,
    (count) =>
      new Promise((resolve) => {
        talk.listen(resolve);
        talk.say({ reserve: count });
      }),
  );
  talk.say({ outcome });
});
