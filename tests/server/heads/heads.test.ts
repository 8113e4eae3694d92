import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exit } from '../../../server/cli/output.ts';
import { encodeHead, headsFile } from '../../../server/heads/head.ts';
import { HeadKey, isSigned } from '../../../server/heads/head-key.ts';
import { temporaryDirectory } from '../storage/fixture.ts';
import { open, rewrite, signed, verified, writeLogs } from './keeping.ts';

const head = {
  id: 'dé',
  document: 7,
  lineage: 'line',
  seq: 4_294_967_296,
  at: 1_700_000_000_123,
  hash: 'ab'.repeat(32),
};

describe('the signature of a head', () => {
  test('is Ed25519 over the encoding that the file describes, byte by byte', () => {
    const encoded = [
      '6174746573742d686561642d31',
      '000364c3a9',
      '0000000000000007',
      '00046c696e65',
      '0000000100000000',
      '0000018bcfe5687b',
      'ab'.repeat(32),
    ].join('');
    expect(Buffer.from(encodeHead(head)).toString('hex')).toBe(encoded);
    const { key, heads } = HeadKey.in(temporaryDirectory()).file([head]);
    const raw = Buffer.from(key.public, 'base64');
    expect(key.id).toBe(createHash('sha256').update(raw).digest('hex').slice(0, 16));
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
    const signature = Buffer.from(heads[0]!.signature, 'base64');
    expect(
      verifySignature(
        null,
        Buffer.from(encoded, 'hex'),
        createPublicKey({ key: jwk, format: 'jwk' }),
        signature,
      ),
    ).toBe(true);
  });

  test('holds for nothing else', () => {
    const { key, heads } = HeadKey.in(temporaryDirectory()).file([head]);
    const [one] = heads;
    if (!one) throw new Error('Nothing signed');
    expect(isSigned(key, one)).toBe(true);
    const changes = { id: 'd', document: 8, lineage: 'x', seq: 1, at: 0, hash: 'cd'.repeat(32) };
    for (const [name, value] of Object.entries(changes)) {
      expect([name, isSigned(key, { ...one, [name]: value })]).toEqual([name, false]);
    }
    const other = HeadKey.in(temporaryDirectory()).public;
    expect(isSigned(other, one)).toBe(false);
    expect(isSigned({ ...key, id: other.id }, one)).toBe(false);
  });
});

describe('the key', () => {
  test('is made once, for its owner alone, and is another one elsewhere', () => {
    const directory = join(temporaryDirectory(), 'keys');
    expect(HeadKey.existing(directory)).toBeNull();
    const { public: made } = HeadKey.in(directory);
    expect(HeadKey.in(directory).public).toEqual(made);
    expect(statSync(join(directory, 'heads.key')).mode & 0o777).toBe(0o600);
    expect(HeadKey.in(temporaryDirectory()).public.id).not.toBe(made.id);
  });

  test('that is damaged is said to be, never replaced', () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'heads.key'), 'nonsense');
    expect(() => HeadKey.in(directory)).toThrow('damaged');
  });
});

describe('a file of signed heads', () => {
  test('names every log, or one, and the logs hold it, also once they have grown', async () => {
    const config = await writeLogs(temporaryDirectory());
    const path = await signed(config, 'heads.json');
    const file = headsFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    expect(file.heads.map(({ id }) => id)).toEqual(['document-1', 'document-2']);
    const one = headsFile.parse(
      JSON.parse(readFileSync(await signed(config, 'one.json', 'document-2'), 'utf8')),
    );
    expect(one.heads.map(({ id }) => id)).toEqual(['document-2']);
    const { code, out } = await verified(config, { heads: path });
    expect([code, out]).toEqual([
      exit.done,
      expect.stringMatching(/2 signed heads by key [0-9a-f]{16}\n/),
    ]);
    expect(out).toMatch(/document-1 {2}holds the head signed \d{4}-\S+Z: entry \d+/);
  });

  test('finds a log that was written anew with right hashes, which nothing else does', async () => {
    const config = await writeLogs(temporaryDirectory());
    const path = await signed(config, 'heads.json');
    rewrite(config, (sqlite) =>
      sqlite.exec('update log set actor = 0 where document = 1 and seq = 3'),
    );
    expect((await verified(config)).code).toBe(exit.done);
    const { code, out } = await verified(config, { heads: path });
    expect(code).toBe(exit.failed);
    expect(out).toMatch(/document-1 {2}DOES NOT HOLD ITS SIGNED HEAD: entry \d+ is not the one/);
    expect(out).toMatch(/document-2 {2}holds the head/);
    expect((await verified(config, { heads: path, document: 'document-2' })).code).toBe(exit.done);
    expect(out).toContain('2 documents, 1 damaged');
  });

  test('finds a log whose end was cut off, a document that vanished, and one that took its address', async () => {
    const config = await writeLogs(temporaryDirectory());
    const path = await signed(config, 'heads.json');
    const sqlite = open(config);
    sqlite.pragma('foreign_keys = off');
    sqlite.exec('delete from log where document = 1 and seq > 12');
    expect((await verified(config)).code).toBe(exit.done);
    expect((await verified(config, { heads: path })).out).toMatch(
      /document-1 {2}DOES NOT HOLD ITS SIGNED HEAD: entry \d+, whose head was signed, is missing/,
    );
    sqlite.exec("update documents set public_id = 'x' where id = 1");
    sqlite.exec("update documents set public_id = 'document-1' where id = 2");
    sqlite.close();
    expect((await verified(config)).code).toBe(exit.done);
    const { code, out } = await verified(config, { heads: path });
    expect(code).toBe(exit.failed);
    expect(out).toMatch(/document-1 {2}DOES NOT HOLD.*another number/);
    expect(out).toMatch(/document-2 {2}DOES NOT HOLD.*no such document/);
  });

  test('is refused where it was changed, is none, or bears the key of somebody else', async () => {
    const config = await writeLogs(temporaryDirectory());
    const path = await signed(config, 'heads.json');
    const file = headsFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    const write = (value: unknown): void => writeFileSync(path, JSON.stringify(value));
    write({ ...file, heads: file.heads.map((one) => ({ ...one, at: one.at + 1 })) });
    expect((await verified(config, { heads: path })).out).toMatch(/the signature .* does not hold/);
    write(HeadKey.in(temporaryDirectory()).file(file.heads));
    expect(await verified(config, { heads: path })).toMatchObject({
      code: exit.failed,
      err: expect.stringMatching(/was signed by key .* and this server's is/),
    });
    write({ ...file, heads: [] });
    expect(await verified(config, { heads: path })).toMatchObject({
      code: exit.failed,
      err: expect.stringMatching(/has no head of what was to be verified/),
    });
    write({ format: 'other' });
    expect((await verified(config, { heads: path })).err).toMatch(/not a file of signed heads/);
    expect((await verified(config, { heads: `${path}x` })).err).toMatch(/cannot be read/);
  });

  test('is never made of a log that does not hold', async () => {
    const config = await writeLogs(temporaryDirectory());
    const sqlite = open(config);
    sqlite.exec('update log set at = 1 where document = 1 and seq = 3');
    sqlite.close();
    await expect(signed(config, 'heads.json')).rejects.toThrow(
      'document-1 is not signed: entry 3 does not hold',
    );
    const file = headsFile.parse(
      JSON.parse(readFileSync(join(config.keyDirectory, '..', 'heads.json'), 'utf8')),
    );
    expect(file.heads.map(({ id }) => id)).toEqual(['document-2']);
  });
});
