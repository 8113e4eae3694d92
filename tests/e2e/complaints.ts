/** Writes down whatever goes wrong in the pages of a browser, seen or unseen. */
import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** From now on everything that a page of `context` complains of is added to `complaints`. */
export async function watch(
  context: BrowserContext,
  own: string,
  complaints: string[],
): Promise<void> {
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} forbids ${event.blockedURI}`);
    });
  });
  const { host } = new URL(own);
  context.on('weberror', (error) => {
    complaints.push(`${error.page()?.url() ?? ''}: ${error.error().message}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isLost(message))
      complaints.push(`${message.page()?.url() ?? ''}: ${message.text()}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host)
      complaints.push(`asked ${url.host} for ${url.pathname}`);
  });
}

/** What Chromium itself writes of refused and lost connections; the page's own words tell of those. */
function isLost(message: ConsoleMessage): boolean {
  return /^(Failed to load resource:|WebSocket connection to )/.test(message.text());
}
