/**
 * Builds the client into `client/dist`, which the server hands out under a
 * strict content security policy: nothing may be inlined, neither scripts nor
 * fonts. `vite` alone serves the sources and passes API and sockets on.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['ATTEST_DEV_SERVER'] ?? 'http://127.0.0.1:4410';

export default defineConfig({
  root: 'client',
  plugins: [react()],
  // Two copies of Yjs do not know each other's types.
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols', 'prosemirror-model'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
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
