/** Whether a million hostile frames change what they may not, or disturb those who work beside them. */
import { attackRooms } from '../../tests/fuzz/attack-room.ts';
import { seeded } from '../../tests/random.ts';
import { count, seed } from './asked.ts';
import type { Scenario } from './scenario.ts';

export const fuzz: Scenario = {
  id: 'fuzz',
  about:
    'a million hostile frames in rooms where people work: what they change, how they are answered',
  alone: true,
  async run(bench) {
    const frames = count('frames', 1_000_000);
    const random = seeded(seed());
    bench.say(`${frames} frames, seed ${random.seed}`);
    const began = performance.now();
    const attacked = await attackRooms(frames, random, (sent) => {
      if (sent % 10_000 === 0) bench.say(`${sent} frames`);
    });
    const { refusals, results, broken, heapMb } = attacked;
    const seconds = (performance.now() - began) / 1000;
    return [
      {
        title: `Hostile frames, seed ${random.seed}`,
        columns: ['', 'figure'],
        rows: [
          ['frames', String(frames)],
          ['frames a second, with the people beside them', Math.round(frames / seconds)],
          ['changes that were not allowed, people disturbed', String(broken.length)],
          ['heap afterwards, MB', heapMb],
        ],
        notes: broken.slice(0, 10),
      },
      {
        title: 'What hostile sockets were closed for, and what their commands were answered',
        columns: ['', 'times'],
        rows: [
          ...refusals,
          ...[...results].map(([code, times]) => [`command: ${code}`, times] as const),
        ]
          .toSorted((a, b) => b[1] - a[1])
          .map(([code, times]) => [code, String(times)]),
        notes: [],
      },
    ];
  },
};
