import { expect, test } from 'vitest';
import { flagsOf } from '../../../domain/derive/flags.ts';
import { latestRuling } from '../../../domain/derive/ruling.ts';
import { stageOf } from '../../../domain/derive/stage.ts';
import { verdictKey } from '../../../domain/record/verdict.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { plainTextOfNode } from '../../../domain/text/plain-text.ts';
import { checks } from '../../../seeds/example/checks.ts';
import { makeExample } from '../../../seeds/example/make.ts';
import { people } from '../../../seeds/example/people.ts';
import { markedText } from '../../../seeds/example/text.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { exampleFile } from '../../../seeds/manifest.ts';
import type { Bundle } from '../../../server/exporters/bundle-schema.ts';
import { importFile } from '../../../server/importers/import-file.ts';

function example(): { bundle: Bundle; state: RecordState; plain: string } {
  const read = importFile(exampleFile, makeExample());
  if (isRefusal(read)) throw new Error(read.reason);
  const { bundle, text } = read.imported;
  if (bundle === null) throw new Error('The example is no bundle');
  const byId = <R extends { id: string }>(records: readonly R[]) =>
    new Map(records.map((record) => [record.id, record]));
  const state = {
    claims: byId(bundle.claims),
    sources: byId(bundle.sources),
    evidence: byId(bundle.evidence),
    verdicts: new Map(
      bundle.verdicts.map((verdict) => [verdictKey(verdict.claim, verdict.author), verdict]),
    ),
    reviews: byId(bundle.reviews),
    rulings: byId(bundle.rulings),
    comments: byId(bundle.comments),
    settings: bundle.settings,
    people: new Map(Object.values(people).map((person) => [person.id, person])),
  };
  return { bundle, state, plain: plainTextOfNode(text) };
}

test('the example is a bundle that an import takes, marked as an example and locked', () => {
  const { bundle } = example();
  expect(bundle.settings).toMatchObject({ example: true, lock: { locked: true } });
  expect(bundle.settings.title).toMatch(/^Example: /);
  expect(makeExample()).toEqual(makeExample());
});

test('every claim is settled, lies where its quote says, and nothing about it is left to do', () => {
  const { state, plain } = example();
  expect(state.claims.size).toBe(checks.length);
  const points = [...plain];
  for (const claim of state.claims.values()) {
    expect([claim.short, stageOf(state, claim)]).toEqual([claim.short, 'settled']);
    expect(points.slice(claim.position.start, claim.position.end).join('')).toBe(claim.quote.exact);
    expect(flagsOf(state, claim).filter((flag) => flag !== 'unsourced')).toEqual([]);
  }
});

test('it shows what there is to show: ratings on and off the scale, dissent, a correction, a twin', () => {
  const { bundle, state } = example();
  const ratings = new Set(
    bundle.claims.map((claim) => latestRuling(state, claim.id)?.rating ?? 'none'),
  );
  expect([...ratings].toSorted()).toEqual([
    'false',
    'half-true',
    'missing-context',
    'mostly-false',
    'mostly-true',
    'not-enough-evidence',
    'opinion',
    'true',
  ]);
  const methods = new Set(bundle.rulings.map((ruling) => ruling.method));
  expect([...methods].toSorted()).toEqual(['adjudicated', 'majority', 'single', 'unanimous']);
  expect(bundle.rulings.filter((ruling) => ruling.dissent.length > 0).length).toBeGreaterThan(1);
  expect(bundle.rulings.filter((ruling) => ruling.kind === 'correction')).toHaveLength(1);
  expect(bundle.claims.filter((claim) => claim.twin !== null)).toHaveLength(2);
});

test('words that are opened and never closed are refused', () => {
  expect(() => markedText(['One <a>two three.'], () => 'example-a____________')).toThrow(
    'do not end',
  );
});
