/** What `attest export` takes, read from the exporters themselves: their options as switches, and as help. */
import type { ParseArgsConfig } from 'node:util';
import { audiences } from '../../domain/export/selection.ts';
import type { Exporter } from '../exporters/exporter.ts';
import { exporters } from '../exporters/list.ts';
import { type ExportOption, isSwitch } from '../exporters/option.ts';

type Switches = NonNullable<ParseArgsConfig['options']>;

/** Options that somebody may choose, of whatever exporter, each once. */
function choosable({ options }: Exporter): readonly ExportOption[] {
  return options.filter((option) => option.audiences.length > 0);
}

export function exportSwitches(): Switches {
  const all = exporters.flatMap(choosable);
  return {
    audience: { type: 'string' },
    ...Object.fromEntries(
      all.map((option) => [option.id, { type: isSwitch(option) ? 'boolean' : 'string' }] as const),
    ),
  };
}

function optionHelp(option: ExportOption): string {
  const values = option.values.map(({ id }) => id).join('|');
  const sign = isSwitch(option) ? `--[no-]${option.id}` : `--${option.id} <${values}>`;
  const standard = audiences
    .filter((audience) => option.audiences.includes(audience))
    .map((audience) => `${audience}: ${option.standard[audience]}`)
    .join(', ');
  const only = option.audiences.length === 1 ? ` Only for ${option.audiences[0]}.` : '';
  return `      ${sign}\n          ${option.help}${only} (${standard})`;
}

export function exportHelp(): string {
  const formats = exporters.map((exporter) => {
    const { id, label, purpose, audience } = exporter;
    const options = choosable(exporter).map(optionHelp);
    return [`  ${id}    ${label}`, `      ${purpose} (audience: ${audience})`, ...options].join(
      '\n',
    );
  });
  return `Usage: npm run attest -- export <document> [--format <format>] [--output <file>]
                               [--audience <${audiences.join('|')}>] [options of the format]

Writes a document to a file, or to standard output; how far it is, and what went
wrong, to standard error. Ends with 0 when done, 1 when it failed, 2 when it was
asked for wrongly. What the public does not get is left out by --audience public.

Formats, with their options and what holds where nothing is said:

${formats.join('\n\n')}`;
}
