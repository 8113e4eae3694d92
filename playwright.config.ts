// End-to-end tests in the machine's own Chromium; nothing is downloaded. Each
// spec starts the server it needs, on a data directory of its own.
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './tests/run/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: ['./tests/e2e/build-client.ts', './tests/e2e/first-start.ts'],
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  // A test waits for its server and for the screen half of its time; each has a server and a data directory to itself.
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  // Generous: speed is measured in bench/, never asserted here, and a test's own waits end as soon as they can.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    // A click that finds nothing fails soon and says so, long before the test's own limit.
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A trace costs a tenth of the time; whoever looks for a fault asks for one by `--trace on`.
    trace: 'off',
    launchOptions: {
      args: chromiumFlags,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
