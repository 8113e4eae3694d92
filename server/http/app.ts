/** The whole HTTP side: what every request passes, then the routes. */
import compression from 'compression';
import express, { type Express, type Request } from 'express';
import { limits } from '../../domain/limits.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Config } from '../config/options.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { RefusedError } from '../refused-error.ts';
import type { Api } from './api.ts';
import { authBridge } from './auth-bridge.ts';
import { createGuards } from './guards.ts';
import { createLimit } from './limit.ts';
import { logRequests } from './log-requests.ts';
import { handleErrors } from './problem.ts';
import { documentRoutes } from './routes/documents.ts';
import { eventRoutes } from './routes/events.ts';
import { exportRoutes } from './routes/exports.ts';
import { fileRoutes } from './routes/files.ts';
import { healthRoutes } from './routes/health.ts';
import { importRoutes } from './routes/imports.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { liveRoutes } from './routes/live.ts';
import { meRoutes } from './routes/me.ts';
import { memberRoutes } from './routes/members.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { notificationRoutes } from './routes/notifications.ts';
import { originalRoutes } from './routes/originals.ts';
import { readingRoutes } from './routes/readings.ts';
import { queueRoutes } from './routes/queue.ts';
import { pageRoutes } from './routes/pages.ts';
import { recordRoutes } from './routes/records.ts';
import { searchRoutes } from './routes/search.ts';
import { setupRoutes } from './routes/setup.ts';
import { suggestionRoutes } from './routes/suggestions.ts';
import { talkReadRoutes } from './routes/talk-read.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { verificationRoutes } from './routes/verification.ts';
import { secureHeaders } from './secure-headers.ts';
import { staticClient } from './static-client.ts';

export interface AppOptions
  extends Pick<
    Api,
    | 'accounts'
    | 'database'
    | 'derivations'
    | 'events'
    | 'exportLimits'
    | 'index'
    | 'log'
    | 'reaches'
    | 'rooms'
  > {
  readonly config: Api['config'] & Pick<Config, 'trustProxy' | 'metricsToken'>;
  readonly metrics: Metrics;
  /** Where the built client is. */
  readonly client: string;
  /** True once the server is on its way down. */
  readonly draining?: () => boolean;
  /** Multiplies the rate limits. */
  readonly allowance?: number;
}

export function createApp(options: AppOptions): Express {
  const {
    accounts,
    allowance,
    client,
    config,
    database,
    derivations,
    draining = () => false,
    events,
    exportLimits,
    index,
    log,
    metrics,
    reaches,
    rooms,
  } = options;
  const { publicUrl } = config;
  const limit = createLimit(allowance);
  const guards = createGuards({ accounts, database, publicUrl });
  const api: Api = {
    accounts,
    config,
    database,
    derivations,
    events,
    exportLimits,
    guards,
    index,
    limit,
    log,
    reaches,
    rooms,
  };

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(logRequests(log));
  app.use(secureHeaders({ https: accounts.publicUrl.startsWith('https:') }));
  app.use(compression());
  app.use(healthRoutes({ database, draining }));
  app.use(metricsRoutes(metrics, config.metricsToken));

  app.use('/api', (_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  // Half a character would be a whole one in UTF-8, and another text than what was checked.
  const reviver = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? value.toWellFormed() : value;
  const json = express.json({ limit: limits.messageBytes, reviver });
  // A file may be JSON too: its route reads the body by itself.
  app.use('/api', (request, response, next) =>
    bringsFile(request) ? next() : json(request, response, next),
  );
  app.use('/api/auth', authBridge({ accounts, limit, log, publicUrl }));
  for (const routes of [
    meRoutes,
    eventRoutes,
    searchRoutes,
    notificationRoutes,
    setupRoutes,
    documentRoutes,
    importRoutes,
    liveRoutes,
    memberRoutes,
    invitationRoutes,
    originalRoutes,
    fileRoutes,
    suggestionRoutes,
    pageRoutes,
    exportRoutes,
    queueRoutes,
    recordRoutes,
    readingRoutes,
    talkReadRoutes,
    tokenRoutes,
    verificationRoutes,
  ]) {
    app.use('/api', routes(api));
  }
  app.use('/api', () => {
    throw new RefusedError(refuse('not-found', 'There is nothing at this address.'));
  });

  app.use(staticClient(client));
  app.use(() => {
    throw new RefusedError(refuse('not-found', 'There is nothing at this address.'));
  });
  app.use(handleErrors(log));
  return app;
}

function bringsFile({ method, path }: Request): boolean {
  return method === 'POST' && (path === '/documents/import' || path === '/imports');
}
