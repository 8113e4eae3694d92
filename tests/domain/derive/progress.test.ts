import { expect, test } from 'vitest';
import { progressOf } from '../../../domain/derive/progress.ts';
import { stageOf } from '../../../domain/derive/stage.ts';
import { withPuts } from '../../../domain/record/apply.ts';
import { indexRecords } from '../../../domain/record/claim-records.ts';
import { ANA, BEN, Desk, id, LEA } from '../desk.ts';

test('progress counts live claims by stage, settled ones by rating', () => {
  const desk = new Desk();
  for (const name of ['claim', 'open', 'judged', 'gone', 'shifted']) desk.marks(ANA, name);
  desk.judges(BEN, 'mostly-true');
  desk.rules(LEA, 'mostly-true');
  desk.judges(BEN, 'true', { claimId: id('judged') });
  desk.judges(BEN, 'true', { claimId: id('shifted') });
  desk.does(ANA, 'claim.withdraw', { claimId: id('gone'), reason: '' });
  expect(progressOf(desk.state, new Map([[id('shifted'), 'changed']]))).toEqual({
    claims: 4,
    withdrawn: 1,
    stages: { open: 1, judging: 1, revealed: 1, disputed: 0, settled: 1 },
    stale: 1,
    ratings: { 'mostly-true': 1 },
  });
});

test('an index gives the same answers, and a change drops it', () => {
  const desk = new Desk();
  desk.marks(ANA);
  const indexed = indexRecords(desk.state);
  expect(stageOf(indexed, desk.claim())).toBe('open');
  const outcome = desk.does(BEN, 'verdict.give', desk.verdict('true'));
  expect(stageOf(withPuts(indexed, outcome.puts), desk.claim())).toBe('revealed');
});

test('10,000 claims with 100,000 verdicts are counted in a fraction of a second', () => {
  const desk = new Desk();
  const claim = desk.marks(ANA);
  desk.judges(BEN, 'true');
  const [verdict] = [...desk.state.verdicts.values()];
  if (!verdict) throw new RangeError('No verdict.');
  const claims = new Map(
    Array.from({ length: 10_000 }, (_, at) => [id(`c${at}`), { ...claim, id: id(`c${at}`) }]),
  );
  const verdicts = new Map(
    Array.from({ length: 100_000 }, (_, at) => {
      const about = {
        ...verdict,
        claim: id(`c${at % 10_000}`),
        author: 100 + Math.floor(at / 10_000),
      };
      return [`${about.claim}:${about.author}`, about];
    }),
  );
  const started = performance.now();
  const progress = progressOf({ ...desk.state, claims, verdicts });
  expect(progress.stages.revealed).toBe(10_000);
  // Reading every record for each claim would take minutes.
  expect(performance.now() - started).toBeLessThan(5_000);
});
