// The words of a piece of raw HTML. No parser of HTML: what stands between the
// tags is all that is wanted, and none of it is ever shown as anything but words.

/** Their content is no text of the page. */
const silent = /^(?:script|style|template|noscript)\b/i;

export function withoutTags(html: string): string {
  let words = '';
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    if (tag === -1) return words + html.slice(at);
    words += html.slice(at, tag);
    const rest = html.slice(tag + 1, tag + 40);
    if (!/^[a-z/!?]/i.test(rest)) {
      words += '<';
      at = tag + 1;
      continue;
    }
    const end = endOf(html, tag, rest);
    // A tag that never ends is words.
    if (end === -1) return words + html.slice(tag);
    words += ' ';
    at = end;
  }
  return words;
}

function endOf(html: string, tag: number, rest: string): number {
  if (rest.startsWith('!--')) return after(html, '-->', tag);
  const name = silent.exec(rest)?.[0];
  if (name !== undefined) {
    const close = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, tag);
    if (close !== -1) return after(html, '>', close);
  }
  return after(html, '>', tag);
}

function after(html: string, what: string, from: number): number {
  const found = html.indexOf(what, from);
  return found === -1 ? -1 : found + what.length;
}
