/** Another server as a process of its own: started, waited for, ended. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const PATIENCE_MS = 20_000;

export interface Child {
  stop(): Promise<void>;
}

/** A file of a package that is installed for the bench alone; undefined where it is not. */
export function peerFile(...parts: readonly string[]): string | undefined {
  const file = path.join(import.meta.dirname, '..', 'peers', 'node_modules', ...parts);
  return existsSync(file) ? file : undefined;
}

/** Runs a script under this Node and resolves once it has printed what `ready` matches. */
export async function startChild(
  script: string,
  options: {
    readonly directory: string;
    readonly env: Readonly<Record<string, string>>;
    readonly ready: RegExp;
  },
): Promise<Child> {
  const child = spawn(process.execPath, [script], {
    cwd: options.directory,
    env: { PATH: process.env['PATH'], ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await exited;
  };
  let output = '';
  let patience: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string): void => reject(new Error(`${script} ${why}:\n${output}`));
      const hear = (chunk: Buffer): void => {
        // Only the beginning can say that it is ready; the rest must not pile up here.
        if (output.length < 100_000) output += chunk.toString();
        if (options.ready.test(output)) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('error', reject);
      child.once('exit', (code) => fail(`ended with ${code}`));
      patience = setTimeout(() => fail('did not get ready'), PATIENCE_MS);
    });
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(patience);
  }
  return { stop };
}

/** A port that was free a moment ago, for servers that cannot choose one themselves. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
