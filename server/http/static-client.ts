/** The built client: its files, and its one page for every address that is a page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

/** `directory` is what Vite has built; where it is missing, pages say so and the API still works. */
export function staticClient(directory: string): Router {
  const router = Router();
  const index = join(directory, 'index.html');

  // Vite puts a hash of the content into these names.
  router.use(
    '/assets',
    express.static(join(directory, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
    }),
  );
  router.use(express.static(directory, { index: false, maxAge: 0, dotfiles: 'ignore' }));
  router.get('/{*page}', (request, response, next) => {
    // A missing picture or script must not be answered with a page.
    if (/\.\w+$/.test(request.path) || !request.accepts('html')) return next();
    if (!existsSync(index)) {
      response.status(503).type('text').send('The pages are not built yet: run npm start.\n');
      return;
    }
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(index);
  });

  return router;
}
