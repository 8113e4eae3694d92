// What can be chosen about a file. Dialog, address and command line read it
// from the exporter's own list: `?talk=no` there, `--talk no` or `--no-talk` here.
import type { Audience } from '../../domain/export/selection.ts';

export interface OptionValue {
  readonly id: string;
  readonly label: string;
  /** For whom it can be chosen; for everybody where it is missing. */
  readonly audiences?: readonly Audience[];
}

export interface ExportOption {
  /** Small letters: it stands in addresses and on the command line. */
  readonly id: string;
  readonly label: string;
  /** What it does to the file, in one sentence. */
  readonly help: string;
  /** What there is to choose from; `onOff` for a switch. */
  readonly values: readonly OptionValue[];
  /** The value where nobody chooses, for each audience. */
  readonly standard: Readonly<Record<Audience, string>>;
  /** For whom it can be chosen at all; elsewhere the standard holds. */
  readonly audiences: readonly Audience[];
}

export const on = 'yes';
export const off = 'no';
export const onOff: readonly OptionValue[] = [
  { id: on, label: 'Yes' },
  { id: off, label: 'No' },
];

export function isSwitch(option: ExportOption): boolean {
  return option.values === onOff;
}

/** Who worked on it. */
export const names: ExportOption = {
  id: 'names',
  label: 'Names of those who worked on it',
  help: 'Who marked, brought evidence, judged, reviewed, ruled and translated.',
  values: onOff,
  standard: { internal: on, public: off },
  audiences: ['internal', 'public'],
};

export const brief: ExportOption = {
  id: 'brief',
  label: 'Claims and quotes only',
  help: 'What is claimed and where; no ruling, evidence, verdict or comment.',
  values: onOff,
  standard: { internal: off, public: off },
  audiences: ['internal', 'public'],
};

export const talk: ExportOption = {
  id: 'talk',
  label: 'Comments',
  help: 'What members wrote to each other about claims, evidence, verdicts and words of the text.',
  values: onOff,
  standard: { internal: on, public: off },
  audiences: ['internal'],
};

export const withdrawn: ExportOption = {
  id: 'withdrawn',
  label: 'Withdrawn claims and removed evidence',
  help: 'What was taken back, marked as such.',
  values: onOff,
  standard: { internal: off, public: off },
  audiences: ['internal'],
};
