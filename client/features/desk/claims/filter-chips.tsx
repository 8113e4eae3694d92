/** Filters of the list, each with how many it leaves; those that leave none are not offered. */
import { classes } from '../../../ui/classes.ts';
import styles from './claim-list.module.css';
import { type ClaimRow, type Filter, filters, filterWords, passes } from './claim-rows.ts';

export interface FilterChipsProps {
  rows: readonly ClaimRow[];
  value: Filter | null;
  onChange(filter: Filter | null): void;
}

export function FilterChips({ rows, value, onChange }: FilterChipsProps) {
  const counts = filters.map((filter) => ({
    filter,
    count: rows.filter(
      (row) => (filter === 'withdrawn' || !row.claim.withdrawn) && passes(row, filter),
    ).length,
  }));
  const offered = counts.filter(({ filter, count }) => count > 0 || filter === value);
  if (offered.length === 0) return null;
  return (
    <div className={styles.chips} role="group" aria-label="Filter">
      {offered.map(({ filter, count }) => (
        <button
          key={filter}
          type="button"
          className={classes(styles.chip, value === filter && styles.chosen)}
          aria-pressed={value === filter}
          onClick={() => onChange(value === filter ? null : filter)}
        >
          {filterWords[filter]} <span>{count}</span>
        </button>
      ))}
    </div>
  );
}
