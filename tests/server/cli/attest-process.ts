// Attest as a process of its own, as somebody starts it. Whoever starts one ends it.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

export interface Process {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  out(): string;
  err(): string;
  /** Resolves with the match once it is printed; rejects when the process ends without it. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
}

export function spawnAttest(
  script: 'main' | 'cli',
  args: readonly string[],
  directory: string,
  environment: Record<string, string> = {},
): Process {
  const child = spawn(process.execPath, [join(root, `server/${script}.ts`), ...args], {
    cwd: directory,
    env: { PATH: process.env['PATH'], ATTEST_PORT: '0', ATTEST_LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  const watchers = new Set<() => void>();
  const told = () => watchers.forEach((watch) => watch());
  child.stdout?.setEncoding('utf8').on('data', (text: string) => ((out += text), told()));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => ((err += text), told()));
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  return {
    child,
    ended,
    out: () => out,
    err: () => err,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          const found = pattern.exec(out + err);
          if (!found) return;
          watchers.delete(watch);
          resolve(found);
        };
        watchers.add(watch);
        void ended.then((code) =>
          reject(new Error(`Ended with ${code} before ${pattern}:\n${out}\n${err}`)),
        );
        watch();
      }),
  };
}
