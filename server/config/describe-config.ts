/** The table of options as text: for `.env.example`, for `--help`, and as printed by `attest config`. */
import { type Config, options } from './options.ts';

const WIDTH = 92;

/** The whole of `.env.example`; a test compares the file with it. */
export function envExample(): string {
  const head = [
    '# Attest reads its configuration from the environment, and from a copy of this file',
    '# named .env. Everything has a default; `npm run attest -- config` prints what is in force.',
    '# Secrets may also come from a file: NAME_FILE=/path/to/file.',
  ];
  const blocks = options.map((option) =>
    [
      ...wrap(option.about, WIDTH - 2).map((line) => `# ${line}`),
      `#${option.name}=${option.fallback ?? option.example ?? ''}`,
    ].join('\n'),
  );
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`;
}

/** The options as they are shown by `--help`. */
export function optionsHelp(): string {
  return options
    .map(({ name, about, fallback, secret }) => {
      const notes = [fallback === undefined ? 'not set by default' : `default ${fallback}`];
      if (secret) notes.push(`or from a file named by ${name}_FILE`);
      return [
        `  ${name}`,
        ...wrap(`${about} (${notes.join('; ')})`, WIDTH - 6).map((line) => `      ${line}`),
      ].join('\n');
    })
    .join('\n');
}

/** What is in force, with secrets hidden. */
export function effectiveConfig(config: Config): string {
  const values: Readonly<Record<string, unknown>> = config;
  return options
    .map(({ key, name, secret }) => {
      const value = values[key];
      return `${name}=${value === undefined ? '' : secret ? '(hidden)' : typeof value === 'string' ? value : JSON.stringify(value)}`;
    })
    .join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
