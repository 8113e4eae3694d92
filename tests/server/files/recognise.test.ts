import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { recogniseFile } from '../../../server/files/recognise.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const mhtml =
  'From: <Saved by Blink>\r\nSubject: A page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="x"\r\n\r\n--x\r\n<html>';

const kept: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['a PNG', png, 'image/png'],
  ['a JPEG', Buffer.from('ffd8ffe000104a464946000101', 'hex'), 'image/jpeg'],
  ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000', 'image/gif'],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n', 'application/pdf'],
  ['text', 'Three men said so.\nNobody knows why.', 'text/plain'],
  ['text in another script', 'Троє чоловіків сказали це.', 'text/plain'],
  ['text in UTF-16', Buffer.from('\ufeffwords', 'utf16le'), 'text/plain'],
  ['a page', '<!DOCTYPE html><title>x</title>', 'text/html'],
  ['a page that begins with a comment', '<!-- saved -->\n<html lang="uk">', 'text/html'],
  ['a page that calls itself XML', '<?xml version="1.0"?><html xmlns="x">', 'text/html'],
  ['a page saved as MHTML', mhtml, 'multipart/related'],
  ['a WARC', 'WARC/1.1\r\nWARC-Type: response\r\n\r\n\u0000\u0001', 'application/warc'],
  ['a zipped WARC', gzipSync('WARC/1.0\r\nWARC-Type: warcinfo\r\n'), 'application/warc'],
];
test.each(kept)('%s is kept as what it is', async (_what, content, mediaType) => {
  expect(await recogniseFile(Buffer.from(content))).toMatchObject({ mediaType });
});

const refused: readonly (readonly [string, string | Uint8Array])[] = [
  ['a drawing that may run scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['such a drawing behind its prolog', '<?xml version="1.0"?>\n<!-- x -->\n<svg onload="x"/>'],
  ['a program', Buffer.from('7f454c4602010100', 'hex')],
  ['a program for Windows', Buffer.from('4d5a90000300000004000000', 'hex')],
  ['a zip', Buffer.from('504b0304140000000800', 'hex')],
  ['other zipped things', gzipSync('just words')],
  ['a zip that unpacks without end', gzipSync(Buffer.alloc(50_000_000))],
  ['noise', Buffer.from([0, 1, 2, 3, 250, 251])],
  ['half a UTF-8', Buffer.from([0x61, 0xc3])],
  ['nothing but zeros', Buffer.alloc(100)],
];
test.each(refused)('%s is not kept', async (_what, content) => {
  expect(await recogniseFile(Buffer.from(content))).toBeNull();
});
