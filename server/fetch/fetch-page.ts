/**
 * Fetches one web page that somebody cites. Everything about it is hostile: its
 * name may lead into this network, it may redirect there, never end, or unpack
 * to far more than it sent. A name is resolved once and the very address that
 * was checked is connected to, again at every redirect.
 */
import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { refuse, type RefusalCode } from '../../domain/refusal.ts';
import { RefusedError } from '../refused-error.ts';

export interface FetchRules {
  readonly ports: readonly number[];
  /** For all of it, redirects included, in ms. */
  readonly time: number;
  /** Of the page, unpacked. */
  readonly bytes: number;
  /** Whether this network address may be connected to. */
  readonly reaches: (address: string) => boolean;
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

export interface FetchedPage {
  /** Where it was found in the end. */
  readonly url: string;
  /** Without parameters: `text/html`. */
  readonly mediaType: string;
  /** As the server says; empty where it does not. */
  readonly charset: string;
  readonly bytes: Uint8Array;
}

const MOST_REDIRECTS = 5;
const HEADER_BYTES = 16 * 1024;
const PAGES = new Set(['text/html', 'application/xhtml+xml']);

function no(reason: string, code: RefusalCode = 'conflict'): RefusedError {
  return new RefusedError(refuse(code, `${reason} Fill in the fields yourself.`));
}

const TOO_LONG = 'The page did not come in time.';

/** Rejects with a RefusedError that says why; `signal` is whoever asked going away. */
export async function fetchPage(
  url: string,
  rules: FetchRules,
  signal: AbortSignal,
): Promise<FetchedPage> {
  const ends = AbortSignal.any([signal, AbortSignal.timeout(rules.time)]);
  let at = new URL(url);
  for (let turns = 0; turns <= MOST_REDIRECTS; turns += 1) {
    const response = await getOnce(at, rules, ends);
    const { statusCode = 0, headers } = response;
    if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) {
      try {
        return await readPage(at, response, rules, ends);
      } finally {
        response.destroy();
      }
    }
    response.destroy();
    if (!URL.canParse(headers.location, at)) throw no('The page sends on to no address.');
    at = new URL(headers.location, at);
  }
  throw no('The page sends on again and again.');
}

async function getOnce(url: URL, rules: FetchRules, signal: AbortSignal): Promise<IncomingMessage> {
  const address = await checkedAddress(url, rules, signal);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const call = send(url, {
      // One connection for one request: none is kept that a later name could reach through.
      agent: false,
      signal,
      maxHeaderSize: HEADER_BYTES,
      lookup: answerWith(address),
      headers: {
        accept: 'text/html,application/xhtml+xml',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': 'Attest (reads title, publisher and date of a cited page)',
      },
    });
    call.once('response', resolve);
    call.once('error', (error) => reject(failure(error, signal)));
    call.end();
  });
}

/** Whatever name is asked for, the address that was checked. */
function answerWith(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, options, done) => {
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

async function checkedAddress(url: URL, rules: FetchRules, signal: AbortSignal): Promise<string> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw no('Only pages at http:// or https:// can be fetched.');
  }
  if (url.username !== '' || url.password !== '') {
    throw no('An address with a name or password in it is not fetched.');
  }
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!rules.ports.includes(port)) throw no(`Port ${port} is not one that pages are fetched from.`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) > 0 ? [host] : await resolved(host, rules, signal);
  const [first] = addresses;
  // One that may not be reached spoils them all: nobody has a public page and a private one under one name.
  if (first === undefined || !addresses.every(rules.reaches)) {
    throw no('This address leads into a private network, and is not fetched.');
  }
  return first;
}

async function resolved(
  host: string,
  { resolve = systemAddresses }: FetchRules,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(no(TOO_LONG)), { once: true });
  });
  try {
    return await Promise.race([resolve(host), late]);
  } catch (error) {
    throw error instanceof RefusedError ? error : no('There is no server of this name.');
  }
}

async function systemAddresses(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

async function readPage(
  url: URL,
  response: IncomingMessage,
  { bytes: most }: FetchRules,
  signal: AbortSignal,
): Promise<FetchedPage> {
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200) throw no(`The page answered with ${statusCode}.`);
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  if (!PAGES.has(mediaType)) throw no('What lies at this address is no web page.');
  const charset = parameters.find((each) => each.startsWith('charset='))?.slice(8) ?? '';
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked(response)) {
      const part: Buffer = Buffer.from(chunk);
      chunks.push(part);
      size += part.length;
      // What is known of a page stands at its beginning: the rest is not needed.
      if (size >= most) break;
    }
  } catch (error) {
    throw failure(error, signal);
  }
  const bytes = new Uint8Array(Buffer.concat(chunks)).subarray(0, most);
  return { url: url.href, mediaType, charset: charset.replaceAll('"', ''), bytes };
}

/** Unpacks as it comes; whoever stops reading stops the unpacking. */
function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return response;
  const unpack = unpackers.get(encoding)?.();
  if (!unpack) throw no('The page is packed in a way that is not known here.');
  response.once('error', (error) => unpack.destroy(error));
  response.once('aborted', () => unpack.destroy(new Error('The page broke off')));
  return response.pipe(unpack);
}

const unpackers = new Map<string, () => Readable & NodeJS.ReadWriteStream>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

function failure(error: unknown, signal: AbortSignal): RefusedError {
  if (error instanceof RefusedError) return error;
  if (signal.aborted) return no(TOO_LONG);
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'HPE_HEADER_OVERFLOW') return no('The page sends far too many headers.');
  return no('The page cannot be reached.');
}
