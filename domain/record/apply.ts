/** Laying puts over a state: the client's pending commands over what the server said. */
import type { Put, RecordState } from './state.ts';

/** A state with these puts over it; maps without a put are shared with `state`, an index is not kept. */
export function withPuts(state: RecordState, puts: readonly Put[]): RecordState {
  const next: Record<string, unknown> = { ...state };
  delete next['byClaim'];
  const copied = new Set<string>();
  for (const put of puts) {
    if (put.root === 'settings') {
      next['settings'] = { ...(next['settings'] as object), [put.key]: put.value };
      continue;
    }
    if (!copied.has(put.root)) {
      next[put.root] = new Map(state[put.root] as ReadonlyMap<string, unknown>);
      copied.add(put.root);
    }
    (next[put.root] as Map<string, unknown>).set(put.key, put.value);
  }
  return next as RecordState;
}
