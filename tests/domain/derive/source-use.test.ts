import { expect, test } from 'vitest';
import { sourcesByOrigin } from '../../../domain/derive/source-use.ts';
import { ANA, Desk, id } from '../desk.ts';

function desk() {
  const it = new Desk();
  it.marks(ANA, 'one');
  it.marks(ANA, 'two', 'A source reported');
  const bring = (name: string, claim: string, url: string, origin = '') =>
    it.brings(ANA, name, claim, { newSource: { url, title: name, origin } });
  bring('post', 'one', 'https://t.me/rybar/1');
  bring('later', 'one', 'https://t.me/rybar/2');
  bring('paper', 'two', 'https://paper.example/', 'Agency');
  bring('copy', 'two', 'https://other.example/', 'agency');
  return { it, bring };
}
const shown = (it: Desk) =>
  sourcesByOrigin(it.state).map(({ name, sources, alone }) => ({
    name,
    sources: sources.map(({ source }) => source.title),
    alone: alone.map(({ number }) => number),
  }));

test('sources stand with others of their origin, and claims that rest on one origin alone are told', () => {
  const { it, bring } = desk();
  expect(shown(it)).toEqual([
    { name: 't.me/rybar', sources: ['post', 'later'], alone: [1] },
    { name: 'Agency', sources: ['paper', 'copy'], alone: [2] },
  ]);
  bring('new', 'two', 'https://third.example/');
  expect(shown(it)[1]).toMatchObject({ name: 'Agency', alone: [] });
  expect(shown(it)[2]).toMatchObject({ name: 'third.example', alone: [] });
});

test('what was removed or withdrawn rests on nothing', () => {
  const { it } = desk();
  it.does(ANA, 'evidence.remove', { evidenceId: id('post'), reason: '', withSource: false });
  it.does(ANA, 'evidence.remove', { evidenceId: id('copy'), reason: '', withSource: true });
  it.does(ANA, 'claim.withdraw', { claimId: id('two'), reason: '' });
  const used = sourcesByOrigin(it.state).flatMap(({ sources }) => sources);
  expect(used.map(({ source, evidence }) => [source.title, evidence.length])).toEqual([
    ['post', 0],
    ['later', 1],
    ['paper', 0],
  ]);
});

test('5,000 sources with 10,000 pieces of evidence are grouped within seconds', () => {
  const it = new Desk();
  it.marks(ANA, 'one');
  it.brings(ANA, 'e', 'one', { newSource: { url: 'https://a.example/', title: 'a' } });
  const [source] = it.state.sources.values();
  const [piece] = it.state.evidence.values();
  if (!source || !piece) throw new RangeError('Nothing to multiply.');
  const many = Array.from({ length: 5000 }, (_, at) => ({
    ...source,
    id: id(`s${at}`),
    url: `https://h${at % 300}.example/${at}`,
  }));
  const evidence = many.flatMap((each, at) =>
    [0, 1].map((twice) => ({ ...piece, id: id(`e${at}-${twice}`), source: each.id })),
  );
  const state = {
    ...it.state,
    sources: new Map(many.map((each) => [each.id, each])),
    evidence: new Map(evidence.map((each) => [each.id, each])),
  };
  const began = performance.now();
  expect(sourcesByOrigin(state)).toHaveLength(300);
  expect(performance.now() - began).toBeLessThan(3000);
});
