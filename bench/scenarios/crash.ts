/** Whether anything that was acknowledged is ever missing after the server was killed while people write. */
import { rm } from 'node:fs/promises';
import { derivedRows, halfApplied, missingOf, verified } from '../../tests/crash/found.ts';
import { openNewsroom } from '../../tests/crash/newsroom.ts';
import { crashRounds } from '../../tests/crash/rounds.ts';
import { seeded } from '../../tests/random.ts';
import { count, seed } from './asked.ts';
import type { Scenario } from './scenario.ts';

export const crash: Scenario = {
  id: 'crash',
  about: 'the server killed 1,000 times while five people write: what is missing afterwards',
  alone: true,
  async run(bench) {
    const rounds = count('rounds', 1000);
    const random = seeded(seed());
    bench.say(`${rounds} rounds, seed ${random.seed}`);
    const newsroom = await openNewsroom();
    bench.cleanUp(() => rm(newsroom.directory, { recursive: true, force: true }));
    bench.cleanUp(() => newsroom.server.stop());
    const run = await crashRounds(newsroom, {
      rounds,
      random,
      onRound(round, { words, commands, claims }) {
        if (round % 10 !== 0) return;
        bench.say(
          `${round} rounds, ${words.length} words and ${commands.length + claims.length} commands acknowledged`,
        );
      },
    });
    await newsroom.server.stop();
    const { acknowledged, fresh, copies, refused, handedBack } = run;
    const missing = await missingOf(newsroom, fresh, acknowledged);
    const half = await halfApplied(newsroom, fresh);
    const held = /1 document, 0 damaged/.test(await verified(newsroom));
    const { kept, anew } = await derivedRows(newsroom);
    return [
      {
        title: `Killed with SIGKILL at random moments, seed ${random.seed}`,
        columns: ['', 'figure'],
        rows: [
          ['rounds, each with one kill', rounds],
          ['words acknowledged', String(acknowledged.words.length)],
          [
            'commands acknowledged',
            String(acknowledged.commands.length + acknowledged.claims.length),
          ],
          ['missing of them', String(missing.length)],
          ['half applied', String(half.length)],
          ['commands of pages that were refused', String(refused.length)],
          ['words handed back to pages', String(handedBack)],
          ['copies that differ', String(new Set(copies).size - 1)],
          ['the chain holds', held ? 'yes' : 'no'],
          ['queue and search as derived anew', kept === anew ? 'yes' : 'no'],
        ],
        notes: [
          'Three writers a round, with a frame a word; two pages stay for all rounds and come back by themselves.',
          ...missing.slice(0, 10).map((what) => `Missing: ${what}`),
          ...half.slice(0, 10),
        ],
      },
    ];
  },
};
