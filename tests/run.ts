// Everything that must hold before a change is done, in one command: formatting,
// lint, types, import rules, unused code, the client's build, all tests. Every
// step runs even if an earlier one failed; the very last line is the verdict.
//
//   npm test                 everything
//   npm run check            all but the two test suites
//   npm test -- unit e2e     the named steps
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { ensureChromium } from './run/chromium.ts';
import { playwrightCount, verdictLine, vitestCount, type Count } from './run/reports.ts';

const reports = 'test-results/reports';
const vitestReport = `${reports}/vitest.json`;
const playwrightReport = `${reports}/playwright.json`;

interface Step {
  readonly id: string;
  readonly label: string;
  /** Where absent, `prepare` is all there is to it. */
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Shown while it runs; otherwise its output is printed only if it failed. */
  readonly live?: boolean;
  readonly prepare?: () => void;
  readonly count?: (succeeded: boolean) => Count;
}

const steps: readonly Step[] = [
  { id: 'format', label: 'formatting', command: ['biome', 'format', '.'] },
  {
    id: 'lint',
    label: 'lint',
    command: ['oxlint', '--type-aware', '--deny-warnings', '--quiet'],
  },
  { id: 'types', label: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  {
    id: 'imports',
    label: 'import rules',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.json',
      'domain',
      'server',
      'client',
      'seeds',
    ],
  },
  { id: 'unused', label: 'unused code', command: ['knip', '--no-progress'] },
  {
    id: 'audit',
    label: 'known faults of dependencies',
    command: ['node', 'tests/run/audit.ts'],
    live: true,
  },
  { id: 'build', label: 'client build', command: ['vite', 'build', '--logLevel', 'warn'] },
  {
    id: 'unit',
    label: 'unit, property and socket tests',
    command: [
      'vitest',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
    live: true,
    count: (succeeded) => vitestCount(vitestReport, succeeded),
  },
  {
    id: 'e2e',
    label: 'end-to-end tests in Chromium',
    command: ['playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    live: true,
    prepare: () => {
      ensureChromium();
    },
    count: (succeeded) => playwrightCount(playwrightReport, succeeded),
  },
];

interface Outcome {
  readonly step: Step;
  readonly succeeded: boolean;
  readonly seconds: number;
  readonly count: Count | null;
}

function perform(step: Step): boolean {
  try {
    step.prepare?.();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
  const [program, ...rest] = step.command ?? [];
  if (program === undefined) return true;
  const done = spawnSync(program, rest, {
    stdio: step.live === true ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // npm puts the project's own programs (and its Node) first; do so for a bare `node tests/run.ts` too.
    env: {
      ...process.env,
      ...(step.live === true ? {} : { NO_COLOR: '1' }),
      ...step.env,
      PATH: `node_modules/.bin:${process.env['PATH'] ?? ''}`,
    },
  });
  if (done.error !== undefined) console.error(done.error.message);
  const succeeded = done.status === 0;
  if (!succeeded && step.live !== true) console.log(`${done.stdout}${done.stderr}`);
  return succeeded;
}

function run(step: Step): Outcome {
  console.log(`\n── ${step.label}`);
  const began = performance.now();
  const succeeded = perform(step);
  const seconds = (performance.now() - began) / 1000;
  console.log(`${succeeded ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  return { step, succeeded, seconds, count: step.count?.(succeeded) ?? null };
}

function table(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ step }) => step.label.length));
  return outcomes
    .map(({ step, succeeded, seconds, count }) => {
      const tests =
        count === null
          ? ''
          : `  ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`;
      const state = succeeded ? 'ok    ' : 'FAILED';
      return `${step.label.padEnd(width)}  ${state}  ${seconds.toFixed(1).padStart(7)} s${tests}`;
    })
    .join('\n');
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => name !== 'check' && !steps.some((step) => step.id === name));
if (unknown.length > 0) {
  console.error(
    `There is no step "${unknown.join('", "')}". The steps are: ${steps.map((step) => step.id).join(', ')}.`,
  );
  process.exit(2);
}
const chosen = steps.filter(
  (step) =>
    named.length === 0 ||
    named.includes(step.id) ||
    (named.includes('check') && step.count === undefined),
);

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const outcomes = chosen.map(run);
const failedChecks = outcomes.filter(({ succeeded, count }) => !succeeded && count === null).length;
console.log(`\n${table(outcomes)}\n`);
console.log(
  verdictLine(
    outcomes.flatMap(({ count }) => (count === null ? [] : [count])),
    failedChecks,
  ),
);
process.exitCode = outcomes.every(({ succeeded }) => succeeded) ? 0 : 1;
