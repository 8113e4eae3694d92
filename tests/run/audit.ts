// Asks the registry for known faults of what runs in production, and fails where
// one is grave. A registry that answers no such question leaves it open, and
// says so: the tests must run without it.
import { spawnSync } from 'node:child_process';
import * as z from 'zod/mini';

const report = z.object({
  metadata: z.object({
    vulnerabilities: z.object({
      low: z.number(),
      moderate: z.number(),
      high: z.number(),
      critical: z.number(),
    }),
  }),
});

const WITHIN_MS = 60_000;
const asked = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
  encoding: 'utf8',
  timeout: WITHIN_MS,
});
const answer = report.safeParse(parsed(asked.stdout));
if (!answer.success) {
  console.log('NOT CHECKED: the registry gave no answer.');
} else {
  const { low, moderate, high, critical } = answer.data.metadata.vulnerabilities;
  console.log(`${critical} critical, ${high} high, ${moderate} moderate, ${low} low`);
  if (critical + high > 0) {
    console.log('`npm audit --omit=dev` names them.');
    process.exitCode = 1;
  }
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return null;
  }
}
