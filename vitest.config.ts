// Unit, property and real-socket tests: plain Node. A file that needs a DOM says so
// in its first line (`// @vitest-environment happy-dom`). Playwright's *.spec.ts stay out.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    // By default one less than there are cores, which on a small machine is one.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
