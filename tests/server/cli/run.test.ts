import { describe, expect, test } from 'vitest';
import { exporters } from '../../../server/exporters/list.ts';
import { exit } from '../../../server/cli/output.ts';
import { run } from '../../../server/cli/run.ts';
import { options } from '../../../server/config/options.ts';
import { parseConfig } from '../../../server/config/parse-config.ts';

async function attest(args: readonly string[], environment: Record<string, string> = {}) {
  const written = { out: '', err: '' };
  const code = await run(args, () => parseConfig(environment, () => ''), {
    out: (text) => void (written.out += `${text}\n`),
    err: (text) => void (written.err += `${text}\n`),
    bytes: async (chunk) => void (written.out += Buffer.from(chunk).toString()),
  });
  return { code, ...written };
}

describe('the command line', () => {
  test('helps when it is asked to, and when it is asked nothing', async () => {
    for (const args of [[], ['help'], ['--help'], ['-h'], ['verify', '--help']]) {
      const { code, out } = await attest(args);
      expect(code).toBe(exit.done);
      expect(out).toContain('npm run attest -- <command>');
      for (const { name } of options) expect(out).toContain(name);
    }
  });

  test('says what was wrong with a call, and how it is meant', async () => {
    const calls = [
      ['frobnicate'],
      ['verify', 'one', 'two'],
      ['export'],
      ['--frob'],
      ['export', 'x', '--format'],
    ];
    for (const args of calls) {
      const { code, err } = await attest(args);
      expect([args, code]).toEqual([args, exit.usage]);
      expect(err).toContain('Usage:');
    }
    expect((await attest(['export', 'x', '--format', 'pdf'])).err).toContain(
      exporters.map(({ id }) => id).join(', '),
    );
  });

  test('prints the configuration in force, without secrets', async () => {
    const { code, out } = await attest(['config'], {
      ATTEST_PORT: '81',
      ATTEST_MAIL_URL: 'smtp://a:hunter2@mail',
    });
    expect(code).toBe(exit.done);
    expect(out).toContain('ATTEST_PORT=81');
    expect(out).not.toContain('hunter2');
  });

  test('reports every problem of the configuration and does nothing', async () => {
    for (const command of ['start', 'verify', 'config']) {
      const { code, err, out } = await attest([command], { ATTEST_PORT: 'x', ATTEST_HSOT: '::' });
      expect([code, out]).toEqual([exit.failed, '']);
      expect(err).toContain('2 problems');
      expect(err).toContain('ATTEST_PORT must be');
      expect(err).toContain('ATTEST_HSOT is not an option');
    }
  });
});
