// Bytes to text: UTF-8, or UTF-16 where a byte order mark says so. Nothing is
// guessed and nothing is replaced: what does not decode is refused with a reason.
import { limits } from '../../../domain/limits.ts';
import { refuse, type Refusal } from '../../../domain/refusal.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Control characters that no text has; tab, line ends and form feed are white space. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/** The file's text without its byte order mark. */
export function decodeText(bytes: Uint8Array): string | Refusal {
  if (bytes.length === 0) return refuse('bad-request', 'This file is empty.');
  if (bytes.length > limits.importBytes) {
    const most = limits.importBytes / 1024 / 1024;
    return refuse(
      'too-large',
      `This file is larger than ${most} MB. Split it and import the parts.`,
    );
  }
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse(
      'bad-request',
      encoding === 'utf-8'
        ? 'This file is not UTF-8 text. Save it as UTF-8 (or UTF-16 with a byte order mark) and import it again.'
        : 'This file begins like UTF-16 text, but goes on otherwise. Save it as UTF-8 and import it again.',
    );
  }
  const odd = control.exec(text);
  if (odd) {
    const line = text.slice(0, odd.index).split(/\r\n|[\r\n]/).length;
    const code = odd[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return refuse(
      'bad-request',
      `This file is not plain text: line ${line} holds the control character U+${code}.`,
    );
  }
  if (!/\S/.test(text)) return refuse('bad-request', 'This file holds nothing but white space.');
  return text;
}
