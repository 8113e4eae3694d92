/** A document as a file: what there is to choose from, and the file. */
import { Router } from 'express';
import { refuse } from '../../../domain/refusal.ts';
import { exportInput } from '../../exporters/export-input.ts';
import { exportFileName } from '../../exporters/file-name.ts';
import { exporters } from '../../exporters/list.ts';
import { EntryKind } from '../../log/entry.ts';
import { RefusedError } from '../../refused-error.ts';
import type { Api } from '../api.ts';
import { accessOf, identityOf } from '../guards.ts';

export function exportRoutes({ accounts, database, guards, limit, rooms }: Api): Router {
  const router = Router();
  const { can, signedIn } = guards;

  router.get(
    '/documents/:id/export',
    limit('read'),
    signedIn,
    can('viewer'),
    (_request, response) => {
      response.json(
        exporters.map(({ id, label, extension, mediaType, audience }) => ({
          id,
          label,
          extension,
          mediaType,
          audience,
        })),
      );
    },
  );

  router.get(
    '/documents/:id/export/:format',
    limit('file'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      const { document } = accessOf(request);
      const exporter = exporters.find(({ id }) => id === request.params['format']);
      if (!exporter) throw new RefusedError(refuse('not-found', 'There is no such format.'));
      const copy = await rooms.copy(document);
      try {
        const { audience } = exporter;
        const input = await exportInput({
          database,
          document,
          live: copy.live,
          audience,
          now: accounts.now(),
        });
        const file = exporter.write(input);
        // The log says that it left before it does.
        await rooms.administer(document, {
          kind: EntryKind.export,
          by: identityOf(request).person,
          note: { format: exporter.id, audience, seq: copy.seq },
          statements: [],
        });
        response
          .attachment(exportFileName(input.document.title, exporter))
          .type(exporter.mediaType)
          // Opened in place it would run as a page of ours: it may do nothing at all.
          .setHeader(
            'content-security-policy',
            "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          );
        response.send(file);
      } finally {
        copy.live.destroy();
      }
    },
  );

  return router;
}
