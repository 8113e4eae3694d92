/** One uploaded file, in memory, with limits: as a form's field `file`, or as the body itself. */
import busboy from 'busboy';
import type { Request } from 'express';
import { limits } from '../../domain/limits.ts';
import { refuse } from '../../domain/refusal.ts';
import { largestImport } from '../importers/import-file.ts';
import { RefusedError } from '../refused-error.ts';

export interface ReceivedFile {
  /** As the sender names it: untrusted, for display and for guessing the kind. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FileRules {
  /** The largest file, in bytes. */
  readonly most: number;
  /** What did not happen where it is refused, as a sentence without its stop. */
  readonly nothing: string;
}

export const forImport: FileRules = { most: largestImport, nothing: 'Nothing was imported' };

export function receiveFile(request: Request, rules = forImport): Promise<ReceivedFile> {
  return request.is('multipart/form-data') ? fromForm(request, rules) : fromBody(request, rules);
}

const tooLarge = ({ most, nothing }: FileRules) =>
  new RefusedError(
    refuse('too-large', `A file may have at most ${most / 1024 / 1024} MB. ${nothing}.`),
  );
const noFile = () => new RefusedError(refuse('bad-request', 'There was no file in this request.'));

const cutShort = ({ nothing }: FileRules) =>
  new RefusedError(refuse('bad-request', `The upload was cut short. ${nothing}; try again.`));

async function fromBody(request: Request, rules: FileRules): Promise<ReceivedFile> {
  const { name } = request.query;
  // Without a name this is a call gone wrong rather than a file.
  if (typeof name !== 'string') throw noFile();
  const chunks: Buffer[] = [];
  let size = 0;
  // What comes after the last chunk that counts belongs to whoever answers.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw noFile();
    size += chunk.length;
    if (size > rules.most) throw tooLarge(rules);
    chunks.push(chunk);
  }
  if (size === 0) throw noFile();
  return { name: cleanName(name), bytes: Buffer.concat(chunks) };
}

function fromForm(request: Request, rules: FileRules): Promise<ReceivedFile> {
  return new Promise((resolve, reject) => {
    const parser = readerOf(request, rules);
    let file: Promise<ReceivedFile> | null = null;
    const give = (error: Error): void => {
      // What is still coming belongs to whoever answers.
      request.unpipe(parser);
      reject(error);
    };
    parser.on('file', (field, stream, info) => {
      if (field !== 'file' || file) {
        stream.resume();
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => give(tooLarge(rules)));
      // Without a listener here, a form that ends early would end the process.
      stream.on('error', () => give(cutShort(rules)));
      file = new Promise((done) => {
        stream.on('close', () =>
          done({ name: cleanName(info.filename ?? ''), bytes: Buffer.concat(chunks) }),
        );
      });
    });
    parser.on('error', () => give(cutShort(rules)));
    request.on('close', () => request.complete || give(cutShort(rules)));
    parser.on('close', () => (file ? void file.then(resolve, reject) : give(noFile())));
    request.pipe(parser);
  });
}

function readerOf(request: Request, { most }: FileRules): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fileSize: most + 1, fields: 10, fieldSize: 1024, parts: 11 },
    });
  } catch {
    throw noFile();
  }
}

/** Only the last part of a path, without control characters. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replaceAll(/\p{C}/gu, '').trim().slice(0, limits.line) || 'document.txt';
}
