/** What one interaction costs a page: until the screen shows it, and how long the page's own code ran for it. */
import type { CDPSession, Page } from '@playwright/test';

export interface Cost {
  /** From the event to a task posted from the frame that shows it, ms. */
  readonly paint: number;
  /** Of script, in all that followed, ms. */
  readonly script: number;
  /** Of style and layout, ms. */
  readonly layout: number;
}

declare global {
  interface Window {
    benchShown?: number;
  }
}

/** Time for what comes after the paint: effects, and what they cause; in ms. */
const AFTER = 120;

export class Interactions {
  readonly #page: Page;
  readonly #cdp: CDPSession;

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  static async on(page: Page): Promise<Interactions> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    return new Interactions(page, cdp);
  }

  /** `kind`: the event that begins it. Ends with the first frame in which the list, or the open claim, says something else. */
  async cost(kind: 'keydown' | 'click' | 'input', act: () => Promise<unknown>): Promise<Cost> {
    await this.#page.evaluate(watch, kind);
    return this.#measured(act);
  }

  /** Of what comes from the server: from now on. */
  async arrival(act: () => Promise<unknown>): Promise<Cost> {
    await this.#page.evaluate(watch, null);
    return this.#measured(act);
  }

  /** Bytes that are in use after a collection. */
  async heap(): Promise<number> {
    await this.#cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#cdp.send('Runtime.getHeapUsage');
    return usedSize;
  }

  async #measured(act: () => Promise<unknown>): Promise<Cost> {
    const before = await this.#metrics();
    await act();
    await this.#page.waitForFunction(() => window.benchShown !== undefined);
    const paint = await this.#page.evaluate(() => window.benchShown ?? Number.NaN);
    await this.#page.waitForTimeout(AFTER);
    const after = await this.#metrics();
    return { paint, script: after.script - before.script, layout: after.layout - before.layout };
  }

  async #metrics(): Promise<{ script: number; layout: number }> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    const of = (name: string): number =>
      1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
    return {
      script: of('ScriptDuration'),
      layout: of('LayoutDuration') + of('RecalcStyleDuration'),
    };
  }
}

/** Runs in the page. */
function watch(kind: string | null): void {
  const said = (): string => {
    const options = [...document.querySelectorAll('#claim-list [role="option"]')];
    return [
      document.querySelector('#claim h2')?.textContent,
      document.querySelector('#claim-list [aria-current]')?.id,
      options[0]?.getAttribute('aria-setsize'),
      ...options.map((option) => option.textContent),
      ...[...document.querySelectorAll('#claim-list mark')].map((mark) => mark.textContent),
    ].join('|');
  };
  window.benchShown = undefined as unknown as number;
  delete window.benchShown;
  const before = said();
  const from = (began: number): void => {
    const look = (): void => {
      if (said() === before) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.benchShown = performance.now() - began;
      };
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };
  if (kind === null) from(performance.now());
  else
    window.addEventListener(kind, (event) => from(event.timeStamp), { once: true, capture: true });
}
