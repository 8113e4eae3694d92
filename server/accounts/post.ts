/** Letters to people: by SMTP where it is configured, else printed for whoever runs the server to pass on. */
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Post {
  /** Whether letters reach people without the operator's help. */
  readonly delivers: boolean;
  /** Returns at once: neither the time that sending takes nor its failure may tell a caller whether an address is known. */
  send(letter: Letter): void;
  /** Resolves when everything given so far is sent or has failed. */
  settled(): Promise<void>;
}

export function createPost(options: {
  mailUrl: string | undefined;
  mailFrom: string;
  log: Logger;
  /** Where letters go without a mail server; not the log itself, whose level might hide them. */
  announce: (text: string) => void;
}): Post {
  const { mailUrl, mailFrom, log, announce } = options;
  if (mailUrl === undefined) {
    return {
      delivers: false,
      send: ({ to, subject, text }) =>
        announce(
          `No mail server is configured. This letter waits for ${to}:\n\n  ${subject}\n\n  ${text.replaceAll('\n', '\n  ')}\n`,
        ),
      settled: () => Promise.resolve(),
    };
  }
  const transport = createTransport(mailUrl);
  const sending = new Set<Promise<void>>();
  return {
    delivers: true,
    send(letter) {
      const sent = transport
        .sendMail({ from: mailFrom, ...letter })
        .then(
          () => undefined,
          (error: unknown) =>
            log.error({ err: error, subject: letter.subject }, 'A letter could not be sent'),
        )
        .finally(() => sending.delete(sent));
      sending.add(sent);
    },
    async settled() {
      await Promise.all(sending);
    },
  };
}
