import * as z from 'zod/mini';
import { mayChangeSettings } from '../policy/document.ts';
import { settings as settingsRecord, type Settings } from '../record/settings.ts';
import type { Put, RecordState } from '../record/state.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { scales } from '../scale/list.ts';
import { differences, valuesBefore } from './changes.ts';
import { command } from './command.ts';

const {
  title,
  byline,
  dateline,
  publisher,
  sourceUrl,
  archivedUrl,
  published,
  retrieved,
  language,
  asOf,
  scale,
  policy,
} = settingsRecord.shape;
const args = z.strictObject({
  changes: z.partial(
    z.strictObject({
      title,
      byline,
      dateline,
      publisher,
      sourceUrl,
      archivedUrl,
      published,
      retrieved,
      language,
      asOf,
      scale,
      policy,
    }),
  ),
});
type Args = z.infer<typeof args>;

/** Changes what holds for the whole document. The lock has commands of its own; the original is fixed at import. */
export const settingsEdit = command<Args>({
  name: 'settings.edit',
  args,
  done: 'Settings changed',
  may: (_state, _args, context) => mayChangeSettings(context.role),
  run(state, given) {
    const changes = editing(state, given);
    if (isRefusal(changes)) return changes;
    return { puts: settingPuts(changes) };
  },
  inverse(before, given) {
    const changes = editing(before, given);
    if (isRefusal(changes)) return null;
    return {
      name: 'settings.edit',
      args: { changes: valuesBefore<Settings>(before.settings, changes) },
    };
  },
});

function editing(state: RecordState, { changes }: Args): Partial<Settings> | Refusal {
  const different = differences<Settings>(state.settings, changes);
  if (Object.keys(different).length === 0)
    return refuse('nothing-to-change', 'The settings say so already.');
  if (different.title !== undefined && !different.title.trim()) {
    return refuse('bad-request', 'A document needs a title.');
  }
  if (different.scale !== undefined) {
    if (!scales.some((known) => known.id === different.scale)) {
      return refuse('bad-request', `There is no rating scale “${different.scale}”.`);
    }
    if ([...state.verdicts.values()].some((verdict) => verdict.kind !== 'pass')) {
      return refuse('conflict', 'The scale is frozen since the first verdict of this document.');
    }
  }
  if (different.policy?.sealed) {
    return refuse(
      'bad-request',
      'Sealed verdicts are not available yet. Choose a policy with open verdicts.',
    );
  }
  return different;
}

/** One put for each field, each under its own key. */
function settingPuts(changes: Partial<Settings>): Put[] {
  // The compiler cannot follow that a key and its value belong together.
  return Object.entries(changes).map(([key, value]) => ({ root: 'settings', key, value }) as Put);
}
