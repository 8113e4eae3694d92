// Real servers on this machine, some of them hostile. A rule stands in for "public": here only 127.0.0.2 is.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createSocketServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { type FetchRules, fetchPage } from '../../../server/fetch/fetch-page.ts';
import { until } from '../../until.ts';

const PUBLIC = '127.0.0.2';
const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function serve(answer: RequestListener, host = PUBLIC): Promise<number> {
  const server: Server = createServer(answer);
  open.push({ close: () => server.closeAllConnections() }, server);
  await new Promise<void>((done) => server.listen(0, host, done));
  return (server.address() as AddressInfo).port;
}

function rules(ports: readonly number[], more: Partial<FetchRules> = {}): FetchRules {
  return {
    ports,
    time: 5000,
    bytes: 100_000,
    reaches: (address) => address === PUBLIC,
    resolve: async (host) => (host === 'page.example' ? [PUBLIC] : ['127.0.0.1']),
    ...more,
  };
}

const nobody = new AbortController().signal;
const page: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8').end('<title>A page</title>');
};
const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
/** Why it was refused. */
const reason = async (found: Promise<unknown>): Promise<string> => {
  try {
    await found;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('It was fetched.');
};

test('a page comes, by its name, without cookie or referrer', async () => {
  let headers: object = {};
  const port = await serve((request, response) => {
    ({ headers } = request);
    page(request, response);
  });
  const found = await fetchPage(`http://page.example:${port}/a#b`, rules([port]), nobody);
  expect(found).toMatchObject({
    url: `http://page.example:${port}/a#b`,
    mediaType: 'text/html',
    charset: 'utf-8',
  });
  expect(words(found.bytes)).toBe('<title>A page</title>');
  expect(Object.keys(headers).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
  expect(headers).toMatchObject({ host: `page.example:${port}` });
});

test('redirects are followed, and where it ended is told', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
    else page(request, response);
  });
  const found = await fetchPage(`http://page.example:${port}/old`, rules([port]), nobody);
  expect(found.url).toBe(`http://page.example:${port}/new`);
});

describe('nothing inside is reached', () => {
  test.each([
    ['an address of this machine', 'http://127.0.0.1:PORT/'],
    ['the same written as one number', 'http://2130706433:PORT/'],
    ['the same in octal', 'http://0177.0.0.1:PORT/'],
    ['the same in IPv6', 'http://[::ffff:127.0.0.1]:PORT/'],
    ['IPv6 loopback', 'http://[::1]:PORT/'],
    ['a name that resolves to it', 'http://inside.example:PORT/'],
  ])('by %s', async (_what, url) => {
    let reached = false;
    const port = await serve(() => void (reached = true), '127.0.0.1');
    const why = await reason(fetchPage(url.replace('PORT', String(port)), rules([port]), nobody));
    expect(why).toContain('private network');
    expect(reached).toBe(false);
  });

  test.each([
    ['an address', 'http://127.0.0.1:PORT/'],
    ['a name', 'http://inside.example:PORT/'],
    ['another scheme', 'file:///etc/passwd'],
  ])('by a redirect to %s', async (_what, to) => {
    let reached = false;
    const inside = await serve(() => void (reached = true), '127.0.0.1');
    const port = await serve((_request, response) => {
      response.writeHead(302, { location: to.replace('PORT', String(inside)) }).end();
    });
    const why = await reason(
      fetchPage(`http://page.example:${port}/`, rules([port, inside]), nobody),
    );
    expect(why).toMatch(/private network|Only pages at http/);
    expect(reached).toBe(false);
  });

  test('by a redirect from a redirect, nor on a port that pages are not fetched from', async () => {
    let reached = false;
    const inside = await serve(() => void (reached = true), '127.0.0.1');
    const elsewhere = await serve(() => void (reached = true));
    const port = await serve((request, response) => {
      const next = {
        '/a': '/b',
        '/b': `http://127.0.0.1:${inside}/`,
        '/c': `//page.example:${elsewhere}/`,
      };
      response.writeHead(307, { location: next[request.url as keyof typeof next] }).end();
    });
    const from = (path: string) =>
      reason(fetchPage(`http://page.example:${port}${path}`, rules([port, inside]), nobody));
    expect(await from('/a')).toContain('private network');
    expect(await from('/c')).toContain(`Port ${elsewhere} is not one`);
    expect(reached).toBe(false);
  });

  test('where one of a name’s addresses is private', async () => {
    const port = await serve(page);
    const both = rules([port], { resolve: async () => [PUBLIC, '127.0.0.1'] });
    expect(await reason(fetchPage(`http://page.example:${port}/`, both, nobody))).toContain(
      'private network',
    );
  });

  test('by a name that resolves otherwise the second time', async () => {
    let asked = 0;
    let reached = false;
    const port = await serve(page);
    await new Promise<void>((done) => {
      const inside = createServer(() => void (reached = true)).listen(port, '127.0.0.1', done);
      open.push(inside);
    });
    const rebinding = rules([port], {
      resolve: async () => [asked++ === 0 ? PUBLIC : '127.0.0.1'],
    });
    const found = await fetchPage(`http://page.example:${port}/`, rebinding, nobody);
    expect(words(found.bytes)).toContain('A page');
    expect([asked, reached]).toEqual([1, false]);
  });

  test('on other ports, or with a password in the address', async () => {
    const port = await serve(page);
    const rule = rules([443]);
    expect(await reason(fetchPage(`http://page.example:${port}/`, rule, nobody))).toContain(
      `Port ${port}`,
    );
    const named = `http://user:secret@page.example:${port}/`;
    expect(await reason(fetchPage(named, rules([port]), nobody))).toContain('name or password');
  });
});

