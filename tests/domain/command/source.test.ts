// Archived copies, origins and merging: what a source keeps beside what is known of it.
import { describe, expect, test } from 'vitest';
import { limits } from '../../../domain/limits.ts';
import type { StoredFile } from '../../../domain/record/source.ts';
import { ANA, BEN, Desk, id, VIC } from '../desk.ts';

const file: StoredFile = {
  sha256: 'a'.repeat(64),
  name: 'post.png',
  mediaType: 'image/png',
  bytes: 3,
};

function desk() {
  const it = new Desk();
  it.marks(ANA);
  it.sources(ANA, 'a');
  it.sources(ANA, 'b');
  return it;
}
const sourceOf = (it: Desk, name: string) => {
  const found = it.state.sources.get(id(name));
  if (!found) throw new RangeError(`No source ${name}.`);
  return found;
};
const link = (name: string, url = `https://archive.example/${name}`) => ({
  sourceId: id('a'),
  copyId: id(name),
  url,
  capturedAt: 7,
});

describe('archived copies', () => {
  test('lie at an address or are a file that the server took in', () => {
    const it = desk();
    it.does(ANA, 'source.add-copy', link('one'));
    it.does(BEN, 'source.attach', { ...link('two', ''), file });
    expect(sourceOf(it, 'a').archived).toEqual([
      { id: id('one'), url: link('one').url, capturedAt: 7, file: null, removed: null },
      { id: id('two'), url: '', capturedAt: 7, file, removed: null },
    ]);
    expect(it.refuses(VIC, 'source.add-copy', link('three'))).toBe('not-allowed');
  });

  test('are kept once, up to a limit', () => {
    const it = desk();
    it.does(ANA, 'source.add-copy', link('one'));
    expect(it.refuses(ANA, 'source.add-copy', link('one'))).toBe('id-taken');
    expect(it.refuses(ANA, 'source.add-copy', link('two', link('one').url))).toBe(
      'nothing-to-change',
    );
    for (let at = 1; at < limits.copies; at += 1) it.does(ANA, 'source.add-copy', link(`n${at}`));
    expect(it.refuses(ANA, 'source.add-copy', link('eleven'))).toBe('too-large');
  });

  test('that were removed stay in the record and come back', () => {
    const it = desk();
    it.does(ANA, 'source.add-copy', link('one'));
    const copy = { sourceId: id('a'), copyId: id('one') };
    it.does(BEN, 'source.remove-copy', { ...copy, reason: 'Wrong page' });
    expect(sourceOf(it, 'a').archived[0]?.removed).toMatchObject({ by: BEN, reason: 'Wrong page' });
    expect(it.refuses(BEN, 'source.remove-copy', { ...copy, reason: '' })).toBe(
      'nothing-to-change',
    );
    it.does(ANA, 'source.restore-copy', copy);
    expect(sourceOf(it, 'a').archived[0]?.removed).toBeNull();
    expect(it.refuses(ANA, 'source.restore-copy', copy)).toBe('nothing-to-change');
    expect(it.refuses(ANA, 'source.restore-copy', { sourceId: id('a'), copyId: id('none') })).toBe(
      'no-such-source',
    );
  });
});

test('the origin of many is set at once, and only where it is another', () => {
  const it = desk();
  const origins = ['a', 'b'].map((name) => ({ sourceId: id(name), origin: 'Agency' }));
  const { puts } = it.does(ANA, 'source.set-origins', { origins });
  expect(puts).toHaveLength(2);
  expect(it.refuses(BEN, 'source.set-origins', { origins })).toBe('nothing-to-change');
  expect(
    it.refuses(BEN, 'source.set-origins', { origins: [{ sourceId: id('x'), origin: '' }] }),
  ).toBe('no-such-source');
});

describe('two sources that are one', () => {
  test('become one: evidence moves, what was empty is filled, protection stays', () => {
    const it = desk();
    it.does(ANA, 'source.edit', {
      sourceId: id('a'),
      changes: { publisher: 'ISW', reliability: 'A', protected: true },
    });
    it.does(ANA, 'source.add-copy', link('one'));
    it.brings(BEN, 'e', 'claim', { newSource: undefined, sourceId: id('a') });
    it.does(ANA, 'source.merge', { sourceId: id('a'), into: id('b') });
    expect(sourceOf(it, 'b')).toMatchObject({
      title: 'b',
      publisher: 'ISW',
      reliability: 'B',
      protected: true,
      archived: [{ id: id('one') }],
    });
    expect(sourceOf(it, 'a').removed).toMatchObject({ by: ANA });
    expect(it.state.evidence.get(id('e'))).toMatchObject({ source: id('b'), version: 1 });
  });

  test('are taken apart again exactly, save what somebody changed meanwhile', () => {
    const it = desk();
    it.does(ANA, 'source.edit', { sourceId: id('a'), changes: { publisher: 'ISW', author: 'X' } });
    it.brings(BEN, 'e', 'claim', { newSource: undefined, sourceId: id('a') });
    it.does(ANA, 'source.merge', { sourceId: id('a'), into: id('b') });
    it.does(BEN, 'source.edit', { sourceId: id('b'), changes: { author: 'Y' } });
    it.does(ANA, 'source.unmerge', {
      sourceId: id('a'),
      from: id('b'),
      evidence: [id('e')],
      emptied: ['publisher', 'author'],
      copies: [],
      protected: false,
    });
    expect(sourceOf(it, 'a').removed).toBeNull();
    expect(sourceOf(it, 'b')).toMatchObject({ publisher: '', author: 'Y' });
    expect(it.state.evidence.get(id('e'))?.source).toBe(id('a'));
  });

  test('are two, and both there', () => {
    const it = desk();
    expect(it.refuses(ANA, 'source.merge', { sourceId: id('a'), into: id('a') })).toBe(
      'bad-request',
    );
    it.does(ANA, 'source.merge', { sourceId: id('a'), into: id('b') });
    expect(it.refuses(ANA, 'source.merge', { sourceId: id('a'), into: id('b') })).toBe(
      'no-such-source',
    );
  });
});
