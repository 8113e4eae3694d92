/** What a source is called on the screen, which address was meant, and whether two are one. */
import type { Source } from '../../../../domain/record/source.ts';

/** Signs that turn the direction of all that follows: the grade behind a name would be read backwards. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

export function sourceName(source: Pick<Source, 'title' | 'url'> | undefined): string {
  const title = source?.title.replace(turning, '').trim();
  return title || hostOf(source?.url ?? '') || 'A source without a name';
}

/** The address as it is kept: what was typed or copied without its beginning gets one. */
export function addressOf(typed: string): string {
  const address = typed.trim();
  return address === '' || /^[a-z][a-z\d+-]*:/i.test(address) ? address : `https://${address}`;
}

/** Two addresses that differ only in the case of the host, the part behind # or a slash at the end lead to one page. */
export function isSameAddress(a: string, b: string): boolean {
  const [one, other] = [plainAddress(a), plainAddress(b)];
  return one !== null && one === other;
}

function plainAddress(typed: string): string | null {
  const whole = addressOf(typed);
  if (!URL.canParse(whole)) return null;
  const address = new URL(whole);
  address.hash = '';
  return address.href.replace(/\/$/, '');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';
}
