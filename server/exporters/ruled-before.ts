import type { Ruling } from '../../domain/record/ruling.ts';

/** What was ruled before the ruling that counts, the latest first. */
export function latestFirst(rulings: readonly Ruling[], counts: Ruling): Ruling[] {
  return rulings
    .filter((other) => other.id !== counts.id)
    .toSorted((a, b) => b.ruledAt - a.ruledAt);
}
