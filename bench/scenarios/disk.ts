/** What the disk takes for the least that durability needs: a small append and a sync. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { spread } from '../load/spread.ts';
import type { Scenario } from './scenario.ts';

const ROUNDS = 300;
/** A page of the write-ahead log. */
const BYTES = 4096;

export const disk: Scenario = {
  id: 'disk',
  about: 'the floor of every answer that is durable: one append and one sync',
  async run(bench) {
    bench.say(`${ROUNDS} appends of ${BYTES} bytes, each synced`);
    const file = await open(path.join(await bench.directory(), 'floor'), 'a');
    const taken: number[] = [];
    try {
      const page = Buffer.alloc(BYTES, 1);
      for (let round = 0; round < ROUNDS; round++) {
        const began = performance.now();
        await file.write(page);
        await file.datasync();
        taken.push(performance.now() - began);
      }
    } finally {
      await file.close();
    }
    const { p50, p99, max } = spread(taken);
    return [
      {
        title: 'An append of 4 kB and fdatasync, ms',
        columns: ['', 'p50', 'p99', 'max'],
        rows: [['disk', p50, p99, max]],
        notes: [
          'Where the disk or the machine below it does not tell the truth, all figures share the lie.',
        ],
      },
    ];
  },
};
