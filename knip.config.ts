// Code, exports and packages that nothing uses.
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'tests/**/*.{test,spec}.{ts,tsx}',
    // Run by .ci/run, and by hand.
    'tests/run/audit.ts',
    'tests/run/time-to-ready.ts',
    'tests/screens/{take*,desk}.ts',
    'bench/*.ts',
    // Processes and pages of their own, started by their paths.
    'bench/contenders/{probe,socket-floor-server}.ts',
    'bench/browser/peer-page/main.ts',
  ],
  project: ['{domain,server,client,seeds,tests,bench}/**/*.{ts,tsx,css}'],
  compilers: {
    // Style sheets import the bundled faces.
    css: (text: string) =>
      [...text.matchAll(/@import\s+(["'][^"']+["'])/g)]
        .map(([, path]) => `import ${path};`)
        .join('\n'),
  },
  ignoreDependencies: [
    // dependency-cruiser reads TypeScript with it.
    '@swc/core',
    // Called by tests/run.ts by name.
    'oxlint',
    'oxlint-tsgolint',
  ],
  // Of the system.
  ignoreBinaries: ['mount', 'umount'],
  ignoreExportsUsedInFile: true,
};

export default config;
