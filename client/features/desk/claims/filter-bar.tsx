/** What the list is narrowed to, as chips that go at a press; what it could be narrowed to; and how it is sorted. */
import { ArrowDownWideNarrow, Check, ListFilter, X } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components/Menu';
import type { RecordState } from '../../../../domain/record/state.ts';
import { classes } from '../../../ui/classes.ts';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import popover from '../../../ui/popover.module.css';
import { useRecord } from '../desk-context.ts';
import type { ClaimRow } from './claim-row.ts';
import {
  type Filter,
  filterText,
  filterWords,
  kinds,
  kindWords,
  type Offer,
  offersOf,
  readFilter,
  sameFilter,
} from './filter.ts';
import styles from './filter-bar.module.css';
import { type ListView, type Sort, sorts, sortWords, toggled } from './list-view.ts';

export interface FilterBarProps {
  rows: readonly ClaimRow[];
  view: ListView;
  onChange(view: ListView): void;
}

/** One press away, as long as they hold for a claim. */
const quick: readonly Filter[] = [
  { kind: 'mine', value: 'for-me' },
  { kind: 'talk', value: 'unread-talk' },
  { kind: 'stage', value: 'disputed' },
  { kind: 'flag', value: 'unsourced' },
  { kind: 'flag', value: 'stale' },
];
const ON_LINE = 3;
/** Of tags and people there may be hundreds; the search finds the rest. */
const MOST = 20;

export function FilterBar({ rows, view, onChange }: FilterBarProps) {
  const record = useRecord();
  const offers = useMemo(() => offersOf(rows), [rows]);
  const { filters } = view;
  const countOf = ({ kind, value }: Filter): number =>
    offers.get(kind)?.find((offer) => offer.value === value)?.count ?? 0;
  const offered = quick.filter(
    (filter) => countOf(filter) > 0 && !filters.some((chosen) => sameFilter(chosen, filter)),
  );
  return (
    <div className={styles.bar} role="group" aria-label="Filter">
      {filters.map((filter) => (
        <FilterChip
          key={filterText(filter)}
          words={chipWords(filter, record)}
          count={countOf(filter)}
          chosen
          onPress={() => onChange(toggled(view, filter))}
        />
      ))}
      {offered.slice(0, Math.max(0, ON_LINE - filters.length)).map((filter) => (
        <FilterChip
          key={filterText(filter)}
          words={chipWords(filter, record)}
          count={countOf(filter)}
          chosen={false}
          onPress={() => onChange(toggled(view, filter))}
        />
      ))}
      {filters.length > 0 && (
        <button
          type="button"
          className={styles.clear}
          onClick={() => onChange({ ...view, filters: [] })}
        >
          Clear all
        </button>
      )}
      <span className={styles.menus}>
        <FilterMenu offers={offers} record={record} view={view} onChange={onChange} />
        <SortMenu sort={view.sort} onChange={(sort) => onChange({ ...view, sort })} />
      </span>
    </div>
  );
}

/** Of kinds whose values do not say by themselves what they are. */
function chipWords(filter: Filter, record: RecordState): string {
  const words = filterWords(filter, record);
  return filter.kind === 'tag' || filter.kind === 'assignee'
    ? `${kindWords[filter.kind]}: ${words}`
    : words;
}

interface FilterChipProps {
  words: string;
  count: number;
  chosen: boolean;
  onPress(): void;
}

function FilterChip({ words, count, chosen, onPress }: FilterChipProps) {
  return (
    <button
      type="button"
      className={classes(styles.chip, chosen && styles.chosen)}
      aria-pressed={chosen}
      title={chosen ? `Remove the filter “${words}”` : undefined}
      onClick={onPress}
    >
      <span className={styles.words}>{words}</span> <span>{count}</span>
      {chosen && <X size={12} aria-hidden />}
    </button>
  );
}

interface FilterMenuProps {
  offers: ReadonlyMap<Filter['kind'], readonly Offer[]>;
  record: RecordState;
  view: ListView;
  onChange(view: ListView): void;
}

function FilterMenu({ offers, record, view, onChange }: FilterMenuProps) {
  const offered = kinds.flatMap((kind) => {
    const all = offers.get(kind) ?? [];
    const chosen = view.filters.filter(
      (filter) => filter.kind === kind && !all.some((offer) => sameFilter(offer, filter)),
    );
    // What is chosen can be let go even where no claim answers to it any more.
    const items = [...all.slice(0, MOST), ...chosen.map((filter) => ({ ...filter, count: 0 }))];
    return items.length > 0 ? [{ kind, items }] : [];
  });

  function choose(keys: 'all' | Set<string | number>): void {
    if (keys === 'all') return;
    const filters = [...keys].flatMap((key) => readFilter(String(key)) ?? []);
    const kept = view.filters.filter((filter) =>
      filters.some((other) => sameFilter(other, filter)),
    );
    const added = filters.filter((filter) => !kept.some((other) => sameFilter(other, filter)));
    onChange({ ...view, filters: [...kept, ...added] });
  }

  return (
    <MenuTrigger>
      <AriaButton className={classes(styles.chip, styles.menu)} aria-label="More filters">
        <ListFilter size={14} aria-hidden />
      </AriaButton>
      <Popover className={popover.popover ?? ''} placement="bottom end" offset={4}>
        <AriaMenu
          aria-label="Filters"
          className={popover.list ?? ''}
          selectionMode="multiple"
          selectedKeys={view.filters.map(filterText)}
          onSelectionChange={choose}
        >
          {offered.map(({ kind, items }) => (
            <MenuSection key={kind} className={styles.section ?? ''}>
              <Header className={styles.heading ?? ''}>{kindWords[kind]}</Header>
              {items.map((offer) => (
                <AriaMenuItem
                  key={filterText(offer)}
                  id={filterText(offer)}
                  textValue={filterWords(offer, record)}
                  className={popover.item ?? ''}
                >
                  {({ isSelected }) => (
                    <>
                      <span className={styles.tick}>
                        {isSelected && <Check size={14} aria-hidden />}
                      </span>
                      <span className={popover.words}>{filterWords(offer, record)}</span>
                      <span className={styles.number}>{offer.count}</span>
                    </>
                  )}
                </AriaMenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function SortMenu({ sort, onChange }: { sort: Sort; onChange(sort: Sort): void }) {
  return (
    <Menu
      label="Sort by"
      selected={sort}
      onSelect={(id) => onChange(sorts.find((each) => each === id) ?? 'text')}
      trigger={
        <AriaButton
          className={classes(styles.chip, styles.menu, sort !== 'text' && styles.chosen)}
          aria-label={`Sort by: ${sortWords[sort].toLowerCase()}`}
        >
          <ArrowDownWideNarrow size={14} aria-hidden />
        </AriaButton>
      }
    >
      {sorts.map((each) => (
        <MenuItem key={each} id={each}>
          {sortWords[each]}
        </MenuItem>
      ))}
    </Menu>
  );
}
