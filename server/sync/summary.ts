/**
 * How far a document has come, as it is kept in the document's row: lists read
 * it without opening the document. Derived: losing it loses nothing.
 */
import * as z from 'zod/mini';
import { type Progress, progressOf } from '../../domain/derive/progress.ts';
import type { AnchorState } from '../../domain/anchor/anchor-state.ts';
import type { RecordState } from '../../domain/record/state.ts';

export interface Summary extends Progress {
  readonly locked: boolean;
  readonly example: boolean;
}

export function summarise(state: RecordState, anchors?: ReadonlyMap<string, AnchorState>): string {
  const { example, lock } = state.settings;
  const summary: Summary = { ...progressOf(state, anchors), locked: lock.locked, example };
  return JSON.stringify(summary);
}

const count = z.catch(z.int().check(z.minimum(0)), 0);
const nothing = { open: 0, judging: 0, revealed: 0, disputed: 0, settled: 0 };
const stored = z.object({
  claims: count,
  withdrawn: count,
  stages: z.catch(
    z.object({ open: count, judging: count, revealed: count, disputed: count, settled: count }),
    nothing,
  ),
  stale: count,
  ratings: z.catch(z.record(z.string(), count), {}),
  locked: z.catch(z.boolean(), false),
  example: z.catch(z.boolean(), false),
});

/** What was never written, or by another version, reads as nothing done. */
export function readSummary(json: string | null): Summary {
  let value: unknown = {};
  try {
    value = JSON.parse(json ?? '{}');
  } catch {
    // Reads as nothing done.
  }
  const read = stored.safeParse(value);
  return read.success ? read.data : stored.parse({});
}
