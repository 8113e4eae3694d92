import { describe, expect, test } from 'vitest';
import { expendable, isKeyframe, type KeptSnapshot } from '../../../server/log/retention.ts';

const DAY = 24 * 60 * 60 * 1000;

/** One snapshot every 500 entries, 500 entries a day, as retention would have left them. */
function live(days: number): KeptSnapshot[] {
  let kept: KeptSnapshot[] = [];
  for (let day = 1; day <= days; day++) {
    const seq = day * 500;
    const at = day * DAY;
    const next = [...kept, { seq, at, keyframe: isKeyframe(seq, kept) }];
    const going = new Set(expendable(next, at));
    kept = next.filter((snapshot) => !going.has(snapshot.seq));
  }
  return kept;
}

describe('retention', () => {
  test('keeps the two newest, keyframe or not', () => {
    expect(live(3).map(({ seq }) => seq)).toEqual([1000, 1500]);
    expect(live(1)).toHaveLength(1);
  });

  test('keeps a keyframe to about 5,000 entries of the last month', () => {
    expect(live(35).map(({ seq }) => seq)).toEqual([5000, 10_000, 15_000, 17_000, 17_500]);
  });

  test('thins them with age', () => {
    const kept = live(1000);
    const now = 1000 * DAY;
    const frames = kept.filter(({ keyframe }) => keyframe);
    const ages = (from: number, to: number) =>
      frames.filter(({ at }) => now - at >= from * DAY && now - at < to * DAY).length;
    expect(ages(0, 30)).toBe(3);
    expect(ages(30, 365)).toBeGreaterThanOrEqual(8);
    expect(ages(30, 365)).toBeLessThanOrEqual(9);
    expect(ages(365, 1001)).toBeGreaterThanOrEqual(3);
    expect(ages(365, 1001)).toBeLessThanOrEqual(5);
    expect(kept.length - frames.length).toBeLessThanOrEqual(2);
  });

  test('asked twice drops nothing more', () => {
    const kept = live(400);
    expect(expendable(kept, 400 * DAY)).toEqual([]);
  });
});
