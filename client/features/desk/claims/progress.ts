/** How far the claims have come, counted from rows that are derived already. */
import type { Progress } from '../../../ui/progress-bar.tsx';
import type { ClaimRow } from './claim-row.ts';

export function progressOfRows(rows: readonly ClaimRow[]): Progress {
  const settled: Record<string, number> = {};
  let total = 0;
  let judging = 0;
  let open = 0;
  for (const { claim, stage, rating } of rows) {
    if (claim.withdrawn) continue;
    total += 1;
    if (rating !== null) settled[rating] = (settled[rating] ?? 0) + 1;
    else if (stage === 'open') open += 1;
    else judging += 1;
  }
  return { total, settled, judging, open };
}
