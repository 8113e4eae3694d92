/** What went wrong, for whoever runs the server. */
import { RefusedError } from '../refused-error.ts';
import { StorageError } from '../storage/errors.ts';

export function explain(error: unknown): string {
  if (error instanceof StorageError || error instanceof RefusedError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    const port = 'port' in error ? ` ${String(error.port)}` : '';
    return `its port${port} is taken. Stop what listens there, or set ATTEST_PORT to another one.`;
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return `${error.message}. Attest needs to write its data and key directories, and a port that it may open.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `${error.message}. ATTEST_HOST must be an address of this machine.`;
  }
  // Not foreseen: whoever looks into it needs to know where.
  return error.stack ?? error.message;
}
