/**
 * From a key to the paint, on the own page and on a colleague's: two Chromium
 * processes, the server between them, on the text that a workspace begins with
 * and on one of a megabyte. Beside it the page that anybody would write from
 * the manuals, on the same words.
 */
import type { Browser } from '@playwright/test';
import { DeskPage } from '../../tests/e2e/desk-page.ts';
import { openBrowser, openProfile } from '../browser/browsers.ts';
import { openOurDesk, type OurDesk, type Text } from '../browser/our-desk.ts';
import { openPeerDesk, type PeerDesk } from '../browser/peer-desk.ts';
import { type Painted, typedAndPainted } from '../browser/typed-and-painted.ts';
import { spread } from '../load/spread.ts';
import { type Cell, type Table, times } from '../report/table.ts';
import type { Scenario } from './scenario.ts';

const KEYS = 50;

export const paint: Scenario = {
  id: 'paint',
  about: 'from a key to the paint here and in the other browser',
  async run(bench) {
    const desk = await openOurDesk(bench);
    const peer = await openPeerDesk(bench);
    const browsers = [await openBrowser(bench), await openBrowser(bench)] as const;
    const tables: Table[] = [];
    for (const text of desk.texts) {
      bench.say(`attest: ${text.title}`);
      const { painted, paragraphs } = await onDesk(browsers, desk, text);
      if (peer) bench.say(`y-prosemirror and y-websocket: ${text.title}`);
      const peers = peer && (await onPeer(browsers, peer, paragraphs, text));
      tables.push(toTable(text, painted, peers));
    }
    return tables;
  },
};

type Two = readonly [Browser, Browser];

async function onDesk(
  [first, second]: Two,
  desk: OurDesk,
  text: Text,
): Promise<{ painted: Painted; paragraphs: string[] }> {
  const lead = await desk.owner(first);
  const analyst = await openProfile(second, desk.url, await desk.workspace.analyst(text.document));
  const there = await DeskPage.open(await analyst.newPage(), text.document);
  const here = await DeskPage.open(await lead.newPage(), text.document);
  const paragraphs = await here.blocks();
  await here.edit();
  await there.click(text.words, 'end');
  await here.click(text.words, 'end');
  const painted = await typedAndPainted(here.page, there.page, KEYS);
  await Promise.all([lead.close(), analyst.close()]);
  return { painted, paragraphs };
}

async function onPeer(
  [first, second]: Two,
  peer: PeerDesk,
  paragraphs: readonly string[],
  text: Text,
): Promise<Painted> {
  const document = await peer.document(paragraphs);
  const open = async (browser: Browser, name: string): Promise<DeskPage> => {
    const address = peer.address(document, name);
    const profile = await openProfile(browser, new URL(address).origin);
    const page = await profile.newPage();
    await page.goto(address);
    return DeskPage.on(page);
  };
  const there = await open(second, 'Ben');
  const here = await open(first, 'Ada');
  await there.click(text.words, 'end');
  await here.click(text.words, 'end');
  const painted = await typedAndPainted(here.page, there.page, KEYS);
  await Promise.all([here.page.context().close(), there.page.context().close()]);
  return painted;
}

function toTable(text: Text, ours: Painted, peers: Painted | null): Table {
  const peer = peers && { here: spread(peers.here), there: spread(peers.there) };
  const row = (name: string, painted: Painted): Cell[] => {
    const here = spread(painted.here);
    const there = spread(painted.there);
    return [
      name,
      here.p50,
      here.p95,
      there.p50,
      there.p95,
      times(here.p50, peer?.here.p50),
      times(there.p50, peer?.there.p50),
    ];
  };
  return {
    title: `From a key to the paint, ms: ${text.title}`,
    columns: ['', 'here p50', 'p95', 'other browser p50', 'p95', 'here ÷ peer', 'other ÷ peer'],
    rows: [row('attest', ours), ...(peers ? [row('y-prosemirror + y-websocket', peers)] : [])],
    notes: [
      `${KEYS} keys, each once the one before is painted in both browsers; frames come each 16.7 ms.`,
    ],
  };
}
