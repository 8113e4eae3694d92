/**
 * A thread that only reads: queries, and the work that needs a document's whole
 * log. Such work pauses between pages, so that queries are answered meanwhile
 * and no long read keeps the write-ahead log from being folded in.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type ReadContext, readTasks } from '../log/read-tasks.ts';
import { Connection } from './connection.ts';
import type { Call, FromThread, ReaderCalls, Reply, ThreadData, ToThread } from './messages.ts';
import { takeApart } from './plain-error.ts';
import { checkVersion } from './version.ts';

if (!parentPort) throw new Error('The reader is started by the database');
const port = parentPort;
const { directory, migrations }: ThreadData = workerData;
const cancelled = new Set<number>();
let closing = false;

function send(message: FromThread): void {
  port.postMessage(message);
}

async function answer(connection: Connection, call: Call<ReaderCalls>): Promise<Reply> {
  const context: ReadContext = {
    connection,
    progress: (done, of) => send({ type: 'progress', id: call.id, done, of }),
    isCancelled: () => closing || cancelled.has(call.id),
  };
  try {
    return { id: call.id, value: await carryOut(context, call) };
  } catch (error) {
    return { id: call.id, error: takeApart(error) };
  } finally {
    cancelled.delete(call.id);
  }
}

function carryOut(context: ReadContext, call: Call<ReaderCalls>): unknown {
  switch (call.name) {
    case 'query':
      return context.connection.run(call.input);
    case 'load':
      return readTasks.load(context, call.input);
    case 'snapshot':
      return readTasks.snapshot(context, call.input);
    case 'firstText':
      return readTasks.firstText(context, call.input);
    case 'search':
      return readTasks.search(context, call.input);
    case 'verify':
      return readTasks.verify(context, call.input);
  }
}

function serve(connection: Connection): void {
  const running = new Set<Promise<void>>();
  port.on('message', (message: ToThread<ReaderCalls>) => {
    if (message.type === 'cancel') cancelled.add(message.id);
    if (message.type === 'calls') {
      for (const call of message.calls) {
        const run = answer(connection, call).then((reply) => {
          send({ type: 'replies', replies: [reply] });
          running.delete(run);
        });
        running.add(run);
      }
    }
    if (message.type === 'close') {
      closing = true;
      void Promise.all(running).then(() => {
        connection.close();
        port.close();
      });
    }
  });
}

try {
  const connection = new Connection(directory, 'read');
  checkVersion(connection.sqlite, migrations);
  serve(connection);
  send({ type: 'ready' });
} catch (error) {
  send({ type: 'not-ready', error: takeApart(error) });
  port.close();
}
