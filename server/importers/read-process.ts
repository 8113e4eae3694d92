// The process that reads one file of text, and ends. Long files, and hostile
// ones, keep nobody else waiting here: this process is ended when it takes too
// long, and ends alone when it needs too much memory, as no thread would.
import { type FromReading, carryOut, type ReadingTask } from './reading-tasks.ts';

process.once('message', (task: ReadingTask) => {
  let answer: FromReading;
  try {
    answer = { result: carryOut(task) };
  } catch (error) {
    answer = { error };
  }
  // Whoever asked may be gone; then there is nobody to tell.
  process.send?.(answer, undefined, {}, () => process.disconnect());
});
