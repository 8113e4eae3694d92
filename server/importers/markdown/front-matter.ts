// The lines between two `---` with which some Markdown files begin: "title: …".
import { line } from '../../../domain/record/fields.ts';
import { settings as settingsRecord, type Settings } from '../../../domain/record/settings.ts';

type Field = 'title' | 'byline' | 'dateline' | 'publisher' | 'sourceUrl' | 'language';

const fields: Readonly<Record<string, Field>> = {
  title: 'title',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  date: 'dateline',
  dateline: 'dateline',
  publisher: 'publisher',
  source: 'sourceUrl',
  url: 'sourceUrl',
  lang: 'language',
  language: 'language',
};

export interface FrontMatter {
  readonly settings: Partial<Settings>;
  readonly dropped: readonly string[];
  /** The text after it; the whole text where there is none. */
  readonly rest: string;
}

const block = /^---[ \t]*\r?\n((?:[\w-]{1,40}:[^\r\n]*\r?\n){1,50})---[ \t]*(?:\r?\n|$)/;

export function readFrontMatter(text: string): FrontMatter {
  const found = block.exec(text);
  if (!found) return { settings: {}, dropped: [], rest: text };
  const settings: Partial<Record<Field, string>> = {};
  const unknown: string[] = [];
  for (const each of (found[1] ?? '').trim().split(/\r?\n/)) {
    const [, key = '', value = ''] = /^([\w-]+):\s*(.*)$/.exec(each.trim()) ?? [];
    const field = fields[key.toLowerCase()];
    const words = bare(value);
    if (words === '') continue;
    if (field === undefined || settings[field] !== undefined || !fits(field, words))
      unknown.push(key);
    else settings[field] = words;
  }
  return {
    settings,
    dropped:
      unknown.length === 0
        ? []
        : [`The head of the file says more than is taken over: ${unknown.join(', ')}.`],
    rest: text.slice(found[0].length),
  };
}

function bare(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value.trim());
  return (quoted?.[2] ?? value)
    .replace(/^\[(.*)\]$/, '$1')
    .trim()
    .replace(/\s+/g, ' ');
}

function fits(field: Field, words: string): boolean {
  return settingsRecord.shape[field].safeParse(words).success && line.safeParse(words).success;
}
