/** Many people and few who write: how long a key is under way to everybody, and what a delivery costs the server. */
import type { Contender } from '../contenders/contender.ts';
import { hocuspocus } from '../contenders/hocuspocus.ts';
import { contenders } from '../contenders/list.ts';
import { type Crowd, type CrowdOutcome, measureCrowd } from '../load/crowd.ts';
import { type Table, times } from '../report/table.ts';
import type { Bench, Scenario } from './scenario.ts';

const shapes: readonly (Crowd & { readonly title: string })[] = [
  {
    title: 'One document, 200 clients, 20 of them write ten times a second',
    documents: 1,
    clients: 200,
    writers: 20,
    keys: 10,
    seconds: 6,
  },
  {
    title: '200 documents of 5 clients, one of them writes twice a second',
    documents: 200,
    clients: 5,
    writers: 1,
    keys: 2,
    seconds: 6,
  },
  {
    title: 'One writer, ten keys a second, 1,000 readers',
    documents: 1,
    clients: 1_001,
    writers: 1,
    keys: 10,
    seconds: 6,
  },
];
/** Each is measured so often, in turns: the machine's other work then falls on all of them. */
const ROUNDS = 2;

interface Measured {
  readonly contender: Contender;
  readonly outcomes: readonly CrowdOutcome[];
}

export const crowds: Scenario = {
  id: 'crowds',
  about: 'deliveries to many clients in one document and in many, CPU for each',
  async run(bench) {
    const tables: Table[] = [];
    for (const crowd of shapes) {
      const measured: Measured[] = [];
      for (const contender of contenders) {
        if (!contender.installed) continue;
        measured.push({ contender, outcomes: [] });
      }
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const [index, { contender, outcomes }] of measured.entries()) {
          bench.say(`${contender.name}: ${crowd.title}, round ${round + 1}`);
          const outcome = await measure(contender, crowd, bench);
          measured[index] = { contender, outcomes: [...outcomes, outcome] };
        }
      }
      tables.push(toTable(crowd, measured));
    }
    return tables;
  },
};

async function measure(contender: Contender, crowd: Crowd, bench: Bench): Promise<CrowdOutcome> {
  const running = await contender.start(await bench.directory());
  try {
    return await measureCrowd(running, crowd);
  } finally {
    await running.stop();
  }
}

function toTable({ title }: { readonly title: string }, measured: readonly Measured[]): Table {
  const peer = measured.find(({ contender }) => contender === hocuspocus)?.outcomes;
  return {
    title,
    columns: [
      '',
      'delivered p50',
      'p95',
      'p99',
      'p99 ÷ hocuspocus',
      'µs CPU each',
      '÷ hocuspocus',
      'loop lag p99',
      'RSS MB',
      'load late p99',
      'missing',
    ],
    rows: measured.map(({ contender, outcomes }) => [
      contender.name,
      middle(outcomes, ({ delivered }) => delivered.p50),
      middle(outcomes, ({ delivered }) => delivered.p95),
      middle(outcomes, ({ delivered }) => delivered.p99),
      times(
        middle(outcomes, ({ delivered }) => delivered.p99),
        peer && middle(peer, ({ delivered }) => delivered.p99),
      ),
      middle(outcomes, cpuEach),
      times(middle(outcomes, cpuEach), peer && middle(peer, cpuEach)),
      middle(outcomes, ({ server }) => server.lagP99),
      middle(outcomes, ({ server }) => server.rssMb),
      middle(outcomes, ({ late }) => late.p99),
      middle(outcomes, ({ missing }) => missing),
    ]),
    notes: [
      `Times in ms, of ${ROUNDS} rounds in turns the mean; servers and load share the machine. All clients are stock ones, without compression.`,
    ],
  };
}

function cpuEach({ server, seconds, deliveries }: CrowdOutcome): number {
  return (server.cores * seconds * 1e6) / deliveries;
}

function middle(outcomes: readonly CrowdOutcome[], of: (outcome: CrowdOutcome) => number): number {
  return outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length;
}
