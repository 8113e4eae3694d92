/**
 * The only thread that writes. It takes whole transactions, never an open one, and
 * commits all that wait at once: one fsync for every room. There is no artificial
 * delay; under load the batches grow by themselves, because work arrives while
 * the disk is busy. Each transaction has a savepoint, so that a bad one falls alone.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Appender } from './appender.ts';
import { Connection } from './connection.ts';
import { type StorageError, storageErrorFrom } from './errors.ts';
import { type DirectoryLock, lockDirectory } from './lock.ts';
import type { Call, FromThread, Reply, ThreadData, ToThread, WriterCalls } from './messages.ts';
import { takeApart } from './plain-error.ts';
import { migrationsDone, refuseNewer } from './version.ts';

type WriterCall = Call<WriterCalls>;

/** Bounds the memory and the time of one transaction, not its delay. */
const BATCH = 2_000;

if (!parentPort) throw new Error('The writer is started by the database');
const port = parentPort;
const { directory, migrations }: ThreadData = workerData;

class Writer {
  readonly #connection: Connection;
  readonly #appender: Appender;
  readonly #lock: DirectoryLock;

  constructor(connection: Connection, lock: DirectoryLock) {
    this.#connection = connection;
    this.#appender = new Appender(connection);
    this.#lock = lock;
  }

  static async open(path: string): Promise<Writer> {
    const lock = lockDirectory(path);
    let connection: Connection | null = null;
    try {
      connection = new Connection(path, 'write');
      await bringUpToDate(connection);
      return new Writer(connection, lock);
    } catch (error) {
      connection?.close();
      lock.release();
      throw error;
    }
  }

  /** Commits `calls` as one transaction and answers each. Never throws. */
  commit(calls: readonly WriterCall[]): Reply[] {
    const replies = new Map<WriterCall, Reply>();
    try {
      this.#connection.prepare('begin immediate').run();
      for (const call of calls) replies.set(call, this.#attempt(call));
      this.#connection.prepare('commit').run();
      this.#appender.committed();
    } catch (error) {
      this.#rollBack();
      this.#answerAfterFailure(calls, replies, storageErrorFrom(error));
    }
    return [...replies.values()];
  }

  /** Throws only when the batch's whole transaction is gone. */
  #attempt(call: WriterCall): Reply {
    this.#connection.prepare('savepoint one').run();
    try {
      const value = this.#carryOut(call);
      this.#connection.prepare('release one').run();
      return { id: call.id, value };
    } catch (error) {
      // A full disk may have ended the transaction, not the statement alone.
      if (!this.#connection.sqlite.inTransaction) throw error;
      this.#connection.prepare('rollback to one').run();
      this.#connection.prepare('release one').run();
      return this.#refuse(call, error);
    }
  }

  #carryOut(call: WriterCall): unknown {
    if (call.name === 'append') return this.#appender.append(call.input);
    return call.input.map((statement) => this.#connection.run(statement));
  }

  #rollBack(): void {
    this.#appender.rolledBack();
    if (!this.#connection.sqlite.inTransaction) return;
    try {
      this.#connection.prepare('rollback').run();
    } catch {
      // The next `begin` says what is wrong with the connection.
    }
  }

  /**
   * One transaction that does not fit on the disk must not take the others with
   * it: they are tried again, each alone. Any other failure of the whole is the
   * disk's, and everybody's. Who was refused already stays refused.
   */
  #answerAfterFailure(
    calls: readonly WriterCall[],
    replies: Map<WriterCall, Reply>,
    error: StorageError,
  ): void {
    for (const call of calls) {
      const reply = replies.get(call);
      if (reply && 'error' in reply) continue;
      const alone = error.code === 'disk-full' && calls.length > 1;
      const answer = alone ? this.commit([call])[0] : undefined;
      replies.set(call, answer ?? this.#refuse(call, error));
    }
  }

  #refuse(call: WriterCall, error: unknown): Reply {
    if (call.name === 'append') this.#appender.closeTerm(call.input.term);
    return { id: call.id, error: takeApart(error) };
  }

  close(): void {
    try {
      this.#connection.close();
    } finally {
      this.#lock.release();
    }
  }
}

async function bringUpToDate(connection: Connection): Promise<void> {
  const done = migrationsDone(connection.sqlite);
  refuseNewer(done, migrations);
  if (done === migrations) return;
  // Kysely takes as long to load as all else here, and most starts have nothing to migrate.
  const { migrate } = await import('./migrate.ts');
  await migrate(connection.sqlite);
}

function send(message: FromThread): void {
  port.postMessage(message);
}

function serve(writer: Writer): void {
  port.on('message', (first: ToThread<WriterCalls>) => {
    const waiting: WriterCall[] = [];
    let message: ToThread<WriterCalls> | undefined = first;
    let closing = false;
    while (message) {
      if (message.type === 'calls') waiting.push(...message.calls);
      if (message.type === 'close') closing = true;
      if (closing || waiting.length >= BATCH) break;
      message = receiveMessageOnPort(port)?.message;
    }
    if (waiting.length > 0) send({ type: 'replies', replies: writer.commit(waiting) });
    if (!closing) return;
    writer.close();
    port.close();
  });
}

try {
  serve(await Writer.open(directory));
  send({ type: 'ready' });
} catch (error) {
  send({ type: 'not-ready', error: takeApart(error) });
  port.close();
}
