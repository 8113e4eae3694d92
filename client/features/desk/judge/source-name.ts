/** What a source is called on the screen, and whether two addresses are one. */
import type { Source } from '../../../../domain/record/source.ts';

export function sourceName(source: Source | undefined): string {
  return source?.title || hostOf(source?.url ?? '') || 'A source without a name';
}

/** Two addresses that differ only in the case of the host, the part behind # or a slash at the end lead to one page. */
export function isSameAddress(a: string, b: string): boolean {
  const [one, other] = [plainAddress(a), plainAddress(b)];
  return one !== null && one === other;
}

function plainAddress(typed: string): string | null {
  if (!URL.canParse(typed.trim())) return null;
  const address = new URL(typed.trim());
  address.hash = '';
  return address.href.replace(/\/$/, '');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';
}
