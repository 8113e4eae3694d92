/** Our own side in the browser: the pages built, the server started, and the two texts that are measured. */
import type { Browser, BrowserContext } from '@playwright/test';
import buildClient from '../../tests/e2e/build-client.ts';
import { startProcess } from '../../tests/server-process.ts';
import { openWorkspace, type Workspace } from '../contenders/workspace.ts';
import type { Bench } from '../scenarios/scenario.ts';
import { openProfile } from './browsers.ts';
import { longParagraphs, longText, MIDDLE } from './long-text.ts';
import type { Readiness } from './watch-opening.ts';

export interface Text {
  readonly title: string;
  readonly document: string;
  /** Words that occur in it once, far from its head. */
  readonly words: string;
}

export interface OurDesk {
  readonly url: string;
  readonly workspace: Workspace;
  /** Unlocked. */
  readonly texts: readonly Text[];
  /** A profile in which the owner is signed in. */
  owner(browser: Browser): Promise<BrowserContext>;
}

/** Connected, everything saved, and the choice between annotating and editing is there. */
export const READY: Readiness = [
  { selector: 'header [role="status"]', words: 'Saved' },
  { selector: '[role="radio"]' },
];

export async function openOurDesk(bench: Bench): Promise<OurDesk> {
  buildClient();
  const server = await startProcess({ directory: await bench.directory() });
  bench.cleanUp(() => server.stop());
  const workspace = await openWorkspace(server);
  const seed = await workspace.seed();
  await workspace.unlock(seed);
  const long = await workspace.importText('long.txt', longText());
  return {
    url: server.url,
    workspace,
    texts: [
      { title: 'the seed text', document: seed, words: 'disappeared in March.' },
      { title: `1 MB, ${longParagraphs().length} paragraphs`, document: long, words: MIDDLE },
    ],
    owner: (browser) => openProfile(browser, server.url, workspace.cookie),
  };
}
