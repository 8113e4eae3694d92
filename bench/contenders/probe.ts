/**
 * Loaded into a measured server before its own code (`node --import`): answers
 * on a local socket how far its event loop lagged and what it used. The server
 * itself knows nothing of it.
 */
import { unlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';
import type { Reading } from './probe-client.ts';

const RESOLUTION_MS = 1;
const NANOSECONDS_PER_MS = 1e6;

const socket = process.env['BENCH_PROBE'];

// Worker threads load it too: the loop in question is the one that serves sockets.
if (socket !== undefined && isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let began = performance.now();
  let usage = process.cpuUsage();

  /** The histogram holds times between two ticks; what is above their interval is lag. */
  const lag = (nanoseconds: number): number =>
    Math.max(0, nanoseconds / NANOSECONDS_PER_MS - RESOLUTION_MS);

  const read = (): Reading => {
    const { user, system } = process.cpuUsage(usage);
    return {
      lagP50: lag(delay.percentile(50)),
      lagP99: lag(delay.percentile(99)),
      lagMax: lag(delay.max),
      cores: (user + system) / 1000 / (performance.now() - began),
      rssMb: process.memoryUsage().rss / 2 ** 20,
    };
  };

  const server = createServer((connection) => {
    connection.on('error', () => {});
    connection.once('data', (request) => {
      if (request.toString() === 'reset') {
        delay.reset();
        began = performance.now();
        usage = process.cpuUsage();
      }
      connection.end(JSON.stringify(read()));
    });
  });
  server.listen(socket);
  server.unref();
  process.once('exit', () => {
    try {
      unlinkSync(socket);
    } catch {
      // Its directory may be gone already.
    }
  });
}
