// Measures the product as people use it: real processes, real sockets, real
// browsers, beside servers of others under the same load. Not a test: nothing
// here passes or fails. Prints tables and writes bench/results/<date>.json.
//
//   npm run bench                  everything, about three minutes
//   npm run bench -- acknowledge   the named scenarios
//   npm run bench -- crash         what runs only by name: it takes an hour and measures no time
//
// The servers of others are installed by `npm ci --prefix bench/peers`; without
// them their rows are missing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, machine } from './report/machine.ts';
import { printed, type Table } from './report/table.ts';
import { scenarios } from './scenarios/list.ts';
import type { Scenario } from './scenarios/scenario.ts';

interface Done {
  readonly id: string;
  readonly seconds: number;
  readonly tables: readonly Table[];
  readonly error?: string;
}

async function perform(scenario: Scenario): Promise<Done> {
  console.log(`\n── ${scenario.id}: ${scenario.about}`);
  const began = performance.now();
  const endings: (() => Promise<unknown>)[] = [];
  const cleanUp = (end: () => Promise<unknown>): void => void endings.unshift(end);
  try {
    const tables = await scenario.run({
      cleanUp,
      say: (words) => console.log(`   ${words}`),
      directory: async () => {
        const made = await mkdtemp(path.join(tmpdir(), 'attest-bench-'));
        cleanUp(() => rm(made, { recursive: true, force: true, maxRetries: 5 }));
        return made;
      },
    });
    return { id: scenario.id, seconds: since(began), tables };
  } catch (error) {
    console.error(error);
    const why = error instanceof Error ? error.message : String(error);
    return { id: scenario.id, seconds: since(began), tables: [], error: why };
  } finally {
    for (const end of endings) await end().catch((error: unknown) => console.error(error));
  }
}

function since(began: number): number {
  return Math.round((performance.now() - began) / 1000);
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !scenarios.some(({ id }) => id === name));
if (unknown.length > 0) {
  const known = scenarios.map(({ id, about }) => `  ${id.padEnd(12)} ${about}`).join('\n');
  console.error(`There is no scenario "${unknown.join('", "')}". The scenarios are:\n${known}`);
  process.exit(2);
}

const measuredOn = machine();
console.log(describe(measuredOn));
const done: Done[] = [];
for (const scenario of scenarios) {
  const wanted = named.length === 0 ? scenario.alone !== true : named.includes(scenario.id);
  if (wanted) done.push(await perform(scenario));
}

for (const { id, seconds, tables, error } of done) {
  console.log(`\n══ ${id} (${seconds} s)${error === undefined ? '' : ` FAILED: ${error}`}`);
  for (const table of tables) console.log(`\n${printed(table)}`);
}
const results = path.join(import.meta.dirname, 'results');
mkdirSync(results, { recursive: true });
const file = path.join(results, `${measuredOn.date.replaceAll(':', '-')}.json`);
writeFileSync(file, `${JSON.stringify({ machine: measuredOn, done }, null, 2)}\n`);
console.log(`\n${describe(measuredOn)}\nWritten to ${path.relative(process.cwd(), file)}.`);
process.exitCode = done.some(({ error }) => error !== undefined) ? 1 : 0;
