/** Archived copies of sources as files: handed in with a source, and fetched by whoever may read the document. */
import { type Request, Router } from 'express';
import * as z from 'zod/mini';
import { commandInput } from '../../../domain/command/list.ts';
import { instant, recordId } from '../../../domain/id.ts';
import { webAddress } from '../../../domain/record/fields.ts';
import { UPLOADS } from '../../../domain/record/file-kind.ts';
import type { StoredFile } from '../../../domain/record/source.ts';
import { refuse } from '../../../domain/refusal.ts';
import { recogniseFile } from '../../files/recognise.ts';
import { type FileToKeep, readFile, rowsFor, sha256Of } from '../../files/stored-files.ts';
import { RefusedError } from '../../refused-error.ts';
import type { Api } from '../api.ts';
import { accessOf, unless } from '../guards.ts';
import { receiveFile } from '../receive-file.ts';
import { participantOf } from './live.ts';

/** `copy` names the copy and the command: sent again after a broken answer, it is stored once. */
const about = z.object({
  copy: recordId,
  url: z._default(webAddress, ''),
  captured: z.pipe(
    z.string().check(z.regex(/^\d{1,16}$/)),
    z.pipe(
      z.transform((digits: string) => Number(digits)),
      instant,
    ),
  ),
});

export function fileRoutes({ config, database, guards, limit, rooms }: Api): Router {
  const router = Router();
  const { can, signedIn } = guards;
  const most = config.uploadMegabytes * 1024 * 1024;

  router.post(
    '/documents/:id/sources/:source/copies',
    limit('file'),
    signedIn,
    can('analyst'),
    async (request, response) => {
      const { copy, url, captured } = aboutOf(request);
      const sourceId = String(request.params['source']);
      const kept = await takeIn(request, most);
      const { document } = accessOf(request);
      const file: StoredFile = {
        sha256: kept.sha256,
        name: kept.name,
        mediaType: kept.mediaType,
        bytes: kept.bytes.length,
      };
      const args = { sourceId, copyId: copy, url, capturedAt: captured, file };
      const result = await rooms.command(
        document,
        participantOf(request),
        { commandId: copy, ...commandInput('source.attach', args) },
        { file, statements: rowsFor(database.query, document.id, kept) },
      );
      unless('code' in result ? result : null);
      response.status(201).json({ ...result, file });
    },
  );

  router.get(
    '/documents/:id/files/:sha256',
    limit('read'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      const sha256 = String(request.params['sha256']);
      const file = await readFile(database, accessOf(request).document.id, sha256);
      if (!file) {
        throw new RefusedError(
          refuse(
            'not-found',
            'This file is not in this document. If it came with a bundle, it was left out there: upload it again.',
          ),
        );
      }
      // Always a download. Opened all the same, it may load, run and reach nothing.
      response
        .attachment(file.name)
        .type(file.mediaType)
        .setHeader('content-security-policy', "default-src 'none'; sandbox")
        .setHeader('x-content-type-options', 'nosniff')
        .setHeader('digest', `sha-256=${Buffer.from(sha256, 'hex').toString('base64')}`)
        .send(Buffer.from(file.bytes));
    },
  );

  return router;
}

function aboutOf(request: Request): z.infer<typeof about> {
  const { copy, url, captured } = request.query;
  const read = about.safeParse({ copy, url, captured });
  if (read.success) return read.data;
  throw new RefusedError(
    refuse('bad-request', 'An upload names a new copy, when it was captured, and where, if known.'),
  );
}

async function takeIn(request: Request, most: number): Promise<FileToKeep> {
  const { name, bytes } = await receiveFile(request, { most, nothing: 'Nothing was stored' });
  if (bytes.length === 0) {
    throw new RefusedError(refuse('bad-request', 'This file is empty. Nothing was stored.'));
  }
  const kind = await recogniseFile(bytes);
  if (!kind) {
    throw new RefusedError(
      refuse(
        'bad-request',
        `Attest cannot keep this kind of file; what counts is its content, not its name. ${UPLOADS} can be kept.`,
      ),
    );
  }
  return { name, bytes, mediaType: kind.mediaType, sha256: sha256Of(bytes) };
}
