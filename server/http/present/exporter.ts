/** A format as a person or a program chooses it: everything that can be said about the file, with what holds where nothing is said. */
import type { Exporter } from '../../exporters/exporter.ts';
import { isSwitch } from '../../exporters/option.ts';

export function presentExporter({ id, label, purpose, audience, options, kind }: Exporter) {
  const standard = Object.fromEntries(
    options.map((option) => [option.id, option.standard[audience]]),
  );
  return {
    id,
    label,
    purpose,
    audience,
    ...kind(standard),
    options: options.map((option) => ({
      id: option.id,
      label: option.label,
      help: option.help,
      /** Yes or no, rather than one of several. */
      toggle: isSwitch(option),
      values: option.values,
      standard: option.standard,
      audiences: option.audiences,
    })),
  };
}
