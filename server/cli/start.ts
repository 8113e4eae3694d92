/** `attest start`: the server, until it is told to stop. */
import { pino } from 'pino';
import type { Config } from '../config/options.ts';
import { type RunningServer, startServer } from '../server.ts';
import { explain } from './explain.ts';
import { exit, type ExitCode, type Output } from './output.ts';

/** However many are connected: after this long the process ends. Whatever was acknowledged is on the disk. */
const STOP_WITHIN_MS = 10_000;

export async function start(
  config: Config,
  output: Output,
  { empty }: { empty: boolean },
): Promise<ExitCode> {
  const log = pino({ level: config.logLevel });
  let server: RunningServer;
  try {
    server = await startServer({ config, log, announce: (text) => output.out(text), empty });
  } catch (error) {
    output.err(`Attest cannot start: ${explain(error)}`);
    return exit.failed;
  }
  // Before anybody is told that it runs: who hears it may at once tell it to stop.
  const told = signalled();
  // One write: whoever reads the first line has the link as well.
  output.out(
    server.setupUrl === null
      ? `Attest is at ${server.url}`
      : `Attest is at ${server.url}\nNobody owns it yet. Open this link once to make the owner's account:\n  ${server.setupUrl}`,
  );
  await told;
  log.info('stopping');
  const late = setTimeout(() => {
    output.err(
      'Attest did not stop in time and ends now. Everything that was acknowledged is saved.',
    );
    process.exit(exit.failed);
  }, STOP_WITHIN_MS);
  await server.stop();
  clearTimeout(late);
  return exit.done;
}

/** Resolves at the first signal; the second one ends the process as if nobody listened. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    const heard = (): void => {
      process.off('SIGTERM', heard).off('SIGINT', heard);
      resolve();
    };
    process.on('SIGTERM', heard).on('SIGINT', heard);
  });
}
