/** What a bookmarklet hands over, read as what it is: words from any page of the web. */
import { pastedAddress } from '../../../domain/derive/address.ts';
import { limits } from '../../../domain/limits.ts';

export interface Clip {
  /** http or https; empty for anything else. */
  readonly url: string;
  readonly title: string;
  readonly text: string;
}

export function clipIn(search: string): Clip {
  const given = new URLSearchParams(search);
  const url = pastedAddress(given.get('url') ?? '') ?? '';
  return {
    url: url.length <= limits.url ? url : '',
    title: words(given.get('title'), limits.line).replaceAll(/\s+/g, ' '),
    text: words(given.get('text'), limits.words),
  };
}

/** Without signs that hide or turn others; cut between characters. */
function words(given: string | null, most: number): string {
  const plain = (given ?? '').replaceAll(/[^\P{C}\n\t]/gu, '').trim();
  return plain.slice(0, most).toWellFormed();
}

/** What the link in the bookmarks bar does: opens the small window with what is on the screen. */
export function bookmarklet(origin: string): string {
  const page = JSON.stringify(`${origin}/clip?`);
  return `javascript:(()=>{const q=new URLSearchParams({url:location.href,title:document.title,text:String(getSelection()).slice(0,4000)});window.open(${page}+q,'attest-clip','popup,width=420,height=560')||alert('The browser kept Attest from opening a window. Allow windows for this page.')})()`;
}
