/**
 * Which addresses lead to the same page, and which come from the same channel.
 * Only for comparing and suggesting: what a record keeps is what somebody gave.
 */

/** What a sender adds to an address to count who follows it; the page is the same without. */
const tracking =
  /^(utm_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|wt_mc|ref_src|ref_url|cmpid|ocid|ncid|smid|spm|si)$/i;

/** Hosts where a page belongs to whoever posts there: the first part of the path names the channel. */
const platforms = new Set([
  't.me',
  'telegram.me',
  'x.com',
  'twitter.com',
  'facebook.com',
  'instagram.com',
  'tiktok.com',
  'vk.com',
  'ok.ru',
  'youtube.com',
  'rutube.ru',
  'threads.net',
  'bsky.app',
  'medium.com',
  'github.com',
]);

/** Hosts that keep what others published: who is behind a page there, its address does not tell. */
const keepers = new Set([
  'web.archive.org',
  'archive.org',
  'archive.ph',
  'archive.is',
  'archive.today',
  'perma.cc',
  'docs.google.com',
  'drive.google.com',
  'dropbox.com',
  'imgur.com',
]);

/** Parts of a path that come before the channel's name. */
const beforeTheName = new Set(['s', 'profile', 'channel', 'c', 'user']);
/** First parts of a path that name no channel: the address alone does not tell whose it is. */
const nobody = new Set(['watch', 'shorts', 'reel', 'p', 'video', 'i', 'share', 'status', 'photo']);

/** The address as it is kept: what was typed or copied without its beginning gets one. */
export function addressOf(typed: string): string {
  const address = typed.trim();
  return address === '' || /^[a-z][a-z\d+-]*:/i.test(address) ? address : `https://${address}`;
}

function parsed(typed: string): URL | null {
  const whole = addressOf(typed);
  if (!URL.canParse(whole)) return null;
  const address = new URL(whole);
  return address.protocol === 'https:' || address.protocol === 'http:' ? address : null;
}

/** The host as people name it: without `www.`; empty for what is no web address. */
export function hostOf(url: string): string {
  const address = parsed(url);
  return address ? bareHost(address) : '';
}

/** A port that is the scheme's own is none; `www.` and `m.` lead to the same pages. */
function bareHost({ host }: URL): string {
  return host.replace(/^(www\d?|m|mobile)\.(?=[^.]+\.)/, '').replace(/\.$/, '');
}

/**
 * What stays of an address when scheme, `www.`, a slash at the end, the part
 * behind # and tracking parameters are left out and the others sorted; null for
 * what is no web address.
 */
export function addressKey(typed: string): string | null {
  const address = parsed(typed);
  if (!address) return null;
  const kept = [...address.searchParams]
    .filter(([name]) => !tracking.test(name))
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .toSorted();
  const path = address.pathname.replace(/\/+$/, '');
  return `${bareHost(address)}${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}

/** Whether two addresses lead to one page. */
export function isSameAddress(a: string, b: string): boolean {
  const key = addressKey(a);
  return key !== null && key === addressKey(b);
}

/**
 * The channel that an address belongs to: its host, on platforms with the name
 * of who posts there (`t.me/rybar`); empty where the address does not tell.
 */
export function channelOf(url: string): string {
  const address = parsed(url);
  if (!address) return '';
  const host = bareHost(address);
  if (keepers.has(host)) return '';
  if (!platforms.has(host)) return host;
  const parts = address.pathname.split('/').filter(Boolean);
  const at = beforeTheName.has(parts[0] ?? '') ? 1 : 0;
  const name = parts[at]?.toLowerCase();
  return name === undefined || nobody.has(name) ? '' : `${host}/${name}`;
}

/** The first web address in what was pasted, where nothing else stands in it. */
export function pastedAddress(text: string): string | null {
  const words = text.trim();
  return /^https?:\/\/\S+$/i.test(words) && parsed(words) ? words : null;
}
