/** Asks the probe inside a measured server. */
import { connect } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Reading {
  /** How late the event loop was, in ms. */
  readonly lagP50: number;
  readonly lagP99: number;
  readonly lagMax: number;
  /** CPU of all its threads; 1 is one core. */
  readonly cores: number;
  readonly rssMb: number;
}

export interface ReadProbe {
  /** Begins a new measurement. */
  reset(): Promise<void>;
  read(): Promise<Reading>;
}

const PATIENCE_MS = 10_000;

/** What a process needs in its environment to carry a probe. */
export function probeEnvironment(directory: string): {
  readonly probe: ReadProbe;
  readonly env: Readonly<Record<string, string>>;
} {
  const socket = path.join(directory, 'probe.sock');
  const preload = pathToFileURL(path.join(import.meta.dirname, 'probe.ts')).href;
  return {
    env: {
      BENCH_PROBE: socket,
      // For a profile of our server, say: --cpu-prof --cpu-prof-dir=…
      NODE_OPTIONS: `--import=${preload} ${process.env['BENCH_NODE_OPTIONS'] ?? ''}`,
    },
    probe: {
      reset: async () => {
        await ask(socket, 'reset');
      },
      read: () => ask(socket, 'read'),
    },
  };
}

function ask(socket: string, request: 'read' | 'reset'): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const connection = connect(socket, () => connection.write(request));
    let answer = '';
    connection.setTimeout(PATIENCE_MS, () => {
      connection.destroy(new Error('The measured server does not answer its probe.'));
    });
    connection.setEncoding('utf8');
    connection.on('data', (chunk: string) => {
      answer += chunk;
    });
    connection.on('error', reject);
    connection.on('close', () => {
      // Written by `probe.ts` beside this file, and by nobody else.
      if (answer !== '') resolve(JSON.parse(answer) as Reading);
    });
  });
}
