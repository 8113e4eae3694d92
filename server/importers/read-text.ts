// Reads a file of text for a preview: which format and encoding it is in, or
// was chosen to be, what it says of itself, and its blocks.
import type { Block } from '../../domain/import/block.ts';
import type { OfferedSource } from '../../domain/import/preview.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { limits } from '../../domain/limits.ts';
import { endnotesOf } from './endnotes.ts';
import { languageOf } from './language.ts';
import { charactersOf, notText } from './plain-text/decode.ts';
import { encodings, likelyEncodings } from './plain-text/encodings.ts';
import { parseText, type ParsedText, type TextFormat } from './text-format.ts';
import { textFormats } from './text-formats.ts';

/** What a person chose; what is missing is told from the file. */
export interface Reading {
  readonly format?: string | undefined;
  readonly encoding?: string | undefined;
}

export interface TextRead {
  readonly format: string;
  readonly mediaType: string;
  readonly encoding: string;
  /** The likely ones first. Only one where the bytes leave no doubt. */
  readonly encodings: readonly string[];
  readonly settings: ParsedText['settings'];
  readonly dropped: readonly string[];
  readonly endnotes: readonly OfferedSource[];
  readonly blocks: readonly Block[];
}

export function readTextFile(
  name: string,
  bytes: Uint8Array,
  reading: Reading,
): TextRead | Refusal {
  const format = formatOf(name, reading.format);
  if (isRefusal(format)) return format;
  const likely = likelyEncodings(bytes);
  if (isRefusal(likely)) return likely;
  const encoding = reading.encoding ?? likely[0] ?? 'utf-8';
  const text = textIn(bytes, encoding);
  if (typeof text !== 'string') return text;
  const parsed = parseText(format, text);
  if (isRefusal(parsed)) return parsed;
  const { settings, dropped, blocks } = parsed;
  return {
    format: format.id,
    mediaType: format.mediaType,
    encoding,
    encodings: likely,
    settings: {
      ...settings,
      title: settings.title || titleOf(name),
      language: settings.language || languageOf(blocks),
    },
    dropped,
    endnotes: endnotesOf(blocks),
    blocks,
  };
}

function formatOf(name: string, chosen: string | undefined): TextFormat | Refusal {
  const found = textFormats.find((one) =>
    chosen === undefined ? one.accepts(name) : one.id === chosen,
  );
  if (found !== undefined) return found;
  const kinds = textFormats.map((one) => one.label).join(', ');
  return refuse('bad-request', `Attest cannot read "${name}". It reads: ${kinds}.`);
}

function textIn(bytes: Uint8Array, encoding: string): string | Refusal {
  const label = encodings.get(encoding);
  if (label === undefined) return refuse('bad-request', 'Attest does not know this encoding.');
  const text = charactersOf(bytes, encoding);
  if (text === null) return refuse('bad-request', `This file cannot be read as ${label}.`);
  return notText(text) ?? text;
}

/** What a document is called whose text names no title. */
export function titleOf(name: string): string {
  const bare = name
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return (bare === '' ? 'Untitled' : bare).slice(0, limits.line);
}
