/**
 * The desk with very many claims: opening it, going from claim to claim,
 * narrowing and searching the list, a verdict of somebody else's arriving. The
 * same with a hundred claims says what the number costs.
 */
import type { Browser } from '@playwright/test';
import buildClient from '../../tests/e2e/build-client.ts';
import { startProcess } from '../../tests/server-process.ts';
import { openBrowser, openProfile } from '../browser/browsers.ts';
import { type Cost, Interactions } from '../browser/interactions.ts';
import { writeManyClaims } from '../browser/many-claims.ts';
import { READY } from '../browser/our-desk.ts';
import { opening, watchOpenings } from '../browser/watch-opening.ts';
import { openWorkspace } from '../contenders/workspace.ts';
import { spread } from '../load/spread.ts';
import { type Cell, times } from '../report/table.ts';
import type { Bench, Scenario } from './scenario.ts';

const FEW = 100;
const MANY = 10_000;
const STEPS = 30;
const TYPED = 'statement 42';

type Costs = Readonly<Record<string, readonly Cost[]>>;

interface Measured {
  readonly ready: number;
  readonly heap: number;
  readonly frames: readonly number[];
  readonly costs: Costs;
}

export const claims: Scenario = {
  id: 'claims',
  about: `the desk with ${MANY} claims, two pieces of evidence and three verdicts each, beside ${FEW}`,
  async run(bench) {
    buildClient();
    const browser = await openBrowser(bench);
    const few = await measure(bench, browser, FEW);
    const many = await measure(bench, browser, MANY);
    const rows: Cell[][] = Object.entries(many.costs).map(([name, costs]) => {
      const of = (key: keyof Cost): readonly number[] => costs.map((cost) => cost[key]);
      const paint = spread(of('paint'));
      const base = spread((few.costs[name] ?? []).map((cost) => cost.paint));
      return [
        name,
        paint.p50,
        paint.p95,
        spread(of('script')).p50,
        spread(of('layout')).p50,
        base.p50,
        times(paint.p50, base.p50),
      ];
    });
    return [
      {
        title: `The desk with ${MANY} claims, ms`,
        columns: ['', 'paint p50', 'p95', 'script p50', 'layout p50', `paint p50 of ${FEW}`, '×'],
        rows,
        notes: [
          `Open to ready: ${Math.round(many.ready)} ms (${FEW} claims: ${Math.round(few.ready)}). Memory of the page's scripts: ${mb(many.heap)} MB (${mb(few.heap)}).`,
          `Scrolling the list: p95 of ${many.frames.length} frames ${spread(many.frames).p95.toFixed(1)} ms (${spread(few.frames).p95.toFixed(1)}).`,
          'Paint: from the event to a task posted from the frame that shows it. Script and layout: all of it until 120 ms later, whatever caused it.',
        ],
      },
    ];
  },
};

function mb(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

async function measure(bench: Bench, browser: Browser, count: number): Promise<Measured> {
  bench.say(`${count} claims`);
  const directory = await bench.directory();
  const document = await writeManyClaims(directory, count);
  const server = await startProcess({ directory });
  bench.cleanUp(() => server.stop());
  const workspace = await openWorkspace(server);
  const profile = await openProfile(browser, server.url, workspace.cookie);
  await watchOpenings(profile, READY);
  const page = await profile.newPage();
  await page.goto(`${server.url}/d/${document}`, { waitUntil: 'commit' });
  const { ready } = await opening(page);
  const interactions = await Interactions.on(page);
  await page.locator('#claim-list').waitFor();
  await page.waitForTimeout(1_000);

  const costs: Record<string, Cost[]> = {};
  const add = async (name: string, cost: Promise<Cost>): Promise<void> => {
    (costs[name] ??= []).push(await cost);
  };
  await page.keyboard.press('j');
  for (let step = 0; step < STEPS; step += 1) {
    const key = step % 5 === 4 ? 'k' : 'j';
    await add(
      'next or previous claim',
      interactions.cost('keydown', () => page.keyboard.press(key)),
    );
  }
  const filter = page.getByRole('button', { name: /^Disputed/ });
  for (let round = 0; round < 5; round += 1) {
    await add(
      'filter on',
      interactions.cost('click', () => filter.click()),
    );
    await add(
      'filter off',
      interactions.cost('click', () => filter.click()),
    );
  }
  const search = page.getByRole('searchbox', { name: 'Search claims' });
  for (let round = 0; round < 3; round += 1) {
    await search.focus();
    for (const letter of TYPED) {
      if (letter === ' ') await page.keyboard.press(letter);
      else
        await add(
          'a key of a search',
          interactions.cost('input', () => page.keyboard.press(letter)),
        );
    }
    await search.fill('');
    await page.waitForTimeout(500);
  }
  // What arrives must be in view.
  await page.locator('#claim-list').focus();
  await page.keyboard.press('Home');
  for (let verdict = 0; verdict < 5; verdict += 1) {
    await add(
      'a verdict arriving',
      interactions.arrival(() => workspace.judge(document, `c${verdict}`.padEnd(21, '_'))),
    );
  }
  const heap = await interactions.heap();
  const frames = await page.evaluate(scrolled);
  await profile.close();
  await server.stop();
  return { ready, heap, frames, costs };
}

/** Runs in the page: how long each frame took while the list was scrolled through. */
async function scrolled(): Promise<number[]> {
  const scroller = document.querySelector('#claim-list')?.parentElement;
  const frames: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (let frame = 0; frame < 120; frame += 1) {
    scroller?.scrollBy({ top: 300 });
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames;
}
