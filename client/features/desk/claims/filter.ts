/**
 * What the list can be narrowed to. A filter is a word of the address: `for-me`,
 * `stage:open`, `tag:air force`. Of one kind, any may hold (open or judging);
 * of several, each must (open, and tagged). Flags must all hold.
 */
import { type Flag, flags } from '../../../../domain/derive/flags.ts';
import { type Stage, stages } from '../../../../domain/derive/stage.ts';
import {
  claimTypeWords,
  flagWords,
  priorityWords,
  stageWords,
} from '../../../../domain/derive/words.ts';
import { claimTypes, priorities } from '../../../../domain/record/claim.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import type { ClaimRow } from './claim-row.ts';

export const kinds = [
  'mine',
  'talk',
  'stage',
  'rating',
  'assignee',
  'tag',
  'priority',
  'type',
  'flag',
  'gone',
] as const;
export type FilterKind = (typeof kinds)[number];

export interface Filter {
  readonly kind: FilterKind;
  /** A stage, a rating, a person's id or `nobody`, a tag…: what it says within its kind. */
  readonly value: string;
}

export const kindWords: Readonly<Record<FilterKind, string>> = {
  mine: 'Waiting',
  talk: 'Talk',
  stage: 'Stage',
  rating: 'Rating',
  assignee: 'Assigned',
  tag: 'Tag',
  priority: 'Priority',
  type: 'Type',
  flag: 'Needs a look',
  gone: 'Gone',
};

export const NOBODY = 'nobody';

/** Kinds that need no name in the address: their values are words of their own. */
const bare: Readonly<Record<string, FilterKind>> = {
  'for-me': 'mine',
  'unread-talk': 'talk',
  unsourced: 'flag',
  stale: 'flag',
  changed: 'flag',
  'in-review': 'flag',
  removed: 'gone',
  withdrawn: 'gone',
  disputed: 'stage',
};

/** Longer ones are nobody's. */
const MOST = 400;

export function filterText({ kind, value }: Filter): string {
  return bare[value] === kind ? value : `${kind}:${value}`;
}

/** Null for what is no filter: an address may come from anywhere. */
export function readFilter(text: string): Filter | null {
  if (text.length > MOST) return null;
  const known = Object.hasOwn(bare, text) ? bare[text] : undefined;
  if (known) return { kind: known, value: text };
  const colon = text.indexOf(':');
  const kind = kinds.find((each) => each === text.slice(0, colon));
  const value = text.slice(colon + 1);
  return kind && value !== '' && isValue(kind, value) ? { kind, value } : null;
}

function isValue(kind: FilterKind, value: string): boolean {
  const oneOf = (values: readonly string[]): boolean => values.includes(value);
  if (kind === 'stage') return oneOf(stages);
  if (kind === 'priority') return oneOf(priorities);
  if (kind === 'type') return oneOf(claimTypes);
  if (kind === 'assignee') return value === NOBODY || /^\d{1,10}$/.test(value);
  return kind === 'rating' || kind === 'tag';
}

export function sameFilter(a: Filter, b: Filter): boolean {
  return a.kind === b.kind && a.value === b.value;
}

/** As a chip says it. */
export function filterWords({ kind, value }: Filter, record: RecordState): string {
  switch (kind) {
    case 'mine':
      return 'For me';
    case 'talk':
      return 'Unread talk';
    case 'stage':
      return stageWords[value as Stage];
    case 'rating':
      return scaleOf(record.settings.scale).ratings.find(({ id }) => id === value)?.label ?? value;
    case 'assignee':
      return value === NOBODY ? 'Nobody' : (record.people.get(Number(value))?.name ?? 'Somebody');
    case 'priority':
      return `${priorityWords[value as keyof typeof priorityWords]} priority`;
    case 'type':
      return claimTypeWords[value as keyof typeof claimTypeWords];
    case 'flag':
    case 'gone':
      return flagWords[value as Flag];
    case 'tag':
      return value;
  }
}

/** What a claim says in each kind. */
export function valuesOf(row: ClaimRow, kind: FilterKind): readonly string[] {
  const { claim } = row;
  switch (kind) {
    case 'mine':
      return row.forMe ? ['for-me'] : [];
    case 'talk':
      return row.unread > 0 ? ['unread-talk'] : [];
    case 'stage':
      return [row.stage];
    case 'rating':
      return row.rating === null ? [] : [row.rating];
    case 'assignee':
      return claim.assignees.length === 0 ? [NOBODY] : claim.assignees.map(String);
    case 'tag':
      return claim.tags;
    case 'priority':
      return [claim.priority];
    case 'type':
      return claim.type === null ? [] : [claim.type];
    case 'flag':
      return row.flags.filter((flag) => bare[flag] === 'flag');
    case 'gone':
      return row.flags.filter((flag) => bare[flag] === 'gone');
  }
}

/** One test for all of the filters, made once and asked for each claim. Withdrawn claims are shown only where they are asked for. */
export function passing(filters: readonly Filter[]): (row: ClaimRow) => boolean {
  const wanted = new Map<FilterKind, string[]>();
  for (const { kind, value } of filters) wanted.set(kind, [...(wanted.get(kind) ?? []), value]);
  const withdrawn = wanted.get('gone')?.includes('withdrawn') === true;
  return (row) => {
    if (row.claim.withdrawn && !withdrawn) return false;
    for (const [kind, values] of wanted) {
      const said = valuesOf(row, kind);
      const holds = (value: string): boolean => said.includes(value);
      if (kind === 'flag' ? !values.every(holds) : !values.some(holds)) return false;
    }
    return true;
  };
}

export interface Offer extends Filter {
  /** How many claims it holds for, whatever else is chosen. */
  readonly count: number;
}

/** Every filter that at least one claim answers to, by kind. */
export function offersOf(rows: readonly ClaimRow[]): ReadonlyMap<FilterKind, readonly Offer[]> {
  const counts = new Map<FilterKind, Map<string, number>>(kinds.map((kind) => [kind, new Map()]));
  for (const row of rows) {
    for (const [kind, values] of counts) {
      if (row.claim.withdrawn && kind !== 'gone') continue;
      for (const value of valuesOf(row, kind)) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return new Map(
    [...counts].map(([kind, values]) => [
      kind,
      [...values].map(([value, count]) => ({ kind, value, count })).sort(byRank),
    ]),
  );
}

const rank: readonly string[] = [...stages, ...[...priorities].reverse(), ...claimTypes, ...flags];

/** In the order of the field where there is one; tags and people by how often. */
function byRank(a: Offer, b: Offer): number {
  const [x, y] = [rank.indexOf(a.value), rank.indexOf(b.value)];
  return x - y || b.count - a.count || (a.value < b.value ? -1 : 1);
}
