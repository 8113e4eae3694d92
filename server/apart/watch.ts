// A thread beside the work, which may compute for minutes without a pause: ends
// the process once the server is gone or the work has had its time.
import { workerData } from 'node:worker_threads';

const { server, seconds }: { readonly server: number; readonly seconds: number } = workerData;

setInterval(() => {
  // Whoever loses their parent is given another one.
  if (process.ppid !== server) process.kill(process.pid, 'SIGKILL');
  const { user, system } = process.cpuUsage();
  if (user + system > seconds * 1_000_000) process.kill(process.pid, 'SIGALRM');
}, 200);
