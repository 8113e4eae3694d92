/** What a web page says of itself in its head: read by a parser that builds nothing and runs nothing. */
import { Parser } from 'htmlparser2';
import { limits } from '../../domain/limits.ts';
import type { FetchedPage } from './fetch-page.ts';

export interface PageFacts {
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  /** `2026-11-23`, or empty. */
  readonly published: string;
  /** BCP 47, or empty. */
  readonly language: string;
}

export function pageFacts(page: FetchedPage): PageFacts {
  const said = readHead(decoded(page));
  const meta = (...names: string[]): string =>
    names.map((name) => said.meta.get(name) ?? '').find((value) => value !== '') ?? '';
  const linked = linkedData(said.data);
  return {
    title: line(meta('og:title', 'twitter:title', 'dc.title') || linked.title || said.title),
    publisher: line(meta('og:site_name', 'application-name', 'dc.publisher') || linked.publisher),
    author: author(meta('author', 'article:author', 'dc.creator') || linked.author),
    published: day(
      meta(
        'article:published_time',
        'datepublished',
        'date',
        'dc.date',
        'pubdate',
        'parsely-pub-date',
      ) || linked.published,
    ),
    language: language(said.language || meta('og:locale', 'content-language')),
  };
}

interface Head {
  title: string;
  language: string;
  readonly meta: Map<string, string>;
  readonly data: string[];
}

/** As much as one page may say in each place. */
const MOST_DATA = 200_000;
/** Deeper, the parser's time grows with the square of the depth; no page is. */
const DEEPEST = 500;
const PIECE = 4096;

function readHead(html: string): Head {
  const head: Head = { title: '', language: '', meta: new Map(), data: [] };
  let into: 'title' | 'data' | null = null;
  let depth = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      depth += 1;
      if (tag === 'html') head.language ||= attributes['lang'] ?? '';
      // A drawing in the page may have a title of its own.
      if (tag === 'title' && head.title === '') into = 'title';
      if (tag === 'script' && attributes['type'] === 'application/ld+json') {
        head.data.push('');
        into = 'data';
      }
      if (tag === 'meta') keep(head.meta, attributes);
    },
    ontext(text) {
      if (into === 'title') head.title += text;
      const last = head.data.length - 1;
      const soFar = head.data[last] ?? '';
      if (into === 'data' && soFar.length < MOST_DATA) head.data[last] = soFar + text;
    },
    onclosetag(tag) {
      depth -= 1;
      if (tag === 'title' || tag === 'script') into = null;
    },
  });
  for (let at = 0; at < html.length && depth < DEEPEST; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
  }
  parser.end();
  return head;
}

function keep(meta: Map<string, string>, attributes: Readonly<Record<string, string>>): void {
  const name =
    attributes['property'] ??
    attributes['name'] ??
    attributes['itemprop'] ??
    attributes['http-equiv'];
  const content = attributes['content']?.trim();
  const key = name?.toLowerCase();
  if (key !== undefined && content && !meta.has(key)) meta.set(key, content);
}

interface LinkedData {
  title: string;
  publisher: string;
  author: string;
  published: string;
}

/** schema.org in JSON, as news pages carry it: the first that names a headline or a date. */
function linkedData(blocks: readonly string[]): LinkedData {
  for (const block of blocks) {
    const found = articleIn(parsed(block));
    if (found) return found;
  }
  return { title: '', publisher: '', author: '', published: '' };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function articleIn(value: unknown): LinkedData | null {
  const candidates = [value, get(value, '@graph')].flatMap((each) =>
    Array.isArray(each) ? (each as unknown[]) : [each],
  );
  const article = candidates.find(
    (each) => text(get(each, 'headline')) !== '' || text(get(each, 'datePublished')) !== '',
  );
  if (article === undefined) return null;
  return {
    title: text(get(article, 'headline')),
    publisher: nameIn(get(article, 'publisher')),
    author: nameIn(get(article, 'author')),
    published: text(get(article, 'datePublished')),
  };
}

function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nameIn(value: unknown): string {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all
    .map((each) => text(each) || text(get(each, 'name')))
    .filter(Boolean)
    .slice(0, 10)
    .join(', ');
}

/** One line of plain words, as long as a field takes. */
function line(words: string): string {
  return words
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, limits.line)
    .toWellFormed();
}

/** Some pages name the author by an address. */
function author(words: string): string {
  return /^https?:/i.test(words) ? '' : line(words);
}

/** The day alone, as the page writes it: an hour would be in a zone that nobody asked for. */
function day(words: string): string {
  const [, found] = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(words) ?? [];
  return found !== undefined && !Number.isNaN(Date.parse(found)) ? found : '';
}

function language(words: string): string {
  const tag = words.trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag) ? tag : '';
}

function decoded({ bytes, charset }: FetchedPage): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const inPage = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
  for (const label of [charset, inPage, 'utf-8']) {
    try {
      if (label) return new TextDecoder(label).decode(bytes);
    } catch {
      // No encoding that is known: the next one said.
    }
  }
  return '';
}