describe('a page that', () => {
  test('never ends is given up in time', async () => {
    const port = await serve((_request, response) => {
      response.setHeader('content-type', 'text/html');
      const drip = setInterval(() => response.write('<'), 5);
      response.once('close', () => clearInterval(drip));
    });
    const began = performance.now();
    const hurried = rules([port], { time: 200 });
    expect(await reason(fetchPage(`http://page.example:${port}/`, hurried, nobody))).toContain(
      'did not come in time',
    );
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('unpacks to far more than it sent is read no further than the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'a'));
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(bomb);
    });
    const found = await fetchPage(`http://page.example:${port}/`, rules([port]), nobody);
    expect(found.bytes).toHaveLength(100_000);
  });

  test('is packed wrongly or unheard of is refused', async () => {
    for (const [encoding, why] of [
      ['gzip', 'cannot be reached'],
      ['zstd, gzip', 'packed in a way'],
      ['constructor', 'packed in a way'],
    ]) {
      const port = await serve((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding });
        response.end('not packed');
      });
      expect(
        await reason(fetchPage(`http://page.example:${port}/`, rules([port]), nobody)),
      ).toContain(why);
    }
  });

  test('sends headers without end is cut off', async () => {
    const server = createSocketServer((socket) => {
      socket.on('error', () => {});
      socket.write('HTTP/1.1 200 OK\r\n');
      for (let at = 0; at < 2000; at += 1) socket.write(`x-${at}: ${'y'.repeat(100)}\r\n`);
    });
    open.push(server);
    await new Promise<void>((done) => server.listen(0, PUBLIC, done));
    const { port } = server.address() as AddressInfo;
    expect(
      await reason(fetchPage(`http://page.example:${port}/`, rules([port]), nobody)),
    ).toContain('far too many headers');
  });

  test.each([
    ['is no page', { status: 200, type: 'application/pdf' }, 'no web page'],
    ['says nothing of its type', { status: 200, type: '' }, 'no web page'],
    ['is not there', { status: 404, type: 'text/html' }, 'answered with 404'],
  ])('%s is refused', async (_what, { status, type }, why) => {
    const port = await serve((_request, response) => {
      response.writeHead(status, type === '' ? {} : { 'content-type': type }).end('x');
    });
    expect(
      await reason(fetchPage(`http://page.example:${port}/`, rules([port]), nobody)),
    ).toContain(why);
  });

  test('sends round in circles is left', async () => {
    let turns = 0;
    const port = await serve((_request, response) => {
      turns += 1;
      response.writeHead(302, { location: `/${turns}` }).end();
    });
    expect(
      await reason(fetchPage(`http://page.example:${port}/`, rules([port]), nobody)),
    ).toContain('again and again');
    expect(turns).toBe(6);
  });

  test('nobody waits for any more is let go', async () => {
    let left = false;
    const port = await serve((_request, response) => {
      response.setHeader('content-type', 'text/html').write('<title>');
      response.once('close', () => void (left = true));
    });
    const gone = new AbortController();
    const fetched = reason(fetchPage(`http://page.example:${port}/`, rules([port]), gone.signal));
    setImmediate(() => gone.abort());
    await fetched;
    await until('the connection is gone', () => left || port > 0);
  });

  test('is under a name that nobody knows says so', async () => {
    const unknown = rules([80], { resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    expect(await reason(fetchPage('http://nowhere.example/', unknown, nobody))).toContain(
      'no server of this name',
    );
    const silent = rules([80], { time: 50, resolve: () => new Promise(() => {}) });
    expect(await reason(fetchPage('http://silent.example/', silent, nobody))).toContain('in time');
  });
});
