#!/usr/bin/env node
// Verifies an exported log of Attest. It needs Node 18 or later and nothing else;
// docs/log-format.md describes all that it relies on.
//
//     node verify-log.mjs <log.jsonl> [--heads <heads.json>] [--key <public key, base64>]
//
// Ends with 0 when the log holds, 1 when it does not, 2 when it was called wrongly
// or a file cannot be read as what it should be.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const KINDS = [
  'unknown',
  'created',
  'text',
  'command',
  'cleanup',
  'repair',
  'snapshot',
  'membership',
  'invitation',
  'export',
  'lifecycle',
];

/** What makes the log not hold: the number of the entry, and what is wrong with it. */
class DoesNotHold extends Error {
  constructor(seq, problem, entry = null) {
    super(problem);
    this.seq = seq;
    this.entry = entry;
  }
}

/** What cannot be worked with at all. */
class Unusable extends Error {}

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function uint(value, bytes) {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt(value));
  return buffer.subarray(8 - bytes);
}

function withLength(text) {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([uint(bytes.length, 2), bytes]);
}

function entryHash(previous, document, entry) {
  return sha256(
    Buffer.from('attest-log-1', 'ascii'),
    previous,
    withLength(entry.lineage),
    uint(document, 8),
    uint(entry.seq, 8),
    uint(entry.at, 8),
    uint(entry.actor, 8),
    uint(entry.kind, 2),
    sha256(entry.salt, entry.payload),
  );
}

const isNumber = (value) => Number.isSafeInteger(value) && value >= 0;

/** Base64 that says the same bytes in one way only. */
function bytesOf(text) {
  if (typeof text !== 'string') return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/** The entry of a line; throws where it is none. `seq` is the number that has to come here. */
function readEntry(line, seq) {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw new DoesNotHold(seq, 'its line is not JSON');
  }
  if (typeof value !== 'object' || value === null)
    throw new DoesNotHold(seq, 'its line is no entry');
  if (value.seq !== seq) {
    throw new DoesNotHold(
      seq,
      `it is missing: entry ${String(value.seq)} stands in its place`,
      value,
    );
  }
  const salt = bytesOf(value.salt);
  const payload = bytesOf(value.payload);
  const numbers = isNumber(value.at) && isNumber(value.actor) && isNumber(value.kind);
  if (!numbers || value.kind > 0xffff || typeof value.lineage !== 'string') {
    throw new DoesNotHold(seq, 'a field is not what it should be', value);
  }
  if (salt?.length !== 32 || payload === null || !/^[0-9a-f]{64}$/.test(value.hash)) {
    throw new DoesNotHold(seq, 'its salt, payload or hash is not what it should be', value);
  }
  return { ...value, salt, payload, hash: Buffer.from(value.hash, 'hex') };
}

function readHeader(line) {
  let header;
  try {
    header = JSON.parse(line);
  } catch {
    throw new Unusable('The file does not begin as an exported log does.');
  }
  if (header?.format !== 'attest-log') throw new Unusable('The file is no exported log of Attest.');
  if (header.version !== 1) {
    throw new Unusable(`The file has version ${String(header.version)}; this verifier knows 1.`);
  }
  if (!isNumber(header.document) || !isNumber(header.entries) || typeof header.id !== 'string') {
    throw new Unusable('The first line of the file is not what it should be.');
  }
  return header;
}

/** The heads of this document, their signatures checked; by entry. */
function readHeads(path, header, pinned) {
  const file = JSON.parse(readFileSync(path, 'utf8'));
  if (file?.format !== 'attest-heads' || file.version !== 1 || !Array.isArray(file.heads)) {
    throw new Unusable(`${path} is no file of signed heads that this verifier knows.`);
  }
  const raw = bytesOf(file.key?.public);
  if (raw?.length !== 32 || sha256(raw).toString('hex').slice(0, 16) !== file.key.id) {
    throw new Unusable(`The key of ${path} is not what it should be.`);
  }
  if (pinned !== undefined && pinned !== file.key.public) {
    throw new Unusable(`${path} was signed by another key than the one given.`);
  }
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const heads = file.heads.filter((head) => head.id === header.id);
  if (heads.length === 0) throw new Unusable(`${path} has no head of document ${header.id}.`);
  for (const head of heads) {
    const signed = Buffer.concat([
      Buffer.from('attest-head-1', 'ascii'),
      withLength(head.id),
      uint(head.document, 8),
      withLength(head.lineage),
      uint(head.seq, 8),
      uint(head.at, 8),
      Buffer.from(head.hash, 'hex'),
    ]);
    if (!verify(null, signed, key, Buffer.from(head.signature, 'base64'))) {
      throw new DoesNotHold(head.seq, 'the signature of its head does not hold');
    }
    if (head.document !== header.document) {
      throw new DoesNotHold(head.seq, 'its head was signed for a document of another number');
    }
  }
  return { key: file.key, heads: new Map(heads.map((head) => [head.seq, head])) };
}

