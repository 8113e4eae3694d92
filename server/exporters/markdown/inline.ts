// One line of CommonMark out of runs of words. Serialisers that are to be had
// leave `<`, entities, `1)` and emphasis within words as they are, so that what
// people wrote would turn into markup, or marks into asterisks: hence this one.
// What is written is read again as the same words with the same marks.
import { isLinkTarget } from '../../../domain/text/link-target.ts';
import { bidiClosed, printable } from '../plain-words.ts';

/** Words that are all marked alike. */
export interface Run {
  readonly words: string;
  readonly strong?: boolean;
  readonly em?: boolean;
  readonly code?: boolean;
  readonly link?: string | null;
  /** Markdown of our own: a footnote's sign. */
  readonly raw?: boolean;
}

interface Token {
  readonly kind: 'words' | 'open' | 'close' | 'raw';
  readonly text: string;
  /** To be written as a character reference, so that the mark beside it is taken for one. */
  first?: boolean;
  last?: boolean;
}

const blank = /[\t\n\f\r \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;
const asciiPunctuation = /[!-/:-@[-`{-~]/u;
const wordSign = /[\p{L}\p{N}]/u;

/** The Markdown of one line; `runs` hold no line break that matters: one becomes a blank. */
export function line(runs: readonly Run[]): string {
  const tokens = tokensOf(noDefinition(expelled(trimmed(runs.map(cleaned)))));
  markNeighbours(tokens);
  return atLineStart(tokens).map(render).join('');
}

/** A link at the start of a line whose code holds `]:` would be read as a definition: there the code is words. */
function noDefinition(runs: readonly Run[]): readonly Run[] {
  const after = runs.findIndex((run) => !run.link);
  const end = after < 0 ? runs.length : after;
  return runs.map((run, index) =>
    index < end && run.code && run.words.includes(']') ? { ...run, code: false } : run,
  );
}

/** Words without any mark. */
export function words(text: string): string {
  return line([{ words: text }]);
}

export function strong(text: string): string {
  return line([{ words: text, strong: true }]);
}

/** A link where the address may be followed, else the words alone. */
export function link(text: string, href: string): string {
  return line([{ words: text, link: isLinkTarget(href) ? href : null }]);
}

function cleaned(run: Run): Run {
  return run.raw
    ? run
    : { ...run, words: bidiClosed(printable(run.words)).replace(/[\n\t]+/g, ' ') };
}

/** Blanks at the ends of a line are nothing in Markdown, or a break, or a block of code. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = runs.filter((run) => run.words !== '');
  const ends = [() => kept[0], () => kept.at(-1)] as const;
  for (const [side, end] of ends.entries()) {
    for (let run = end(); run && !run.raw; run = end()) {
      const text = run.code ? run.words : stripped(run.words, side === 0, side === 1);
      const index = side === 0 ? 0 : kept.length - 1;
      if (text !== '') {
        kept[index] = { ...run, words: text };
        break;
      }
      kept.splice(index, 1);
    }
  }
  return kept;
}

function stripped(text: string, start: boolean, end: boolean): string {
  let [from, to] = [0, text.length];
  if (start) while (from < to && blank.test(text.charAt(from))) from++;
  if (end) while (to > from && blank.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

const marks = ['strong', 'em'] as const;

/** Emphasis neither begins nor ends on a blank: it would not be one. Strong holds em, a link holds both. */
function expelled(runs: readonly Run[]): Run[] {
  let result = [...runs];
  for (const mark of marks) {
    const within = (run: Run) =>
      `${run.raw ? 'raw' : ''} ${run.link ?? ''} ${mark === 'em' ? (run.strong ?? false) : ''}`;
    const next: Run[] = [];
    for (let at = 0; at < result.length; ) {
      let to = at;
      const here = result[at];
      if (!here?.[mark] || here.raw) {
        if (here) next.push(here);
        at += 1;
        continue;
      }
      while (
        to < result.length &&
        result[to]?.[mark] &&
        within(result[to] ?? here) === within(here)
      ) {
        to += 1;
      }
      next.push(...withoutBlankEnds(result.slice(at, to), mark));
      at = to;
    }
    result = next;
  }
  return merged(result);
}

/** A stretch of runs under one mark, its blank ends taken out from under it. */
function withoutBlankEnds(stretch: readonly Run[], mark: (typeof marks)[number]): Run[] {
  const before: Run[] = [];
  const after: Run[] = [];
  const inside = [...stretch];
  for (let run = inside[0]; run && !run.code; run = inside[0]) {
    const rest = stripped(run.words, true, false);
    const cut = run.words.slice(0, run.words.length - rest.length);
    if (cut !== '') before.push({ ...run, words: cut, [mark]: false });
    if (rest !== '') {
      inside[0] = { ...run, words: rest };
      break;
    }
    inside.shift();
  }
  for (let run = inside.at(-1); run && !run.code; run = inside.at(-1)) {
    const rest = stripped(run.words, false, true);
    const cut = run.words.slice(rest.length);
    if (cut !== '') after.unshift({ ...run, words: cut, [mark]: false });
    if (rest !== '') {
      inside[inside.length - 1] = { ...run, words: rest };
      break;
    }
    inside.pop();
  }
  return [...before, ...inside, ...after];
}

function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && alike(last, run))
      result[result.length - 1] = { ...last, words: last.words + run.words };
    else result.push(run);
  }
  return result;
}

function alike(a: Run, b: Run): boolean {
  return (
    !a.raw &&
    !b.raw &&
    (['strong', 'em', 'code'] as const).every((mark) => Boolean(a[mark]) === Boolean(b[mark])) &&
    (a.link ?? null) === (b.link ?? null)
  );
}

const signs = { strong: '**', em: '_' } as const;

/** What is open is closed and what is wanted opened, a link outside of strong, strong outside of em. */
function tokensOf(runs: readonly Run[]): Token[] {
  const tokens: Token[] = [];
  let link: string | null = null;
  let open: (typeof marks)[number][] = [];
  const close = (kept: number): void => {
    for (const mark of open.slice(kept).toReversed())
      tokens.push({ kind: 'close', text: signs[mark] });
    open = open.slice(0, kept);
  };
  const leave = (): void => {
    close(0);
    if (link !== null) tokens.push({ kind: 'raw', text: `](${target(link)})` });
    link = null;
  };
  for (const run of runs) {
    const wanted = run.raw ? [] : marks.filter((mark) => run[mark]);
    const to = run.raw ? null : (run.link ?? null);
    if (to !== link) leave();
    else {
      const ends = open.findIndex((mark, index) => wanted[index] !== mark);
      if (ends >= 0) close(ends);
    }
    if (to !== null && link === null) tokens.push({ kind: 'raw', text: '[' });
    link = to;
    for (const mark of wanted.slice(open.length)) tokens.push({ kind: 'open', text: signs[mark] });
    open = wanted;
    const kind = run.raw || run.code ? 'raw' : 'words';
    tokens.push({ kind, text: run.code ? codeSpan(run.words) : run.words });
  }
  leave();
  return tokens;
}

function target(href: string): string {
  return href.replace(/[\\<>()]|&(?=#?\w+;)/g, String.raw`\$&`);
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== '') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/**
 * A sign of emphasis counts only where blanks or punctuation part it from words
 * (CommonMark 6.2). Where a letter stands on its outer side, that letter is
 * written as a character reference, which ends in punctuation.
 */
function markNeighbours(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'open' && token.kind !== 'close') continue;
    const opening = token.kind === 'open';
    const outer = tokens[opening ? index - 1 : index + 1];
    const inner = tokens[opening ? index + 1 : index - 1];
    if (outer?.kind !== 'words') continue;
    const outside = endOf(outer.text, opening);
    if (blank.test(outside) || asciiPunctuation.test(outside)) continue;
    const inside = inner?.kind === 'words' ? endOf(inner.text, !opening) : '';
    if (token.text === signs.strong && wordSign.test(inside) && wordSign.test(outside)) continue;
    if (opening) outer.last = true;
    else outer.first = true;
  }
}

function endOf(text: string, last: boolean): string {
  const points = [...text];
  return (last ? points.at(-1) : points[0]) ?? '';
}

/** What would begin a block at the start of a line, a definition behind a footnote's sign, or an image before a link. */
function atLineStart(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) => {
    if (token.kind !== 'words') return token;
    let text = escaped(token);
    if (index === 0) {
      text = text
        .replace(/^(?:[-+](?=\s|$)|[-=]+\s*$|[#>])/, String.raw`\$&`)
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
    } else if (tokens[index - 1]?.kind === 'raw') {
      text = text.replace(/^[:(]/, String.raw`\$&`);
    }
    if (index < tokens.length - 1) text = text.replace(/!$/, String.raw`\!`);
    return { kind: 'raw', text };
  });
}

function render({ text }: Token): string {
  return text;
}

function escaped({ text, first = false, last = false }: Token): string {
  const points = [...text];
  const start = first ? reference(points.shift()) : '';
  const end = last ? reference(points.pop()) : '';
  const middle = points
    .join('')
    .replace(/[\\`*[\]<~|^]|&(?=#?\w+;)/g, String.raw`\$&`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`);
  return start + middle + end;
}

function reference(sign: string | undefined): string {
  return sign === undefined ? '' : `&#${sign.codePointAt(0)};`;
}
