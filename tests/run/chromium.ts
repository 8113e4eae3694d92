// Finds the machine's Chromium for the end-to-end tests, and fetches it from
// Debian's packages where it is missing. Browsers are never downloaded otherwise.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** `--no-sandbox` because tests often run as root in a container; the pages are our own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium, `CHROMIUM` in the environment first; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  return [...(named === undefined ? [] : [named]), ...places].find((path) => existsSync(path));
}

/**
 * A Chromium, installed by apt-get if need be. Throws with what to do by hand
 * where that is impossible (no apt-get, no right to install).
 */
export function ensureChromium(): string {
  const present = findChromium();
  if (present !== undefined) return present;
  const byHand =
    'The end-to-end tests need Chromium. Install it (on Debian, as root: apt-get install -y chromium) or name one in CHROMIUM.';
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const command of [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]) {
    const [program, ...rest] = [...asRoot, ...command];
    if (program === undefined) continue;
    const done = spawnSync(program, rest, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (done.status !== 0) throw new Error(`${byHand} ("${command.join(' ')}" failed.)`);
  }
  const installed = findChromium();
  if (installed === undefined) throw new Error(byHand);
  return installed;
}
