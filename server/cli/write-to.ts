/** A command's file: written whole, called off by a signal, and told of. */
import { explain } from './explain.ts';
import { exit, type ExitCode, type Output } from './output.ts';
import { NotWritten, writeNewFile } from './write-file.ts';

export async function writeTo(
  to: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  output: Output,
): Promise<ExitCode> {
  const interrupted = new AbortController();
  const stop = (): void => interrupted.abort(new NotWritten('it was interrupted'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await writeNewFile(to, chunks, interrupted.signal);
  } catch (error) {
    const why = error instanceof NotWritten ? error.message : explain(error);
    output.err(`${to} was not written: ${why}`);
    return exit.failed;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
  output.err(`${to} written`);
  return exit.done;
}
