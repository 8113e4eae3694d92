// The thread that reads one file of text, and ends. Long files, and hostile
// ones, keep nobody else waiting here, and are ended when they take too long.
import { parentPort, workerData } from 'node:worker_threads';
import { carryOut, type ReadingTask } from './reading-tasks.ts';

if (!parentPort) throw new Error('The reader of imports is started by read-apart.ts');
const task: ReadingTask = workerData;
parentPort.postMessage(carryOut(task));
