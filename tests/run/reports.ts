// Reads how many tests passed from the JSON reports of the two runners. A suite
// that left no report, or found no test at all, has failed.
import { existsSync, readFileSync } from 'node:fs';

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const crashed: Count = { passed: 0, failed: 1, skipped: 0 };

function read(path: string): Record<string, unknown> | null {
  if (!existsSync(path)) return null;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** A suite that failed without a failed test (a hook, a file that does not load) counts as one. */
function settle(count: Count, succeeded: boolean): Count {
  if (count.passed + count.failed + count.skipped === 0) return crashed;
  return succeeded || count.failed > 0 ? count : { ...count, failed: 1 };
}

export function vitestCount(path: string, succeeded: boolean): Count {
  const report = read(path);
  if (report === null) return crashed;
  return settle(
    {
      passed: number(report['numPassedTests']),
      failed: number(report['numFailedTests']),
      skipped: number(report['numPendingTests']) + number(report['numTodoTests']),
    },
    succeeded,
  );
}

/** A flaky test (failed, then passed) counts as failed: it is a defect of the test or of the code. */
export function playwrightCount(path: string, succeeded: boolean): Count {
  const stats = read(path)?.['stats'];
  if (typeof stats !== 'object' || stats === null) return crashed;
  const of = { ...stats } as Record<string, unknown>;
  return settle(
    {
      passed: number(of['expected']),
      failed: number(of['unexpected']) + number(of['flaky']),
      skipped: number(of['skipped']),
    },
    succeeded,
  );
}

/** The last line of the run, which scripts read. */
export function verdictLine(counts: readonly Count[], failedChecks: number): string {
  const sum = (of: (count: Count) => number) =>
    counts.reduce((total, count) => total + of(count), 0);
  const skipped = sum((count) => count.skipped);
  const failed = sum((count) => count.failed) + failedChecks;
  return `${sum((count) => count.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
