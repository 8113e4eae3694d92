/** What the browser is sent before it shows something and before the desk can be worked on. */
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { openBrowser, openProfile } from '../browser/browsers.ts';
import { openOurDesk, READY } from '../browser/our-desk.ts';
import { openPeerDesk } from '../browser/peer-desk.ts';
import { opening, type Readiness, watchOpenings } from '../browser/watch-opening.ts';
import type { Cell } from '../report/table.ts';
import type { Scenario } from './scenario.ts';

/** Counted as gzip makes them, however they were sent: the ones use brotli, the others nothing. */
const COMPRESSED = new Set(['script', 'stylesheet']);

interface Sent {
  readonly kind: string;
  readonly bytes: number;
  readonly encoding: string;
  /** When its last byte came, ms since 1970. */
  readonly at: number;
}

export const weight: Scenario = {
  id: 'weight',
  about: 'JS and CSS sent before the first view and before the desk is ready',
  async run(bench) {
    const desk = await openOurDesk(bench);
    const peer = await openPeerDesk(bench);
    const browser = await openBrowser(bench);
    const rows: Cell[][] = [];
    const encodings = new Set<string>();
    const add = (name: string, sent: readonly Sent[]): void => {
      for (const { kind, encoding } of sent) if (kind === 'script') encodings.add(encoding);
      const kb = (...kinds: readonly string[]): number =>
        sent
          .filter(({ kind }) => kinds.includes(kind))
          .reduce((sum, { bytes }) => sum + bytes / 1000, 0);
      const files = sent.filter(({ kind }) => kind === 'script' || kind === 'stylesheet').length;
      rows.push([name, kb('script'), kb('stylesheet'), files, kb('font'), kb('document', 'fetch')]);
    };

    bench.say('attest: the page to sign in');
    const stranger = await openProfile(browser, desk.url);
    const signIn = await load(stranger, '/sign-in', async (page) => {
      await page.waitForLoadState('networkidle');
    });
    add('attest: sign in, whole page', signIn.sent);

    const [text] = desk.texts;
    if (!text) throw new Error('There is no text.');
    bench.say('attest: the desk');
    const ours = await load(await desk.owner(browser), `/d/${text.document}`, ready, READY);
    add('attest: desk, first view', before(ours.sent, ours.first));
    add('attest: desk, ready', before(ours.sent, ours.ready));

    if (peer) {
      bench.say('y-prosemirror and y-websocket');
      const address = peer.address(await peer.document(['One paragraph.']), 'Ada');
      const profile = await openProfile(browser, new URL(address).origin);
      add('y-prosemirror + y-websocket, ready', (await load(profile, address, ready, [])).sent);
    }
    return [
      {
        title: 'Sent to a browser that was never here, kB',
        columns: ['', 'JS', 'CSS', 'files', 'fonts', 'HTML and API'],
        rows,
        notes: [
          `1 kB is 1,000 bytes; JS and CSS as gzip makes them, the rest as sent. Scripts came ${[...encodings].join(', ')}.`,
        ],
      },
    ];
  },
};

const ready = async (page: Page): Promise<void> => {
  await opening(page);
};

/** Opens a page and gathers what came, and when it showed something and was ready. */
async function load(
  profile: BrowserContext,
  address: string,
  done: (page: Page) => Promise<void>,
  readiness: Readiness | null = null,
): Promise<{ sent: Sent[]; first: number; ready: number }> {
  if (readiness) await watchOpenings(profile, readiness);
  const page = await profile.newPage();
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  await page.goto(address, { waitUntil: 'commit' });
  await done(page);
  const noted = readiness && (await opening(page));
  const sent = await Promise.all(finished.map(measure));
  await profile.close();
  const began = noted?.began ?? 0;
  return { sent, first: began + (noted?.first ?? 0), ready: began + (noted?.ready ?? 0) };
}

async function measure(request: Request): Promise<Sent> {
  const response = await request.response();
  const encoding = (await response?.headerValue('content-encoding')) ?? 'plain';
  const kind = request.resourceType();
  const timing = request.timing();
  const bytes =
    response !== null && COMPRESSED.has(kind)
      ? gzipSync(await response.body()).length
      : (await request.sizes()).responseBodySize;
  return { kind, encoding, bytes, at: timing.startTime + timing.responseEnd };
}

function before(sent: readonly Sent[], moment: number): Sent[] {
  return sent.filter(({ at }) => at <= moment);
}
