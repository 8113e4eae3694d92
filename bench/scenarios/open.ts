/**
 * From the start of a navigation until somebody can work on the text: in a
 * browser that was never here, and in one that was (its cache and its own copy
 * of the document are warm).
 */
import type { Browser, BrowserContext } from '@playwright/test';
import { DeskPage } from '../../tests/e2e/desk-page.ts';
import { openBrowser, openProfile } from '../browser/browsers.ts';
import { openOurDesk, type OurDesk, READY, type Text } from '../browser/our-desk.ts';
import { openPeerDesk, type PeerDesk } from '../browser/peer-desk.ts';
import { type Opening, opening, type Readiness, watchOpenings } from '../browser/watch-opening.ts';
import { spread } from '../load/spread.ts';
import { type Cell, type Table, times } from '../report/table.ts';
import type { Bench, Scenario } from './scenario.ts';

const ROUNDS = 3;

interface Opened {
  readonly cold: readonly Opening[];
  readonly warm: readonly Opening[];
}

export const open: Scenario = {
  id: 'open',
  about: 'from navigation to a text that can be worked on, cold and warm',
  async run(bench) {
    const desk = await openOurDesk(bench);
    const peer = await openPeerDesk(bench);
    const browser = await openBrowser(bench);
    const tables: Table[] = [];
    for (const text of desk.texts) {
      const ours = await openOurs(browser, desk, text, bench);
      const paragraphs = await wordsOf(browser, desk, text);
      const peers = peer && (await openPeers(browser, peer, paragraphs, text, bench));
      tables.push(toTable(text, ours, peers));
    }
    return tables;
  },
};

async function openOurs(
  browser: Browser,
  desk: OurDesk,
  text: Text,
  bench: Bench,
): Promise<Opened> {
  bench.say(`attest: ${text.title}`);
  return rounds(() => desk.owner(browser), `${desk.url}/d/${text.document}`, READY);
}

async function openPeers(
  browser: Browser,
  peer: PeerDesk,
  paragraphs: readonly string[],
  text: Text,
  bench: Bench,
): Promise<Opened> {
  bench.say(`y-prosemirror and y-websocket: ${text.title}`);
  const address = peer.address(await peer.document(paragraphs), 'Ada');
  return rounds(() => openProfile(browser, new URL(address).origin), address, []);
}

/** Each round is a new profile that opens the page twice. */
async function rounds(
  newProfile: () => Promise<BrowserContext>,
  address: string,
  readiness: Readiness,
): Promise<Opened> {
  const cold: Opening[] = [];
  const warm: Opening[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const profile = await newProfile();
    await watchOpenings(profile, readiness);
    for (const openings of [cold, warm]) {
      const page = await profile.newPage();
      await page.goto(address, { waitUntil: 'commit' });
      openings.push(await opening(page));
      // What the browser keeps for the next time is written behind; its stream of events is never idle.
      await page.waitForTimeout(1_000);
      await page.close();
    }
    await profile.close();
  }
  return { cold, warm };
}

/** Also proves that "ready" is no empty word: a claim can be marked by then. */
async function wordsOf(browser: Browser, desk: OurDesk, text: Text): Promise<string[]> {
  const profile = await desk.owner(browser);
  await watchOpenings(profile, READY);
  const page = await profile.newPage();
  await page.goto(`${desk.url}/d/${text.document}`, { waitUntil: 'commit' });
  await opening(page);
  const there = await DeskPage.on(page);
  const paragraphs = await there.blocks();
  await there.select(text.words);
  await there.markButton.click();
  await there.marks.first().waitFor();
  await profile.close();
  return paragraphs;
}

function toTable(text: Text, ours: Opened, peers: Opened | null): Table {
  const median = (openings: readonly Opening[], of: 'first' | 'ready' | 'text'): number =>
    spread(openings.map((each) => each[of])).p50;
  const row = (name: string, opened: Opened, which: 'cold' | 'warm'): Cell[] => {
    const openings = opened[which];
    return [
      `${name}, ${which}`,
      median(openings, 'first'),
      median(openings, 'text'),
      median(openings, 'ready'),
      times(median(openings, 'text'), peers ? median(peers[which], 'text') : undefined),
    ];
  };
  const both = (name: string, opened: Opened | null): Cell[][] =>
    opened ? [row(name, opened, 'cold'), row(name, opened, 'warm')] : [];
  return {
    title: `Opening a page, ms: ${text.title}`,
    columns: ['', 'first paint', 'text', 'ready', 'text ÷ peer'],
    rows: [...both('attest', ours), ...both('y-prosemirror + y-websocket', peers)],
    notes: [
      `Medians of ${ROUNDS}. Ready: the text is on the screen, all is connected and saved, a claim can be marked and the text edited.`,
    ],
  };
}
