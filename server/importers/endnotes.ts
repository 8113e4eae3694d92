// The numbered notes at the end of a report, `[12] https://…`, as the sources
// that they name. The notes stay in the text too: it is evidence as it is.
import type { PersonId } from '../../domain/id.ts';
import { type Block, blockText } from '../../domain/import/block.ts';
import type { OfferedSource } from '../../domain/import/preview.ts';
import { limits } from '../../domain/limits.ts';
import { newSource } from '../../domain/command/source-fields.ts';
import { source, type Source } from '../../domain/record/source.ts';
import type { Refusal } from '../../domain/refusal.ts';

/** More than any report has; what is beyond stays in the text alone. */
export const mostEndnotes = 1000;

const note = /^\[\^?(\d{1,4})\][:.]?\s*/;
/** Some reports write "t dot me" for "t.me", so that nobody follows it by accident. */
const address = /https?:\/\/[^\s<>"]+(?: dot [^\s<>"]+)*/giu;

/** The last run of notes in the text; none where none of them names an address. */
export function endnotesOf(blocks: readonly Block[]): OfferedSource[] {
  const byUrl = new Map<string, { numbers: number[]; words: string }>();
  for (const text of lastNotes(blocks)) {
    const number = Number(note.exec(text)?.[1]);
    const words = wordsOf(text);
    for (const url of addressesIn(text)) {
      const known = byUrl.get(url);
      if (known === undefined) byUrl.set(url, { numbers: [number], words });
      else if (!known.numbers.includes(number)) known.numbers.push(number);
    }
  }
  return [...byUrl]
    .slice(0, mostEndnotes)
    .map(([url, { numbers, words }]) => ({ numbers, url, words }));
}

/** From the end on: notes, each with the lines after it that are addresses alone. */
function lastNotes(blocks: readonly Block[]): string[] {
  const notes: string[] = [];
  let rest: string[] = [];
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block === undefined || block.type === 'horizontal_rule') continue;
    const text = blockText(block).trim();
    if (note.test(text)) {
      notes.push([text, ...rest.toReversed()].join(' '));
      rest = [];
    } else if (/^https?:\/\/\S+$/i.test(text)) rest.push(text);
    // Notes may be followed by nothing but what an author adds below: a line of thanks or of rights.
    else if (notes.length > 0 || blocks.length - at > 3) break;
    else rest = [];
  }
  return notes.toReversed();
}

function addressesIn(text: string): string[] {
  return (text.match(address) ?? [])
    .map((found) => found.replaceAll(/ dot /giu, '.').replace(/[;,.:!?)\]}'”’»]+$/u, ''))
    .filter((url) => source.shape.url.safeParse(url).success);
}

function wordsOf(text: string): string {
  const words = text.replace(note, '').replace(address, ' ').replace(/\s+/gu, ' ');
  return words.replace(/^[\s;,.:–—-]+|[\s;,:–—-]+$/gu, '').slice(0, limits.line);
}

/** The source that a note becomes; its title begins with the number that the text cites. */
export function sourceOf(
  { numbers, url, words }: OfferedSource,
  made: { readonly id: string; readonly at: number; readonly by: PersonId },
): Source | Refusal {
  const cited = numbers
    .slice(0, 20)
    .map((number) => `[${number}]`)
    .join(' ');
  const called = words === '' ? url.replace(/^https?:\/\/(?:www\.)?/i, '') : words;
  const title = `${cited} ${called}`.slice(0, limits.line);
  return newSource(made.id, { url, title }, made.by, made.at);
}
