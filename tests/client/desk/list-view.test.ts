import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClaimRow, withUnread } from '../../../client/features/desk/claims/claim-row.ts';
import { ClaimRows } from '../../../client/features/desk/claims/claim-rows.ts';
import { type Filter, offersOf, readFilter } from '../../../client/features/desk/claims/filter.ts';
import {
  listQuery,
  type ListView,
  readListView,
  shownRows,
  sorts,
  toggled,
  wholeList,
} from '../../../client/features/desk/claims/list-view.ts';
import type { AnchorState } from '../../../domain/derive/standing.ts';
import { ANA, BEN, CEM, Desk, id, LEA } from '../../domain/desk.ts';

const removed = new Map<string, AnchorState>([[id('second'), 'removed']]);

function rows(desk: Desk, anchors = new Map<string, AnchorState>(), me = ANA) {
  return new ClaimRows(me).of(desk.state, [...desk.state.claims.keys()], anchors);
}

const numbers = (list: readonly ClaimRow[]): number[] => list.map(({ claim }) => claim.number);

function view(...filters: string[]): ListView {
  return { ...wholeList, filters: filters.map((text) => readFilter(text) as Filter) };
}

/** Settled as true and tagged; judged, assigned and urgent; open without a source. */
function newsroom(): Desk {
  const desk = new Desk();
  desk.marks(ANA, 'claim', 'Mobilized men claimed');
  desk.marks(ANA, 'second', 'Reports of poorly staffed personnel');
  desk.marks(BEN, 'third', 'A source reported');
  desk.brings(ANA, 'e1');
  desk.judges(ANA, 'true');
  desk.reviews(BEN, ANA, 'agree');
  desk.rules(LEA, 'true');
  desk.brings(BEN, 'e2', 'second', { stance: 'refutes', credibility: 3 });
  desk.judges(BEN, 'false', { claimId: id('second') });
  desk.does(LEA, 'claim.assign', { claimId: id('second'), add: [CEM], remove: [] });
  desk.does(ANA, 'claim.restate', {
    claimId: id('claim'),
    version: 1,
    changes: { tags: ['air force', 'kyiv'] },
  });
  desk.does(LEA, 'claim.restate', {
    claimId: id('second'),
    version: 1,
    changes: { priority: 'high', tags: ['kyiv'], type: 'numerical' },
  });
  return desk;
}

describe('A filter', () => {
  test.each([
    ['for-me', [3, 2]],
    ['unsourced', [3]],
    ['stage:settled', [1]],
    ['rating:true', [1]],
    ['rating:false', []],
    [`assignee:${CEM}`, [2]],
    ['assignee:nobody', [1, 3]],
    ['tag:air force', [1]],
    ['priority:high', [2]],
    ['type:numerical', [2]],
    ['removed', [2]],
    ['withdrawn', []],
  ])('%s leaves %j', (filter, left) => {
    expect(numbers(shownRows(rows(newsroom(), removed), view(filter)))).toEqual(left);
  });

  test('of one kind beside another widens, of another kind narrows', () => {
    const all = rows(newsroom());
    expect(numbers(shownRows(all, view('tag:air force', 'tag:kyiv')))).toEqual([1, 2]);
    expect(numbers(shownRows(all, view('tag:kyiv', 'priority:high')))).toEqual([2]);
  });

  test('unread-talk leaves claims with talk that is new, beside others as any filter', () => {
    const all = withUnread(
      rows(newsroom()),
      new Map([
        [id('second'), 2],
        [id('third'), 1],
      ]),
    );
    expect(numbers(shownRows(all, view('unread-talk')))).toEqual([2, 3]);
    expect(numbers(shownRows(all, view('unread-talk', 'tag:kyiv')))).toEqual([2]);
    expect(listQuery(view('unread-talk'))).toBe('?filter=unread-talk');
    expect(numbers(shownRows(rows(newsroom()), view('unread-talk')))).toEqual([]);
  });

  test('goes as it came', () => {
    const filter = { kind: 'stage', value: 'open' } as const;
    expect(toggled(toggled(wholeList, filter), filter)).toEqual(wholeList);
  });

  test('is offered with as many claims as it leaves', () => {
    const desk = newsroom();
    desk.does(BEN, 'claim.withdraw', { claimId: id('third'), reason: '' });
    const all = rows(desk, removed);
    const offers = [...offersOf(all).values()].flat();
    expect(offers.length).toBeGreaterThan(10);
    for (const { count, ...filter } of offers)
      expect(shownRows(all, { ...wholeList, filters: [filter] }), filter.value).toHaveLength(count);
  });

  test('shows a withdrawn claim only where it is asked for', () => {
    const desk = newsroom();
    desk.does(BEN, 'claim.withdraw', { claimId: id('third'), reason: '' });
    expect(numbers(shownRows(rows(desk), wholeList))).toEqual([1, 2]);
    expect(numbers(shownRows(rows(desk), view('withdrawn')))).toEqual([3]);
  });
});

