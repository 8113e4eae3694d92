/**
 * Builds the client into `client/dist`, which the server hands out under a
 * strict content security policy: nothing may be inlined, neither scripts nor
 * fonts. `vite` alone serves the sources and passes API and sockets on.
 */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = process.env['ATTEST_DEV_SERVER'] ?? 'http://127.0.0.1:4410';

/**
 * The interface speaks English; react-aria brings 33 other languages for what it
 * says by itself, a mixture that nobody would want. It falls back to en-US.
 */
const englishOnly: Plugin = {
  name: 'english-only',
  load: {
    filter: { id: /\/react-(?:aria|stately)\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.(?:mjs|js)$/ },
    handler: () => 'export default undefined;',
  },
};

export default defineConfig({
  root: 'client',
  plugins: [react(), englishOnly],
  // Two copies of Yjs do not know each other's types.
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols', 'prosemirror-model'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // In kB before gzip. The desk comes as one piece: editor and Yjs are most of it, and nothing of it is seen without them.
    chunkSizeWarningLimit: 650,
    // The youngest feature that the styles rest on is light-dark().
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  server: {
    proxy: {
      '/api': { target: server },
      '/sync': { target: server, ws: true },
    },
  },
});
