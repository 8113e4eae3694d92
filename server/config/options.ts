/**
 * Every setting of the server, in one table: parsing, `NAME_FILE` secrets,
 * `--help`, `.env.example` and the printed configuration are all read from it,
 * so that none of them can disagree with what the server does.
 */
import * as z from 'zod/mini';

export interface About {
  /** What it is for, in a sentence or two. */
  readonly about: string;
  /** The value as somebody would write it; shown where there is no default. */
  readonly example?: string;
  /** Never printed, and may come from a file named by `NAME_FILE`. */
  readonly secret?: boolean;
}

/** The words that go with each schema of `configSchema`. */
const descriptions = z.registry<About>();

const text = (problem: string) => z.string({ error: problem }).check(z.minLength(1, problem));
const wholeNumber = (least: number, most: number) => {
  const problem = `must be a whole number from ${least} to ${most}`;
  return z.pipe(
    z.string().check(z.regex(/^\d{1,9}$/, problem)),
    z.pipe(
      z.transform((digits: string) => Number(digits)),
      z.number().check(z.minimum(least, problem), z.maximum(most, problem)),
    ),
  );
};
const url = (problem: string, fits: (url: URL) => boolean) =>
  z.string().check(z.refine((value) => URL.canParse(value) && fits(new URL(value)), problem));

/** `false`, a number of proxies, or addresses: never plain `true`, which lets anybody forge an address. */
const trustProxy = z.pipe(
  z.string().check(
    z.regex(
      /^(false|\d{1,2}|[\w.:/]+(\s*,\s*[\w.:/]+)*)$/,
      'must be false, a number of proxies, or addresses with commas between them',
    ),
    z.refine(
      (value) => value !== 'true',
      'may not be true: give the number of proxies, or their addresses',
    ),
  ),
  z.transform((value: string): false | number | string =>
    value === 'false' ? false : /^\d+$/.test(value) ? Number(value) : value,
  ),
);

export const configSchema = z.object({
  host: z._default(text('must be an address to listen on'), '127.0.0.1').register(descriptions, {
    about: 'The address to listen on. 0.0.0.0 or :: lets other machines in.',
  }),
  port: z._default(wholeNumber(0, 65_535), 4410).register(descriptions, {
    about: 'The one port for pages, API and websocket. 0 takes a free one.',
  }),
  publicUrl: z
    .optional(
      url(
        'must be an http or https address without a path, such as https://attest.example.org',
        ({ protocol, pathname, search }) =>
          ['http:', 'https:'].includes(protocol) && pathname === '/' && search === '',
      ),
    )
    .register(descriptions, {
      about:
        'The address under which people reach this server: used in links and letters, and to check where a request came from. Without it, whatever name the browser used is taken.',
      example: 'https://attest.example.org',
    }),
  dataDirectory: z
    ._default(text('must be a directory'), './data')
    .register(descriptions, { about: 'Where the database is. Back this directory up.' }),
  keyDirectory: z._default(text('must be a directory'), './keys').register(descriptions, {
    about:
      'Where the keys are that the server makes for itself. Keep it outside the data directory and outside its backups.',
  }),
  secret: z
    .optional(z.string().check(z.minLength(32, 'must have at least 32 characters')))
    .register(descriptions, {
      about:
        'Signs cookies. Without it, one is made on the first start and kept in the key directory.',
      secret: true,
    }),
  mailUrl: z
    .optional(
      url(
        'must be an smtp or smtps address, such as smtps://user:password@mail.example.org',
        ({ protocol }) => ['smtp:', 'smtps:'].includes(protocol),
      ),
    )
    .register(descriptions, {
      about:
        'The mail server for sign-in links and password letters. Without it, letters are printed to the log.',
      example: 'smtps://user:password@mail.example.org',
      secret: true,
    }),
  mailFrom: z
    ._default(
      text('must be a sender, such as Attest <attest@example.org>'),
      'Attest <attest@localhost>',
    )
    .register(descriptions, { about: 'The sender of letters.' }),
  createDocuments: z
    ._default(
      z.enum(['owner', 'members', 'everyone'], { error: 'must be owner, members or everyone' }),
      'members',
    )
    .register(descriptions, {
      about:
        'Who may create documents besides the owner: owner (nobody else), members (whoever is more than a viewer somewhere), everyone (any account).',
    }),
  uploadMegabytes: z._default(wholeNumber(1, 40), 20).register(descriptions, {
    about:
      'The largest archived copy of a source that may be uploaded, in MB. Files lie in the database.',
  }),
  fetchPages: z
    ._default(
      z.pipe(
        z.enum(['true', 'false'], { error: 'must be true or false' }),
        z.transform((value: 'true' | 'false') => value === 'true'),
      ),
      false,
    )
    .register(descriptions, {
      about:
        'Whether people may have this server fetch a page that they cite, at the press of a button, to read its title, publisher and date. Private and local addresses are never reached.',
    }),
  fetchPorts: z
    ._default(
      z.pipe(
        z
          .string()
          .check(
            z.regex(/^\d{1,5}(\s*,\s*\d{1,5})*$/, 'must be port numbers with commas between them'),
          ),
        z.transform((ports: string): readonly number[] => ports.split(',').map(Number)),
      ),
      [80, 443],
    )
    .register(descriptions, { about: 'The ports that such a fetch may connect to.' }),
  fetchSeconds: z._default(wholeNumber(1, 60), 10).register(descriptions, {
    about: 'How long such a fetch may take as a whole, redirects included.',
  }),
  fetchMegabytes: z._default(wholeNumber(1, 20), 2).register(descriptions, {
    about: 'How much of a page such a fetch reads, unpacked, in MB.',
  }),
  metricsToken: z
    .optional(z.string().check(z.minLength(16, 'must have at least 16 characters')))
    .register(descriptions, {
      about:
        'Whoever bears this token reads the figures of the server at /metrics, in the format of Prometheus. Without it, nobody does.',
      secret: true,
    }),
  sessionDays: z._default(wholeNumber(1, 365), 30).register(descriptions, {
    about: 'How many days somebody stays signed in without coming back.',
  }),
  trustProxy: z._default(trustProxy, false).register(descriptions, {
    about:
      'Proxies in front of this server whose X-Forwarded headers count: false, how many, or their addresses.',
  }),
  logLevel: z
    ._default(
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'must be fatal, error, warn, info, debug, trace or silent',
      }),
      'info',
    )
    .register(descriptions, { about: 'How much is written to the log.' }),
});

export type Config = z.infer<typeof configSchema>;

export interface Option extends About {
  readonly key: string;
  /** The name of the environment variable. */
  readonly name: string;
  /** As it would be written in the environment; undefined where there is none. */
  readonly fallback: string | undefined;
}

/** The table as a list, in the order in which it is documented. */
export const options: readonly Option[] = Object.entries(configSchema.shape).map(
  ([key, schema]) => {
    const about = descriptions.get(schema);
    if (!about) throw new RangeError(`The option ${key} has no description`);
    const empty = schema.safeParse(undefined);
    return {
      key,
      name: `ATTEST_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
      fallback: empty.success && empty.data !== undefined ? String(empty.data) : undefined,
      ...about,
    };
  },
);
