import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  effectiveConfig,
  envExample,
  optionsHelp,
} from '../../../server/config/describe-config.ts';
import { options } from '../../../server/config/options.ts';
import { parseConfig } from '../../../server/config/parse-config.ts';
import { secretKey } from '../../../server/config/secret-key.ts';

const noFiles = (path: string): string => {
  throw new Error(`ENOENT: ${path}`);
};
const secret = 'a secret of more than thirty-two characters';

describe('the configuration', () => {
  test('is complete without any variable', () => {
    const parsed = parseConfig({}, noFiles);
    expect(parsed).toMatchObject({
      ok: true,
      config: { host: '127.0.0.1', port: 4410, dataDirectory: './data', trustProxy: false },
    });
  });

  test('reads every kind of value', () => {
    const parsed = parseConfig(
      {
        ATTEST_PORT: '80',
        ATTEST_PUBLIC_URL: 'https://attest.example.org',
        ATTEST_TRUST_PROXY: '10.0.0.1, 10.0.0.2',
        ATTEST_CREATE_DOCUMENTS: 'owner',
        ATTEST_SESSION_DAYS: '7',
        PATH: '/bin',
      },
      noFiles,
    );
    expect(parsed).toMatchObject({
      ok: true,
      config: {
        port: 80,
        publicUrl: 'https://attest.example.org',
        trustProxy: '10.0.0.1, 10.0.0.2',
        createDocuments: 'owner',
        sessionDays: 7,
      },
    });
    expect(parseConfig({ ATTEST_TRUST_PROXY: '2' }, noFiles)).toMatchObject({
      config: { trustProxy: 2 },
    });
  });

  test('treats an empty variable as one that is not set', () => {
    expect(parseConfig({ ATTEST_PORT: '', ATTEST_MAIL_URL: '' }, noFiles)).toMatchObject({
      ok: true,
      config: { port: 4410 },
    });
  });

  test('reports every problem at once, by the name of its variable', () => {
    const parsed = parseConfig(
      {
        ATTEST_PORT: '70000',
        ATTEST_PROT: '80',
        ATTEST_PUBLIC_URL: 'https://attest.example.org/desk',
        ATTEST_SECRET: 'short',
        ATTEST_TRUST_PROXY: 'true',
        ATTEST_LOG_LEVEL: 'loud',
        ATTEST_MAIL_URL: 'https://mail.example.org',
      },
      noFiles,
    );
    expect(parsed.ok).toBe(false);
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems).toHaveLength(7);
    for (const name of [
      'PORT',
      'PROT',
      'PUBLIC_URL',
      'SECRET',
      'TRUST_PROXY',
      'LOG_LEVEL',
      'MAIL_URL',
    ])
      expect(problems.some((problem) => problem.startsWith(`ATTEST_${name} `))).toBe(true);
  });

  test('reads a secret from the file that NAME_FILE names, without its line end', () => {
    expect(parseConfig({ ATTEST_SECRET_FILE: '/run/secret' }, () => `${secret}\n`)).toMatchObject({
      ok: true,
      config: { secret },
    });
  });

  test('refuses a secret given twice, one whose file is missing, and a file for what is no secret', () => {
    expect(parseConfig({ ATTEST_SECRET: secret, ATTEST_SECRET_FILE: '/x' }, () => secret).ok).toBe(
      false,
    );
    expect(parseConfig({ ATTEST_SECRET_FILE: '/x' }, noFiles)).toMatchObject({
      problems: [expect.stringContaining('ATTEST_SECRET_FILE cannot be read')],
    });
    expect(parseConfig({ ATTEST_PORT_FILE: '/x' }, () => '80').ok).toBe(false);
  });

  test('is printed without its secrets', () => {
    const parsed = parseConfig(
      { ATTEST_SECRET: secret, ATTEST_MAIL_URL: 'smtp://me:hunter2@mail' },
      noFiles,
    );
    if (!parsed.ok) throw new Error(parsed.problems.join());
    const printed = effectiveConfig(parsed.config);
    expect(printed).toContain('ATTEST_PORT=4410');
    expect(printed).toContain('ATTEST_SECRET=(hidden)');
    expect(printed).not.toContain(secret);
    expect(printed).not.toContain('hunter2');
  });
});

describe('the words about the configuration', () => {
  test('name every option once, in .env.example and in the help', () => {
    for (const { name } of options) {
      expect(envExample().split(`\n#${name}=`)).toHaveLength(2);
      expect(optionsHelp()).toContain(name);
    }
  });

  test('.env.example is the one that the table makes', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8')).toBe(
      envExample(),
    );
  });

  test('every default passes its own check', () => {
    const environment = Object.fromEntries(
      options.flatMap(({ name, fallback }) => (fallback === undefined ? [] : [[name, fallback]])),
    );
    expect(parseConfig(environment, noFiles)).toEqual(parseConfig({}, noFiles));
  });
});

describe('the key that signs cookies', () => {
  test('is made once, for its owner alone, and found again', () => {
    const keyDirectory = join(mkdtempSync(join(tmpdir(), 'attest-')), 'keys');
    const key = secretKey({ keyDirectory });
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(secretKey({ keyDirectory })).toBe(key);
    expect(statSync(join(keyDirectory, 'session.key')).mode & 0o077).toBe(0);
  });

  test('is the configured one where there is one', () => {
    expect(secretKey({ secret, keyDirectory: '/nowhere' })).toBe(secret);
  });

  test('is not replaced when its file is damaged', () => {
    const keyDirectory = mkdtempSync(join(tmpdir(), 'attest-'));
    writeFileSync(join(keyDirectory, 'session.key'), '');
    expect(() => secretKey({ keyDirectory })).toThrow('damaged');
  });
});
