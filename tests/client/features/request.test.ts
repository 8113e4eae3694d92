import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ApiProblem, request } from '../../../client/features/api/request.ts';

/** A real server behind the real fetch, which here needs a whole address. */
let server: Server;
let answer: { status: number; type: string; body: string };
let asked: { method: string; url: string; body: string; type: string | undefined }[];

beforeEach(async () => {
  asked = [];
  server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      asked.push({
        method: incoming.method ?? '',
        url: incoming.url ?? '',
        body: Buffer.concat(parts).toString(),
        type: incoming.headers['content-type'],
      });
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    real(`http://127.0.0.1:${address.port}${path}`, init),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  server.close();
});

function json(status: number, body: unknown): void {
  answer = { status, type: 'application/json', body: JSON.stringify(body) };
}

async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error(`Not an ApiProblem: ${String(error)}`);
  return error;
}

const title = z.object({ title: z.string() });

describe('request', () => {
  test('sends JSON and gives back what the schema knows', async () => {
    json(200, { title: 'A report', later: 'addition' });
    expect(await request(title, 'POST', '/documents', { title: 'A report' })).toEqual({
      title: 'A report',
    });
    expect(asked).toEqual([
      {
        method: 'POST',
        url: '/api/documents',
        body: '{"title":"A report"}',
        type: 'application/json',
      },
    ]);
  });

  test('an answer without a body is fine where nothing is expected', async () => {
    answer = { status: 204, type: 'text/plain', body: '' };
    await expect(request(z.unknown(), 'DELETE', '/tokens/t1')).resolves.toBeNull();
  });

  test('a refusal keeps its code, and its reason can be shown as it is', async () => {
    json(403, {
      status: 403,
      code: 'not-allowed',
      title: 'Not allowed',
      detail: 'Only a lead may do this.',
    });
    const problem = await problemOf(request(title, 'GET', '/documents'));
    expect(problem).toMatchObject({
      status: 403,
      code: 'not-allowed',
      message: 'Only a lead may do this.',
    });
  });

  test.each([
    [502, '<html>Bad gateway</html>', /could not do this/],
    [429, '', /Wait a minute/],
    [404, '[]', /refused this \(404\)/],
  ])(
    'a proxy that answers %d in its own way still gives a sentence',
    async (status, body, words) => {
      answer = { status, type: 'text/html', body };
      const problem = await problemOf(request(title, 'GET', '/documents'));
      expect(problem.code).toBe(`http-${status}`);
      expect(problem.message).toMatch(words);
    },
  );

  test('an answer of another shape is not taken for data', async () => {
    json(200, { title: 12 });
    const problem = await problemOf(request(title, 'GET', '/documents'));
    expect(problem.code).toBe('unexpected-answer');
  });

  test('no answer at all says that nothing was changed', async () => {
    await new Promise((resolve) => server.close(resolve));
    const problem = await problemOf(request(title, 'GET', '/documents'));
    expect(problem).toMatchObject({ status: 0, code: 'offline' });
    expect(problem.message).toMatch(/Nothing was changed/);
  });
});
