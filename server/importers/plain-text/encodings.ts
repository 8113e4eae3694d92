// Which encodings a file may be in. A byte order mark and valid UTF-8 settle
// it; else there are only likely ones, the likeliest first, and a person who
// reads the preview chooses.
import { analyse } from 'chardet';
import { refuse, type Refusal } from '../../../domain/refusal.ts';
import { charactersOf, markedEncoding, notText, unreadable } from './decode.ts';

/** By the names that `TextDecoder` knows them by. What stands here can be chosen, nothing else. */
export const encodings: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'Unicode (UTF-8)'],
  ['utf-16le', 'Unicode (UTF-16, little-endian)'],
  ['utf-16be', 'Unicode (UTF-16, big-endian)'],
  ['windows-1252', 'Western (Windows-1252)'],
  ['windows-1251', 'Cyrillic (Windows-1251)'],
  ['koi8-r', 'Cyrillic (KOI8-R)'],
  ['koi8-u', 'Cyrillic (KOI8-U)'],
  ['iso-8859-5', 'Cyrillic (ISO 8859-5)'],
  ['ibm866', 'Cyrillic (DOS)'],
  ['windows-1250', 'Central European (Windows-1250)'],
  ['iso-8859-2', 'Central European (ISO 8859-2)'],
  ['windows-1253', 'Greek (Windows-1253)'],
  ['windows-1254', 'Turkish (Windows-1254)'],
  ['windows-1255', 'Hebrew (Windows-1255)'],
  ['windows-1256', 'Arabic (Windows-1256)'],
  ['windows-1257', 'Baltic (Windows-1257)'],
  ['windows-1258', 'Vietnamese (Windows-1258)'],
  ['gb18030', 'Chinese, simplified (GB18030)'],
  ['big5', 'Chinese, traditional (Big5)'],
  ['shift_jis', 'Japanese (Shift JIS)'],
  ['euc-jp', 'Japanese (EUC)'],
  ['euc-kr', 'Korean (EUC)'],
  ['macintosh', 'Western (Mac)'],
  ['x-mac-cyrillic', 'Cyrillic (Mac)'],
]);

/** ISO's names for what the Web has one wider encoding for. */
const wider: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-7': 'windows-1253',
  'iso-8859-9': 'windows-1254',
  'iso-8859-8': 'windows-1255',
  'iso-8859-6': 'windows-1256',
};

/** How much is looked at where every byte would tell the same. */
const glance = 64 * 1024;
const mostOffered = 8;
/** What `chardet` returns for a guess that nothing speaks for. */
const leastConfidence = 10;

/** In the order of likelihood; the first is what a reader should see first. Refused where no encoding makes it a text. */
export function likelyEncodings(bytes: Uint8Array): readonly string[] | Refusal {
  const refused = unreadable(bytes);
  if (refused) return refused;
  const marked = markedEncoding(bytes);
  if (marked !== null) return settled(bytes, marked);
  if (bytes.includes(0)) return wideEncodings(bytes);
  if (charactersOf(bytes, 'utf-8') !== null) return settled(bytes, 'utf-8');
  const likely = guesses(bytes).filter((encoding) => readsAs(bytes, encoding));
  return likely.length > 0 ? likely.slice(0, mostOffered) : binary;
}

const binary = refuse(
  'bad-request',
  'This file is not a text in any encoding that Attest knows. Save it as UTF-8 and import it again.',
);

function settled(bytes: Uint8Array, encoding: string): readonly string[] | Refusal {
  const text = charactersOf(bytes, encoding);
  if (text === null) {
    return refuse(
      'bad-request',
      `This file says that it is ${encodings.get(encoding)}, but goes on otherwise. Save it as UTF-8 and import it again.`,
    );
  }
  return notText(text) ?? [encoding];
}

/** A zero byte stands in no text but one of two bytes a character: its blanks and line ends have them. */
function wideEncodings(bytes: Uint8Array): readonly string[] | Refusal {
  const fitting = ['utf-16le', 'utf-16be'].filter((encoding) => readsAs(bytes, encoding));
  const likeliness = (encoding: string): number =>
    (charactersOf(bytes, encoding)?.match(/[\s\p{P}\p{Nd}a-zA-Z]/gu)?.length ?? 0) / bytes.length;
  const likely = fitting
    .map((encoding) => ({ encoding, likeliness: likeliness(encoding) }))
    .filter((each) => each.likeliness > 0.02)
    .toSorted((a, b) => b.likeliness - a.likeliness);
  if (likely.length > 0) return likely.map(({ encoding }) => encoding);
  // What stands in it tells more than "no encoding".
  const text = charactersOf(bytes, 'utf-8');
  return text === null ? binary : (notText(text) ?? binary);
}

function guesses(bytes: Uint8Array): string[] {
  const found = analyse(bytes.subarray(0, glance))
    .filter(({ confidence }) => confidence >= leastConfidence)
    .map(({ name }) => name.toLowerCase())
    .map((name) => wider[name] ?? name)
    .filter((name) => encodings.has(name));
  return [...new Set([...found, 'windows-1252', 'windows-1251', 'koi8-r', 'macintosh'])];
}

/** Whether it decodes to characters that a text has: C1 controls are what a wrong guess leaves. */
function readsAs(bytes: Uint8Array, encoding: string): boolean {
  const text = charactersOf(bytes, encoding);
  return text !== null && notText(text) === null && !/[\u0080-\u009f]/.test(text);
}
