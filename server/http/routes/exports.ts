/** A document as a file: what there is to choose from, the file, and how far one is that is being made. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type Request, type Response, Router } from 'express';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type Choices, readChoices } from '../../exporters/choices.ts';
import { ExportDesk } from '../../exporters/export-desk.ts';
import { ExportJob } from '../../exporters/export-job.ts';
import type { Exporter } from '../../exporters/exporter.ts';
import { exportFileName } from '../../exporters/file-name.ts';
import { exporters } from '../../exporters/list.ts';
import { readSource, stateOf } from '../../exporters/read-source.ts';
import { EntryKind } from '../../log/entry.ts';
import { entriesOf } from '../../records/whole-words.ts';
import { RefusedError } from '../../refused-error.ts';
import type { Database } from '../../storage/database.ts';
import { peopleOf } from '../../sync/people.ts';
import type { Api } from '../api.ts';
import { accessOf, identityOf } from '../guards.ts';
import { presentExporter } from '../present/exporter.ts';

export function exportRoutes(api: Api): Router {
  const router = Router();
  const { can, signedIn } = api.guards;
  const { limit } = api;
  const desk = new ExportDesk();

  router.get(
    '/documents/:id/export',
    limit('read'),
    signedIn,
    can('viewer'),
    (_request, response) => {
      response.json(exporters.map(presentExporter));
    },
  );

  // Whoever may read the document may take along what they read.
  router.get(
    '/documents/:id/export/:format',
    limit('file'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      const wanted = wantedOf(request);
      const tag = await tagOf(api.database, accessOf(request).document.id, wanted);
      response.setHeader('cache-control', 'private, no-cache').setHeader('etag', tag);
      const { choices, exporter } = wanted;
      if (hasAlready(request, tag)) response.status(304).end();
      // Whoever asks for the head alone gets no file, and the log says of none.
      else if (request.method === 'HEAD')
        response.type(exporter.kind(choices.chosen).mediaType).end();
      else await send(api, desk, wanted, request, response);
    },
  );

  router.get(
    '/documents/:id/exports/:job',
    limit('read'),
    signedIn,
    can('viewer'),
    (request, response) => {
      const standing = desk.standing(keyOf(request, request.params['job']));
      if (!standing) throw new RefusedError(refuse('not-found', 'No such export is being made.'));
      response.json(standing);
    },
  );

  return router;
}

interface Wanted {
  readonly exporter: Exporter;
  readonly choices: Choices;
  /** By which whoever asks can ask how far it is; chosen by them. */
  readonly job: unknown;
}

/** The format and the choices of the address; `job` is none of them. */
function wantedOf(request: Request): Wanted {
  const exporter = exporters.find(({ id }) => id === request.params['format']);
  if (!exporter) {
    const all = exporters.map(({ id }) => id).join(', ');
    throw new RefusedError(refuse('not-found', `There is no such format. There are: ${all}.`));
  }
  const { job, ...asked } = request.query;
  const choices = readChoices(exporter, asked);
  if (isRefusal(choices)) throw new RefusedError(choices);
  return { exporter, choices, job };
}

/** Weak: a file says when it was written, and is otherwise the same. What people are called is in no log. */
async function tagOf(
  database: Database,
  document: number,
  { exporter, choices: { chosen, selection } }: Wanted,
): Promise<string> {
  const seq = await stateOf(database, document);
  const people = selection.names ? [...(await peopleOf(database, document)).values()] : [];
  const named = people.map(({ id, name }) => [id, name] as const).toSorted(([a], [b]) => a - b);
  const told = JSON.stringify([selection, chosen, named]);
  const digest = createHash('sha256').update(told).digest('base64url').slice(0, 12);
  return `W/"${seq}-${exporter.id}-${digest}"`;
}

/** `fresh` would say no to every script: fetch sends `no-cache`, which is meant for caches, with each such request. */
function hasAlready(request: Request, tag: string): boolean {
  const opaque = (each: string) => each.trim().replace(/^W\//, '');
  const known = request.get('if-none-match')?.split(',').map(opaque) ?? [];
  return known.includes('*') || known.includes(opaque(tag));
}

function keyOf(request: Request, job: unknown): string {
  return `${identityOf(request).person}:${accessOf(request).document.id}:${String(job)}`;
}

/** Refused before the first byte, or sent; what fails in between cuts the connection. */
async function send(
  { accounts, config, database, exportLimits, rooms }: Api,
  desk: ExportDesk,
  { exporter, choices, job }: Wanted,
  request: Request,
  response: Response,
): Promise<void> {
  if (desk.full) {
    throw new RefusedError(refuse('rate-limited', 'Too many exports wait. Try again in a minute.'));
  }
  const { document } = accessOf(request);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  let title = '';
  const chunks = desk.run(
    keyOf(request, job),
    async () => {
      const source = await readSource({
        database,
        document,
        publicUrl: config.publicUrl ?? null,
        takesFiles: exporter.takesFiles,
        now: accounts.now(),
      });
      title = source.title;
      const format = exporter.id;
      const entries = entriesOf(database, document.id);
      return new ExportJob({ source, format, choices }, entries, exportLimits);
    },
    gone.signal,
  );
  const first = await chunks.next();
  if (gone.signal.aborted) return;
  // The log says that it left before it does.
  await rooms.administer(document, {
    kind: EntryKind.export,
    by: identityOf(request).person,
    note: { format: exporter.id, audience: choices.selection.audience, chosen: choices.chosen },
    statements: [],
  });
  const kind = exporter.kind(choices.chosen);
  response
    .attachment(exportFileName(title, kind))
    .type(kind.mediaType)
    // Opened in place it would run as a page of ours: it may do nothing at all.
    .setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  for (let next = first; !next.done; next = await chunks.next()) {
    if (!response.write(next.value) && !gone.signal.aborted) {
      await once(response, 'drain', { signal: gone.signal }).catch(() => null);
    }
  }
  response.end();
}