function compareWithHead(entry, head) {
  if (head === undefined) return;
  if (head.hash !== entry.hash.toString('hex') || head.lineage !== entry.lineage) {
    throw new DoesNotHold(entry.seq, 'it is not the one whose head was signed', entry);
  }
}

async function run({ path, headsPath, pinned }) {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let header = null;
  let signed = null;
  let previous = Buffer.alloc(32);
  let seq = 0;
  let first = null;
  let last = null;
  for await (const line of lines) {
    if (header === null) {
      header = readHeader(line);
      if (headsPath !== undefined) signed = readHeads(headsPath, header, pinned);
      continue;
    }
    seq += 1;
    const entry = readEntry(line, seq);
    if (!entryHash(previous, header.document, entry).equals(entry.hash)) {
      throw new DoesNotHold(seq, 'its hash does not match', entry);
    }
    compareWithHead(entry, signed?.heads.get(seq));
    previous = entry.hash;
    first ??= entry;
    last = entry;
  }
  if (header === null) throw new Unusable('The file is empty.');
  const missing = [...(signed?.heads.keys() ?? [])].find((number) => number > seq);
  if (missing !== undefined) {
    throw new DoesNotHold(seq + 1, `it is missing: the head of entry ${missing} was signed`);
  }
  if (last === null || seq < header.entries) throw new DoesNotHold(seq + 1, 'it is missing');
  if (seq > header.entries) {
    throw new DoesNotHold(header.entries + 1, 'it is more than the file says that it has', last);
  }
  return { header, signed, first, last };
}

/** What a file says may hold signs that steer a terminal: they could write a verdict of their own. */
const plain = (text) => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
const say = (text) => console.log(plain(text));
const warn = (text) => console.error(plain(text));

function when(at) {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? `the time ${String(at)}` : date.toISOString();
}

function tell({ header, signed, first, last }) {
  say(`The log of document ${header.id} holds.`);
  say(`  entries  ${last.seq}`);
  say(`  from     ${when(first.at)}`);
  say(`  to       ${when(last.at)}`);
  say(`  head     ${last.hash.toString('hex')}`);
  if (signed === null) {
    say('  No signed head was given: a log cut short or written anew would hold too.');
  } else {
    for (const { seq, at } of signed.heads.values()) {
      say(`  signed   entry ${seq}, on ${when(at)}, by key ${signed.key.id}`);
    }
  }
}

function tellProblem({ seq, message, entry }) {
  say(`The log DOES NOT HOLD at entry ${seq}: ${message}.`);
  if (entry === null) return;
  const kind = KINDS[entry.kind] ?? 'unknown';
  say(`  It says: ${when(entry.at)}, person ${String(entry.actor)}, ${kind}.`);
}

/** The arguments; null where they are not as they should be. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { heads: { type: 'string' }, key: { type: 'string' } },
    });
    const [path] = positionals;
    if (positionals.length !== 1 || (values.key !== undefined && values.heads === undefined)) {
      return null;
    }
    return { path, headsPath: values.heads, pinned: values.key };
  } catch {
    return null;
  }
}

const given = readArguments();
if (given === null) {
  warn('node verify-log.mjs <log.jsonl> [--heads <heads.json>] [--key <public key>]');
  process.exitCode = 2;
} else {
  try {
    tell(await run(given));
  } catch (error) {
    if (error instanceof DoesNotHold) {
      tellProblem(error);
      process.exitCode = 1;
    } else {
      warn(error instanceof Error ? error.message : String(error));
      process.exitCode = 2;
    }
  }
}
