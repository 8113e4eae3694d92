/** Filters of the list, each with how many it leaves; those that leave none are not offered. */
import { Ellipsis } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes } from '../../../ui/classes.ts';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import styles from './claim-list.module.css';
import { type ClaimRow, countOf, type Filter, filters, filterWords } from './claim-rows.ts';

export interface FilterChipsProps {
  rows: readonly ClaimRow[];
  value: Filter | null;
  onChange(filter: Filter | null): void;
}

/** As many as fit on one line; the rest is in a menu, and the chosen one always on the line. */
const ON_LINE = 3;

export function FilterChips({ rows, value, onChange }: FilterChipsProps) {
  const counts = new Map(filters.map((filter) => [filter, countOf(rows, filter)]));
  const offered = filters.filter((filter) => counts.get(filter) !== 0 || filter === value);
  if (offered.length === 0) return null;
  const line = offered.slice(0, ON_LINE);
  const chosen = offered.find((filter) => filter === value && !line.includes(filter));
  if (chosen) line.splice(-1, 1, chosen);
  const rest = offered.filter((filter) => !line.includes(filter));
  const find = (id: string): Filter | undefined => offered.find((filter) => filter === id);
  return (
    <div className={styles.chips} role="group" aria-label="Filter">
      {line.map((filter) => (
        <button
          key={filter}
          type="button"
          className={classes(styles.chip, value === filter && styles.chosen)}
          aria-pressed={value === filter}
          onClick={() => onChange(value === filter ? null : filter)}
        >
          {filterWords[filter]} <span>{counts.get(filter)}</span>
        </button>
      ))}
      {rest.length > 0 && (
        <Menu
          label="More filters"
          trigger={
            <AriaButton className={classes(styles.chip, styles.more)} aria-label="More filters">
              <Ellipsis size={14} aria-hidden />
            </AriaButton>
          }
          onSelect={(id) => onChange(find(id) ?? null)}
        >
          {rest.map((filter) => (
            <MenuItem
              key={filter}
              id={filter}
            >{`${filterWords[filter]} ${counts.get(filter)}`}</MenuItem>
          ))}
        </Menu>
      )}
    </div>
  );
}
