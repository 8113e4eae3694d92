/** The whole server as its own process, as `npm start` runs it: for tests that kill it, and for browsers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const MAIN = path.join(ROOT, 'server', 'main.ts');

export interface ServerProcess {
  readonly url: string;
  /** Null once there is an owner. */
  readonly setupUrl: string | null;
  readonly pid: number;
  /** Everything it printed. */
  output(): string;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** Starts it on a data directory and waits until it says where it is. `port` 0 takes a free one. */
export async function startProcess(options: {
  readonly directory: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<ServerProcess> {
  const { directory, port = 0, env = {} } = options;
  const child = spawn(process.execPath, [MAIN], {
    cwd: directory,
    env: {
      PATH: process.env['PATH'],
      ATTEST_PORT: String(port),
      ATTEST_DATA_DIRECTORY: path.join(directory, 'data'),
      ATTEST_KEY_DIRECTORY: path.join(directory, 'keys'),
      ATTEST_LOG_LEVEL: 'warn',
      // Half of a start is the reading of the server's files, and tests start it hundreds of times.
      NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules', '.cache', 'attest-tests'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  await new Promise<void>((resolve, reject) => {
    const ready = (): void => {
      if (!/Attest is at .*\n/.test(output)) return;
      // The set-up link, where there is one, is printed in the same go.
      setImmediate(resolve);
    };
    child.stdout.on('data', ready);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
  const url = /Attest is at (\S+)/.exec(output)?.[1] ?? '';
  return {
    url: url.replace('localhost', '127.0.0.1'),
    setupUrl: /(http\S+\/setup\?token=\S+)/.exec(output)?.[1] ?? null,
    pid: child.pid ?? 0,
    output: () => output,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
