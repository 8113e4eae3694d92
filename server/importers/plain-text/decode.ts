// Bytes to text. Without being told otherwise: UTF-8, or UTF-16 where a byte
// order mark says so. Nothing is guessed here and nothing is replaced: what does
// not decode is refused with a reason. Guesses are in encodings.ts, for a person to choose from.
import { limits } from '../../../domain/limits.ts';
import { refuse, type Refusal } from '../../../domain/refusal.ts';
import { fileKind } from './file-kind.ts';

/** By a byte order mark; null without one. */
export function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Control characters that no text has; tab, line ends and form feed are white space. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/** Why no text is in these bytes, whatever their encoding; null if there may be. */
export function unreadable(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return refuse('bad-request', 'This file is empty.');
  if (bytes.length > limits.importBytes) {
    const most = limits.importBytes / 1024 / 1024;
    return refuse(
      'too-large',
      `This file is larger than ${most} MB. Split it and import the parts.`,
    );
  }
  const kind = fileKind(bytes);
  return kind === null ? null : refuse('bad-request', `This file is ${kind}.`);
}

/** The characters of `bytes` in an encoding that `TextDecoder` knows, without a byte order mark; null where they are not in it. */
export function charactersOf(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Why these characters are no text to import; null if they are. */
export function notText(text: string): Refusal | null {
  const odd = control.exec(text);
  if (odd) {
    const line = text.slice(0, odd.index).split(/\r\n|[\r\n]/).length;
    const code = odd[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return refuse(
      'bad-request',
      `This file is not plain text: line ${line} holds the control character U+${code}.`,
    );
  }
  return /\S/.test(text) ? null : refuse('bad-request', 'This file holds nothing but white space.');
}

/** The file's text without its byte order mark. */
export function decodeText(bytes: Uint8Array): string | Refusal {
  const refused = unreadable(bytes);
  if (refused) return refused;
  const encoding = markedEncoding(bytes) ?? 'utf-8';
  const text = charactersOf(bytes, encoding);
  if (text === null) {
    return refuse(
      'bad-request',
      encoding === 'utf-8'
        ? 'This file is not UTF-8 text. Save it as UTF-8 (or UTF-16 with a byte order mark) and import it again.'
        : 'This file begins like UTF-16 text, but goes on otherwise. Save it as UTF-8 and import it again.',
    );
  }
  return notText(text) ?? text;
}
