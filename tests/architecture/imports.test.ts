// The import rules, proved to be awake: they have seen every module, and a
// module that breaks one is found.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IConfiguration } from 'dependency-cruiser';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const roots = ['domain', 'server', 'client', 'seeds'];

async function cruised(baseDir: string): Promise<ICruiseResult> {
  const { options, ...ruleSet }: IConfiguration = JSON.parse(
    readFileSync(join(root, '.dependency-cruiser.json'), 'utf8'),
  );
  const { output } = await cruise(roots, { ...options, baseDir, ruleSet, validate: true });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

function broken({ summary }: ICruiseResult): string[] {
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).toSorted();
}

test('every module was seen, and none breaks a rule', async () => {
  const result = await cruised(root);
  expect(broken(result)).toEqual([]);
  const seen = new Set(result.modules.map(({ source }) => source));
  for (const folder of roots) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('dist'))
      .map((file) => `${folder}/${file}`);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !seen.has(file))).toEqual([]);
  }
});

test.each([
  ['domain-is-pure', 'domain/a.ts', "import 'node:fs';"],
  ['domain-is-pure', 'domain/a.ts', "import 'react';"],
  ['domain-is-pure', 'domain/a.ts', "import type { x } from '../server/b.ts';\nexport type y = x;"],
  ['server-not-client', 'server/a.ts', "import '../client/b.tsx';"],
  ['client-not-server', 'client/a.tsx', "import '../server/b.ts';"],
  ['client-not-server', 'client/a.ts', "const b = await import('../server/b.ts');"],
  ['features-stand-on-the-rest', 'client/ui/a.ts', "import '../features/b.ts';"],
  ['sources-not-tests', 'server/a.ts', "import '../tests/b.ts';"],
  ['server-runs-without-development-packages', 'server/a.ts', "import 'fast-check';"],
  ['resolvable', 'server/a.ts', "import './nowhere.ts';"],
  ['no-cycle', 'server/a.ts', "import './b.ts';\nexport const x = 1;"],
])('%s finds %s with %j', async (rule, file, source) => {
  const directory = mkdtempSync(join(tmpdir(), 'attest-imports-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
    const write = (path: string, text: string): void => {
      mkdirSync(join(directory, dirname(path)), { recursive: true });
      writeFileSync(join(directory, path), `${text}\n`);
    };
    write('package.json', readFileSync(join(root, 'package.json'), 'utf8'));
    for (const path of [
      'domain/b.ts',
      'client/b.tsx',
      'client/features/b.ts',
      'tests/b.ts',
      'seeds/b.ts',
    ]) {
      write(path, 'export type x = 1;');
    }
    write('server/b.ts', rule === 'no-cycle' ? "import './a.ts';" : 'export type x = 1;');
    write(file, source);
    expect(broken(await cruised(directory)).map((line) => line.split(':')[0])).toContain(rule);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
