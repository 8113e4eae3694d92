import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  rowsOf,
  sourceFilters,
  sourceSorts,
} from '../../../client/features/sources/source-rows.ts';
import {
  readSourceView,
  sourceQuery,
  wholeSources,
} from '../../../client/features/sources/source-view.ts';
import { sourcesByOrigin } from '../../../domain/derive/source-use.ts';
import { ANA, Desk } from '../../domain/desk.ts';

describe('the view of the sources', () => {
  test('is read from the address as it was written, whatever is searched for', () => {
    const views = fc.record({
      search: fc
        .string({ maxLength: 200, unit: 'grapheme' })
        .filter((words) => words.length <= 200),
      filter: fc.constantFrom(...sourceFilters.map(({ id }) => id)),
      sort: fc.constantFrom(...sourceSorts.map(({ id }) => id)),
    });
    fc.assert(
      fc.property(views, (view) => {
        expect(readSourceView(sourceQuery(view))).toEqual(view);
      }),
    );
  });

  test('leaves what else the address holds, and nothing of itself where it shows all', () => {
    expect(sourceQuery(wholeSources, '?source=abc&q=x&show=unused')).toBe('?source=abc');
    expect(sourceQuery({ ...wholeSources, filter: 'unarchived' })).toBe('?show=unarchived');
  });

  test('of an address that says nonsense is the whole list', () => {
    expect(readSourceView('?show=constructor&order=__proto__&q=')).toEqual(wholeSources);
  });
});

test('sources of one origin stand together under it, each once, in every order', () => {
  const desk = new Desk();
  desk.marks(ANA);
  for (const name of ['one', 'two', 'three']) desk.brings(ANA, name);
  const origins = sourcesByOrigin(desk.state);
  const total = origins.reduce((sum, { sources }) => sum + sources.length, 0);
  for (const { id: sort } of sourceSorts) {
    const rows = rowsOf(origins, { ...wholeSources, sort });
    const keys = rows.filter(({ kind }) => kind === 'source').map(({ key }) => key);
    expect(new Set(keys).size, sort).toBe(total);
    expect(keys, sort).toHaveLength(total);
  }
});

test('under the heading of an origin stand its own sources alone, and the others under one of theirs', () => {
  const desk = new Desk();
  desk.marks(ANA);
  const from = (name: string, origin: string) =>
    desk.brings(ANA, name, 'claim', { newSource: { title: name, origin } });
  from('b', 'Channel');
  from('own', '');
  from('a', 'Channel');
  const origins = sourcesByOrigin(desk.state);
  const shown = (search = '') =>
    rowsOf(origins, { ...wholeSources, search }).map((row) =>
      row.kind === 'source' ? row.use.source.title : row.kind,
    );
  expect(shown()).toEqual(['origin', 'a', 'b', 'others', 'own']);
  expect(shown('own')).toEqual(['own']);
});
