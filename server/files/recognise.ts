/**
 * What a file is, by its content alone: a name says what its sender wants it to
 * be. Null for whatever is not on the list of `domain/record/file-kind.ts`.
 */
import { createGunzip, constants } from 'node:zlib';
import { fileTypeFromBuffer } from 'file-type';
import { type FileKind, fileKind } from '../../domain/record/file-kind.ts';

/** As much as decides; a page may begin with long comments. */
const HEAD = 64 * 1024;

export async function recogniseFile(bytes: Uint8Array): Promise<FileKind | null> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, HEAD));
  if (found?.mime === 'application/gzip') {
    return isWarc(await firstUnzipped(bytes.subarray(0, HEAD))) ? known('application/warc') : null;
  }
  // Mail and XML are told apart below, by what they are for us.
  const undecided = found === undefined || /xml|rfc822|^text\/|warc/.test(found.mime);
  return undecided ? textKind(bytes) : known(found.mime);
}

function known(mediaType: string): FileKind | null {
  return fileKind(mediaType) ?? null;
}

function textKind(bytes: Uint8Array): FileKind | null {
  // A WARC holds bodies of any encoding after a head of plain words.
  if (isWarc(bytes)) return known('application/warc');
  const text = decoded(bytes);
  if (text === null) return isMhtml(latin(bytes)) ? known('multipart/related') : null;
  const start = text.slice(0, HEAD);
  if (isMhtml(start)) return known('multipart/related');
  if (/<html[\s>]|<!doctype\s+html/i.test(start)) return known('text/html');
  // Drawings and other markup could run scripts, and are no text to read.
  if (/^\s*<[?!a-z]/i.test(start)) return null;
  return known('text/plain');
}

/** As strict UTF-8, or UTF-16 with its mark; null for what is neither, or holds signs that no text has. */
function decoded(bytes: Uint8Array): string | null {
  const mark = `${bytes[0]} ${bytes[1]}`;
  const encoding = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // oxlint-disable-next-line no-control-regex -- these very signs tell binary data from text
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
}

function isWarc(bytes: Uint8Array): boolean {
  return /^WARC\/[01]\.\d/.test(latin(bytes.subarray(0, 16)));
}

/** A saved page as browsers write it: a mail whose parts are the page and what it shows. */
function isMhtml(start: string): boolean {
  const head = start.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return (
    /^(From|MIME-Version|Snapshot-Content-Location|Content-Type|Subject|Date):/i.test(head) &&
    /^Content-Type:\s*multipart\/related/im.test(head.replaceAll(/\r?\n[ \t]+/g, ' '))
  );
}

/** The beginning of what is zipped: a bomb is never unpacked. */
function firstUnzipped(bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const unzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 1024 });
    const settle = (found: Uint8Array): void => {
      unzip.destroy();
      resolve(found);
    };
    unzip.once('data', settle);
    unzip.once('error', () => settle(new Uint8Array()));
    unzip.once('end', () => settle(new Uint8Array()));
    unzip.end(bytes);
  });
}
