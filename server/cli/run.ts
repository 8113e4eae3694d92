/** The command line: which command, with which arguments. */
import { parseArgs } from 'node:util';
import { exporters } from '../exporters/list.ts';
import { effectiveConfig, optionsHelp } from '../config/describe-config.ts';
import type { ParsedConfig } from '../config/parse-config.ts';
import { exportDocument } from './export.ts';
import { exportLog } from './export-log.ts';
import { exportHelp, exportSwitches } from './export-help.ts';
import { heads } from './heads.ts';
import { exit, type ExitCode, type Output } from './output.ts';
import { reindex } from './reindex.ts';
import { start } from './start.ts';
import { verify } from './verify.ts';

/** Answers with the exit code; `load` reads the configuration. */
export async function run(
  args: readonly string[],
  load: () => ParsedConfig,
  output: Output,
): Promise<ExitCode> {
  const read = readArguments(args);
  if (typeof read === 'string') {
    output.err(`${read}\n\n${usage()}`);
    return exit.usage;
  }
  const { command, operands, format, to, empty, asked } = read;
  if (command === 'export' && read.help) {
    output.out(exportHelp());
    return exit.done;
  }
  if (command === 'help') {
    output.out(
      `${usage()}\n\nConfiguration, from the environment or a file .env:\n\n${optionsHelp()}`,
    );
    return exit.done;
  }
  const parsed = load();
  if (!parsed.ok) {
    output.err(
      `The configuration has ${parsed.problems.length === 1 ? 'a problem' : `${parsed.problems.length} problems`}:\n${parsed.problems
        .map((problem) => `  ${problem}`)
        .join('\n')}`,
    );
    return exit.failed;
  }
  const { config } = parsed;
  switch (command) {
    case 'start':
      return start(config, output, { empty });
    case 'verify':
      return verify(config, output, { document: operands[0], heads: read.heads });
    case 'heads':
      return heads(config, output, { document: operands[0], to });
    case 'export-log':
      return exportLog(config, output, { document: operands[0] ?? '', to });
    case 'export':
      return exportDocument(config, output, { document: operands[0] ?? '', format, to, asked });
    case 'reindex':
      return reindex(config, output);
    case 'config':
      output.out(effectiveConfig(config));
      return exit.done;
  }
}

/** How many operands each command takes, at least and at most. */
const commands = {
  start: [0, 0],
  verify: [0, 1],
  heads: [0, 1],
  export: [1, 1],
  'export-log': [1, 1],
  reindex: [0, 0],
  config: [0, 0],
  help: [0, 0],
} as const;
type CommandName = keyof typeof commands;

interface Arguments {
  readonly command: CommandName;
  readonly operands: readonly string[];
  readonly format: string;
  readonly to: string | undefined;
  /** A file of signed heads. */
  readonly heads: string | undefined;
  readonly empty: boolean;
  /** Whether only to say how it is meant. */
  readonly help: boolean;
  /** Options of an export's format. */
  readonly asked: Readonly<Record<string, unknown>>;
}

/** The arguments, or what is wrong with them. */
function readArguments(args: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: {
        ...exportSwitches(),
        help: { type: 'boolean', short: 'h' },
        format: { type: 'string', short: 'f' },
        output: { type: 'string', short: 'o' },
        heads: { type: 'string' },
        empty: { type: 'boolean' },
      },
    });
    const [name = 'help', ...operands] = positionals;
    const help = values.help === true;
    const command = help && name !== 'export' ? 'help' : name;
    if (!isCommand(command)) return `There is no command "${name}".`;
    const [least, most] = commands[command];
    if (!help && command !== 'help' && operands.length < least)
      return `attest ${command} needs a document's id.`;
    if (command !== 'help' && operands.length > most)
      return `attest ${command} takes no "${operands[most]}".`;
    const { help: _help, format, output, heads: signed, empty, ...asked } = values;
    if (signed !== undefined && command !== 'verify')
      return `attest ${command} takes no "--heads".`;
    if (command !== 'export' && Object.keys(asked).length > 0)
      return `attest ${command} takes no "--${Object.keys(asked)[0]}".`;
    return {
      command,
      operands,
      format: typeof format === 'string' ? format : 'bundle',
      to: typeof output === 'string' ? output : undefined,
      heads: typeof signed === 'string' ? signed : undefined,
      empty: empty === true,
      help,
      asked,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function usage(): string {
  return `Usage: npm run attest -- <command>

  start                     serve pages, API and websocket
      --empty               begin without the seed text and the example
  verify [document]         check the log of one document, or of all
      --heads <file>        and that it still holds these signed heads
  heads [document]          sign the head of one log, or of all, to be kept elsewhere
      --output <file>       instead of standard output
  export <document>         write a document to a file or to standard output
      --format <format>     ${exporters.map(({ id }) => id).join(', ')} (default bundle)
      --output <file>       instead of standard output
      --audience <audience> internal or public
      --help                all options of each format
  export-log <document>     write the log for docs/verify-log.mjs, which needs nothing of Attest
      --output <file>       instead of standard output
  reindex                   derive queue and search anew, while the server is stopped
  config                    print the configuration in force, secrets hidden
  help                      print this

A document's id is the last part of its address: /d/<document>.`;
}
