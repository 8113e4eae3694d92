// What somebody chose, from an address or a command line: checked against what
// the exporter offers, and filled up with what it takes where nothing is said.
import { type Audience, audiences, type Selection } from '../../domain/export/selection.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Exporter } from './exporter.ts';
import { brief, type ExportOption, names, off, on, onOff, talk, withdrawn } from './option.ts';

export interface Choices {
  readonly selection: Selection;
  /** Every option of the exporter by its id, chosen or not. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** Other ways to say yes and no. */
const spoken: Readonly<Record<string, string>> = {
  true: on,
  '1': on,
  '': on,
  on,
  false: off,
  '0': off,
  off,
};

/** The choices, or why they cannot be; nothing that is asked for is passed over in silence. */
export function readChoices(
  exporter: Exporter,
  asked: Readonly<Record<string, unknown>>,
): Choices | Refusal {
  const audience = asked['audience'] ?? exporter.audience;
  if (!isAudience(audience)) {
    return refuse('bad-request', `There is no such audience. There are: ${audiences.join(', ')}.`);
  }
  const known = new Map(exporter.options.map((option) => [option.id, option]));
  const chosen = Object.fromEntries(
    exporter.options.map((option) => [option.id, option.standard[audience]]),
  );
  for (const [id, value] of Object.entries(asked)) {
    if (id === 'audience' || value === undefined) continue;
    const option = known.get(id);
    if (!option) {
      const all = ['audience', ...known.keys()].join(', ');
      return refuse('bad-request', `"${exporter.id}" has no option "${id}". It has: ${all}.`);
    }
    const read = readValue(option, value, audience);
    if (typeof read !== 'string') return read;
    chosen[id] = read;
  }
  return { selection: selectionOf(audience, chosen), chosen };
}

function readValue(option: ExportOption, value: unknown, audience: Audience): string | Refusal {
  const said = typeof value === 'boolean' ? (value ? on : off) : value;
  const wanted =
    option.values === onOff && typeof said === 'string' ? (spoken[said] ?? said) : said;
  const found = option.values.find(({ id }) => id === wanted);
  if (!found) {
    const all = option.values.map(({ id }) => id).join(', ');
    return refuse('bad-request', `"${option.id}" can be: ${all}.`);
  }
  const offered =
    found.id === option.standard[audience] ||
    (option.audiences.includes(audience) && (found.audiences ?? audiences).includes(audience));
  return offered
    ? found.id
    : refuse(
        'bad-request',
        `"${option.id}=${found.id}" is not for the audience "${audience}": it holds what stays with the members.`,
      );
}

function isAudience(value: unknown): value is Audience {
  return audiences.some((audience) => audience === value);
}

/** An option that the exporter does not have is as it is for everybody. */
function selectionOf(audience: Audience, chosen: Readonly<Record<string, string>>): Selection {
  const is = (option: ExportOption) => (chosen[option.id] ?? option.standard[audience]) === on;
  return {
    audience,
    names: is(names),
    brief: is(brief),
    talk: is(talk),
    withdrawn: is(withdrawn),
  };
}
