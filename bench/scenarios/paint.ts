/**
 * From a key to the paint, on the own page and on a colleague's: two Chromium
 * processes, the server between them, on the text that a workspace begins with
 * and on one of a megabyte. Beside it the page that anybody would write from
 * the manuals, on the same words.
 */
import type { Browser, Page } from '@playwright/test';
import buildClient from '../../tests/e2e/build-client.ts';
import { DeskPage } from '../../tests/e2e/desk-page.ts';
import { startProcess } from '../../tests/server-process.ts';
import { openBrowser, openProfile } from '../browser/browsers.ts';
import { longParagraphs, longText, MIDDLE } from '../browser/long-text.ts';
import { openPeerDesk, type PeerDesk } from '../browser/peer-desk.ts';
import { type Painted, typedAndPainted } from '../browser/typed-and-painted.ts';
import { openWorkspace, type Workspace } from '../contenders/workspace.ts';
import { spread } from '../load/spread.ts';
import { type Cell, type Table, times } from '../report/table.ts';
import type { Bench, Scenario } from './scenario.ts';

const KEYS = 50;

interface Text {
  readonly title: string;
  readonly document: string;
  /** Behind these words it is typed. */
  readonly words: string;
}

interface Measured {
  readonly ours: Painted;
  readonly peers: Painted | null;
}

export const paint: Scenario = {
  id: 'paint',
  about: 'from a key to the paint here and in the other browser',
  async run(bench) {
    buildClient();
    const directory = await bench.directory();
    const server = await startProcess({ directory });
    bench.cleanUp(() => server.stop());
    const workspace = await openWorkspace(server);
    const peer = await openPeerDesk(bench);
    const browsers: [Browser, Browser] = [await openBrowser(bench), await openBrowser(bench)];
    const seed = await workspace.seed();
    await workspace.unlock(seed);
    const long = await workspace.importText('long.txt', longText());
    const texts: Text[] = [
      { title: 'the seed text', document: seed, words: 'Key Takeaways' },
      { title: `1 MB, ${longParagraphs().length} paragraphs`, document: long, words: MIDDLE },
    ];
    const tables: Table[] = [];
    for (const text of texts) {
      bench.say(`attest: ${text.title}`);
      const { painted: ours, paragraphs } = await onDesk(browsers, server.url, workspace, text);
      bench.say(`y-prosemirror and y-websocket: ${text.title}`);
      const peers = peer && (await onPeer(browsers, peer, paragraphs, text));
      tables.push(toTable(text, { ours, peers }));
    }
    return tables;
  },
};

async function onDesk(
  browsers: readonly [Browser, Browser],
  url: string,
  workspace: Workspace,
  text: Text,
): Promise<{ painted: Painted; paragraphs: string[] }> {
  const [lead, analyst] = [
    await openProfile(browsers[0], url, workspace.cookie),
    await openProfile(browsers[1], url, await workspace.analyst(text.document)),
  ];
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
  browsers: readonly [Browser, Browser],
  peer: PeerDesk,
  paragraphs: readonly string[],
  text: Text,
): Promise<Painted> {
  const document = await peer.document(paragraphs);
  const open = async (browser: Browser, name: string): Promise<DeskPage> => {
    const address = peer.address(document, name);
    const context = await openProfile(browser, new URL(address).origin);
    const page: Page = await context.newPage();
    await page.goto(address);
    return DeskPage.on(page);
  };
  const there = await open(browsers[1], 'Ben');
  const here = await open(browsers[0], 'Ada');
  await there.click(text.words, 'end');
  await here.click(text.words, 'end');
  const painted = await typedAndPainted(here.page, there.page, KEYS);
  await Promise.all([here.page.context().close(), there.page.context().close()]);
  return painted;
}

function toTable(text: Text, { ours, peers }: Measured): Table {
  const row = (name: string, painted: Painted): Cell[] => {
    const here = spread(painted.here);
    const there = spread(painted.there);
    const peer = peers && { here: spread(peers.here), there: spread(peers.there) };
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
      `${KEYS} keys, one each time the last one is painted in both browsers; frames come each 16.7 ms.`,
    ],
  };
}
