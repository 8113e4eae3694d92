/**
 * How long somebody waits until a change is answered and until another sees
 * it, at a quiet desk and far above what people can type, and what it costs
 * the server. Ours checks every update and syncs it to the disk before it
 * answers; the others do neither, which is what the columns are there to show.
 */
import type { Contender } from '../contenders/contender.ts';
import { contenders } from '../contenders/list.ts';
import { yWebsocket } from '../contenders/y-websocket.ts';
import { type Outcome, putUnderLoad, type Shape } from '../load/load.ts';
import { type Cell, type Table, times } from '../report/table.ts';
import type { Bench, Scenario } from './scenario.ts';

const shapes: readonly (Shape & { readonly title: string })[] = [
  {
    title: '100 updates a second: 10 people in one document',
    documents: 1,
    writers: 10,
    rate: 100,
    warmUpSeconds: 1,
    seconds: 6,
  },
  {
    title: '5,000 updates a second: 10 writers in one document',
    documents: 1,
    writers: 10,
    rate: 5_000,
    warmUpSeconds: 1,
    seconds: 4,
  },
  {
    title: '5,000 updates a second: 100 writers in 20 documents',
    documents: 20,
    writers: 5,
    rate: 5_000,
    warmUpSeconds: 1,
    seconds: 4,
  },
];

/** The load keeps to its plan within this, in ms, on a machine that has nothing else to do. */
const DISTURBED_MS = 8;
const DISTURBED =
  'The load itself lagged behind its plan: the machine had other work, which these times are of.';

interface Measured {
  readonly contender: Contender;
  readonly outcome: Outcome;
}

export const acknowledge: Scenario = {
  id: 'acknowledge',
  about: 'answers and deliveries at 100 and 5,000 updates a second, event-loop lag, CPU',
  async run(bench) {
    const measured = shapes.map(() => [] as Measured[]);
    for (const contender of contenders) {
      if (!contender.installed) {
        bench.say(`${contender.name} is left out: npm ci --prefix bench/peers installs it`);
        continue;
      }
      for (const [index, outcome] of (await measure(contender, bench)).entries())
        measured[index]?.push({ contender, outcome });
    }
    return shapes.map(({ title }, index) => toTable(title, measured[index] ?? []));
  },
};

async function measure(contender: Contender, bench: Bench): Promise<Outcome[]> {
  const running = await contender.start(await bench.directory());
  const outcomes: Outcome[] = [];
  try {
    for (const shape of shapes) {
      bench.say(`${contender.name}: ${shape.title}`);
      outcomes.push(await putUnderLoad(running, shape));
    }
  } finally {
    await running.stop();
  }
  return outcomes;
}

function toTable(title: string, measured: readonly Measured[]): Table {
  const peer = measured.find(({ contender }) => contender === yWebsocket)?.outcome;
  return {
    title,
    columns: [
      '',
      'answer p50',
      'p99',
      'delivered p50',
      'p99',
      'p99 ÷ y-websocket',
      'loop lag p99',
      'max',
      'µs CPU each',
      'RSS MB',
      'load late p99',
      'unanswered',
    ],
    rows: measured.map(({ contender, outcome }) => row(contender, outcome, peer)),
    notes: [
      'Times in ms from the moment a frame is handed to its socket; servers and load share the machine.',
      ...(measured.some(({ outcome }) => outcome.late.p99 > DISTURBED_MS) ? [DISTURBED] : []),
      ...measured.map(
        ({ contender }) => `${contender.name} answers when it is: ${contender.promise}.`,
      ),
    ],
  };
}

function row(contender: Contender, outcome: Outcome, peer: Outcome | undefined): Cell[] {
  const { acknowledged, delivered, late, server, sent, seconds } = outcome;
  return [
    contender.name,
    acknowledged.p50,
    acknowledged.p99,
    delivered.p50,
    delivered.p99,
    times(delivered.p99, peer?.delivered.p99),
    server.lagP99,
    server.lagMax,
    (server.cores * seconds * 1e6) / sent,
    server.rssMb,
    late.p99,
    outcome.unanswered,
  ];
}