describe('The list', () => {
  test('ends with the removed and then the withdrawn', () => {
    const desk = newsroom();
    desk.does(ANA, 'claim.withdraw', { claimId: id('claim'), reason: '' });
    const all = rows(desk, removed);
    expect(numbers(shownRows(all, wholeList))).toEqual([3, 2]);
    expect(numbers(shownRows(all, view('withdrawn', 'removed')))).toEqual([2, 1]);
  });

  test('is sorted as asked, equal ones in the order of the text', () => {
    const all = rows(newsroom()).toReversed();
    const by = Object.fromEntries(
      sorts.map((sort) => [sort, numbers(shownRows(all, { ...wholeList, sort }))]),
    );
    expect(by).toEqual({
      text: [3, 2, 1],
      number: [1, 2, 3],
      stage: [3, 2, 1],
      priority: [2, 3, 1],
      newest: [3, 2, 1],
    });
  });

  test.each([
    ['  MOBILIZED ', [1]],
    ['#2', [2]],
    ['#1', [1]],
    ['kyiv', [1, 2]],
    ['men claimed', [1]],
    ['claimed men', [1]],
    ['nowhere', []],
  ])('searched for %j leaves %j', (search, left) => {
    expect(numbers(shownRows(rows(newsroom()), { ...wholeList, search }))).toEqual(left);
  });
});

describe('The address', () => {
  test('says a view so that it can be read again', () => {
    const text = fc.string({ minLength: 1, maxLength: 40 });
    const filter = fc.oneof(
      fc.constantFrom('for-me', 'disputed', 'unsourced', 'removed', 'priority:high', 'assignee:3'),
      text.map((value) => `tag:${value}`),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(filter, { maxLength: 5 }),
        fc.string({ maxLength: 40 }),
        fc.constantFrom(...sorts),
        (filters, search, sort) => {
          const said = { ...view(...filters), search, sort };
          expect(readListView(listQuery(said))).toEqual(said);
        },
      ),
    );
  });

  test('of the whole list says nothing, and keeps what is not its own', () => {
    expect(listQuery(wholeList, '?q=old&filter=for-me')).toBe('');
    expect(listQuery(view('for-me'), '?tour=1')).toBe('?tour=1&filter=for-me');
  });

  test('may hold anything: what is no filter is passed over', () => {
    const hostile = [
      'filter=__proto__',
      'filter=constructor',
      'filter=stage:nowhere',
      'filter=tag:',
      'filter=assignee:1e99',
      'filter=mine:else',
      `filter=tag:${'x'.repeat(5000)}`,
      'sort=worst',
      `q=${'y'.repeat(5000)}`,
    ].join('&');
    const read = readListView(`?${hostile}`);
    expect(read).toEqual({ filters: [], search: 'y'.repeat(200), sort: 'text' });
    fc.assert(fc.property(fc.string(), (query) => void readListView(query)));
  });
});
