// What a format of texts is: a plain object that turns characters into blocks
// and what the text says of itself. One file each, listed in text-formats.ts.
import type { Block } from '../../domain/import/block.ts';
import type { Settings } from '../../domain/record/settings.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { limits } from '../../domain/limits.ts';
import { nodesOf } from '../../domain/import/nodes.ts';
import type { Importer } from './importer.ts';
import { decodeText } from './plain-text/decode.ts';
import { documentOf } from './sections.ts';

export interface ParsedText {
  /** What the text itself says of the document; a key that is missing was not in it. */
  readonly settings: Partial<Settings>;
  readonly blocks: readonly Block[];
  /** What could not be taken over, each in one sentence. */
  readonly dropped: readonly string[];
}

export interface TextFormat {
  readonly id: string;
  /** For a person choosing: "Plain text". */
  readonly label: string;
  readonly mediaType: string;
  /** Whether a file of this name is of this kind. */
  accepts(name: string): boolean;
  parse(text: string): ParsedText;
}

/** Far above any report; far below what would hold the room up. */
const mostBlocks = 100_000;

/** `text` as blocks; refused where there are none, or more than a document can hold. */
export function parseText(format: TextFormat, text: string): ParsedText | Refusal {
  const parsed = format.parse(text);
  if (parsed.blocks.length > mostBlocks) {
    return refuse(
      'too-large',
      'This file has more than 100,000 paragraphs. Split it and import the parts.',
    );
  }
  return parsed;
}

/** The format as an importer: a file becomes a document without a preview. */
export function textImporter(format: TextFormat): Importer {
  const { id, label, mediaType, accepts } = format;
  return {
    id,
    label,
    mediaType,
    largest: limits.importBytes,
    accepts,
    read(bytes) {
      const text = decodeText(bytes);
      if (typeof text !== 'string') return text;
      const parsed = parseText(format, text);
      if (isRefusal(parsed)) return parsed;
      return {
        settings: parsed.settings,
        text: documentOf(nodesOf(parsed.blocks)),
        bundle: null,
      };
    },
  };
}
