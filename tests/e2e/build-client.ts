/** Before the first test: the pages are built, unless the build is younger than all that goes into it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const built = path.join(root, 'client', 'dist');
const sources = ['client', 'domain', 'vite.config.ts', 'package-lock.json'];

export default function buildClient(): void {
  const index = statSync(path.join(built, 'index.html'), { throwIfNoEntry: false });
  const newest = Math.max(...sources.map((source) => changed(path.join(root, source))));
  if (index && index.mtimeMs >= newest) return;
  const vite = path.join(root, 'node_modules', '.bin', 'vite');
  const { status } = spawnSync(vite, ['build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The pages could not be built.');
}

/** When a file, or any file below a folder, was last changed. */
function changed(place: string): number {
  const found = statSync(place);
  if (!found.isDirectory()) return found.mtimeMs;
  const times = readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => path.join(place, name) !== built)
    .map(({ name }) => changed(path.join(place, name)));
  // A folder's own time tells of files that were taken away.
  return Math.max(place === path.join(root, 'client') ? 0 : found.mtimeMs, ...times);
}
