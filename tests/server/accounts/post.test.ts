import { createServer, type Server, type Socket } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { createPost } from '../../../server/accounts/post.ts';

const letter = {
  to: 'olga@example.org',
  subject: 'A subject',
  text: 'Open this:\nhttps://attest.example.org/x',
};
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** As much SMTP as a letter needs; answers `refuse` to the recipient where it is given. */
async function mailServer(refuse?: string) {
  const received: string[] = [];
  const server = createServer((socket: Socket) => {
    let body: string | null = null;
    socket.setEncoding('utf8').write('220 test\r\n');
    socket.on('data', (chunk: string) => {
      for (const line of chunk.split('\r\n').slice(0, -1)) {
        if (body !== null) {
          if (line !== '.') body += `${line}\n`;
          else {
            received.push(body);
            body = null;
            socket.write('250 taken\r\n');
          }
        } else if (line.startsWith('DATA')) {
          body = '';
          socket.write('354 go on\r\n');
        } else if (line.startsWith('RCPT') && refuse) socket.write(`${refuse}\r\n`);
        else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
      }
    });
    socket.on('error', () => undefined);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, received };
}

function post(mailUrl: string | undefined) {
  const printed: string[] = [];
  const logged: string[] = [];
  const log = pino({}, { write: (line) => void logged.push(line) });
  const announce = (text: string) => void printed.push(text);
  return {
    printed,
    logged,
    post: createPost({ mailUrl, mailFrom: 'Attest <attest@example.org>', log, announce }),
  };
}

describe('a letter', () => {
  test('is printed for the operator where no mail server is configured', () => {
    const { printed, post: printing } = post(undefined);
    expect(printing.delivers).toBe(false);
    printing.send(letter);
    expect(printed).toHaveLength(1);
    for (const words of Object.values(letter).flatMap((part) => part.split('\n')))
      expect(printed[0]).toContain(words);
  });

  test('goes by SMTP where one is, and is not printed', async () => {
    const { url, received } = await mailServer();
    const { printed, post: sending } = post(url);
    expect(sending.delivers).toBe(true);
    sending.send(letter);
    await sending.settled();
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('To: olga@example.org');
    expect(received[0]).toContain('From: Attest <attest@example.org>');
    expect(received[0]).toContain('https://attest.example.org/x');
    expect(printed).toEqual([]);
  });

  test('that cannot be sent is a line in the log without its words, and no error', async () => {
    const { url } = await mailServer('550 no such person');
    for (const address of [url, 'smtp://127.0.0.1:9']) {
      const { logged, post: failing } = post(address);
      failing.send(letter);
      await failing.settled();
      expect(logged.join('')).toContain('A letter could not be sent');
      expect(logged.join('')).not.toContain('attest.example.org/x');
    }
  });
});
