/** Many who open one large document at the same moment, and what sockets and documents take in memory. */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Contender, Line, Running } from '../contenders/contender.ts';
import { contenders } from '../contenders/list.ts';
import { type Spread, spread } from '../load/spread.ts';
import { typing } from '../load/typing.ts';
import type { Table } from '../report/table.ts';
import type { Bench, Scenario } from './scenario.ts';

const JOINS = 150;
const DOCUMENT_BYTES = 4_000_000;
/** One update stays far below what a server takes. */
const UPDATE_BYTES = 500_000;
const IDLE = 500;
const DOCUMENTS = 100;
/** Of a document that is only loaded: as much text as a report has. */
const REPORT_BYTES = 20_000;
const silent = { acknowledged() {}, changed() {} };

interface Joined {
  readonly each: Spread;
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly idleKb: number;
  readonly documentKb: number;
}

export const joins: Scenario = {
  id: 'joins',
  about: `${JOINS} joins at once of a document of ${DOCUMENT_BYTES / 1e6} MB; memory of connections and documents`,
  async run(bench) {
    const rows: Table['rows'][number][] = [];
    for (const contender of contenders) {
      if (!contender.installed) continue;
      bench.say(contender.name);
      const { each, perSecond, cpuMs, rssMb, idleKb, documentKb } = await measure(contender, bench);
      rows.push([contender.name, each.p50, each.p99, perSecond, cpuMs, rssMb, idleKb, documentKb]);
    }
    return [
      {
        title: `${JOINS} at once into ${DOCUMENT_BYTES / 1e6} MB; ${IDLE} idle connections; ${DOCUMENTS} documents of ${REPORT_BYTES / 1000} kB`,
        columns: [
          '',
          'join p50',
          'p99',
          'joins/s',
          'CPU ms a join',
          'RSS MB after',
          'kB a connection',
          'kB a document',
        ],
        rows,
        notes: [
          'Join: from dialling to the last byte of the first sync, ms, without compression. Memory: what RSS grew by, which holds what is not collected yet.',
        ],
      },
    ];
  },
};

async function measure(contender: Contender, bench: Bench): Promise<Joined> {
  const running = await contender.start(await bench.directory());
  const lines: Line[] = [];
  try {
    const small = await running.document();
    lines.push(await running.visit(small, silent));
    const before = await settledRss(running);
    for (let each = 0; each < IDLE; each += 1) lines.push(await running.visit(small, silent));
    const connected = await settledRss(running);
    for (let each = 0; each < DOCUMENTS; each += 1) {
      const line = await running.visit(await running.document(), silent);
      line.send(words(line.client, REPORT_BYTES));
      lines.push(line);
    }
    const loaded = await settledRss(running);

    const large = await running.document();
    for (let written = 0; written < DOCUMENT_BYTES; written += UPDATE_BYTES) {
      const writer = await running.visit(large, silent);
      writer.send(words(writer.client, UPDATE_BYTES));
      lines.push(writer);
      await pause(100);
    }
    await pause(3_000);
    await running.probe.reset();
    const began = performance.now();
    const took = await Promise.all(
      Array.from({ length: JOINS }, async () => {
        lines.push(await running.visit(large, silent));
        return performance.now() - began;
      }),
    );
    const ms = performance.now() - began;
    const { cores, rssMb } = await running.probe.read();
    return {
      each: spread(took),
      perSecond: (JOINS / ms) * 1000,
      cpuMs: (cores * ms) / JOINS,
      rssMb,
      idleKb: ((connected - before) * 1024) / IDLE,
      documentKb: ((loaded - connected) * 1024) / DOCUMENTS,
    };
  } finally {
    for (const line of lines) line.close();
    await running.stop();
  }
}

async function settledRss(running: Running): Promise<number> {
  await pause(2_000);
  return (await running.probe.read()).rssMb;
}

/** A section with so many bytes of text, as one update. */
function words(client: number, bytes: number): Uint8Array {
  const { begin } = typing(client, 0);
  const doc = new Y.Doc();
  doc.clientID = client;
  Y.applyUpdate(doc, begin);
  const section = doc.getXmlFragment('text').get(0) as Y.XmlElement;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('The minister said that it was so. '.repeat(bytes / 34))]);
  section.insert(1, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}
