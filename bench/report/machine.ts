/** What the figures were measured on; without it they say nothing. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from '../../tests/run/chromium.ts';

export interface Machine {
  readonly date: string;
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly yjs: string;
  readonly chromium: string;
  /** Of the last minute before the bench began: above 0.5 others were at work too. */
  readonly load: number;
}

export function machine(): Machine {
  return {
    date: new Date().toISOString(),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    processor: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    yjs: installed('yjs'),
    chromium: chromiumVersion(),
    load: os.loadavg()[0] ?? Number.NaN,
  };
}

export function describe(found: Machine): string {
  return [
    `${found.date}, ${found.system}, ${found.cores} cores (${found.processor}), ${found.memoryGb} GB,`,
    `Node ${found.node}, Yjs ${found.yjs}, ${found.chromium}; load average before: ${found.load.toFixed(1)}`,
  ].join(' ');
}

function installed(name: string): string {
  const file = path.join(import.meta.dirname, '..', '..', 'node_modules', name, 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}

function chromiumVersion(): string {
  const program = findChromium();
  if (program === undefined) return 'no Chromium';
  return execFileSync(program, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim();
}
