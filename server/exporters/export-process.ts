// The process in which one export is made, so that everybody else's typing does
// not wait for it. It knows no database: what it needs of the log it asks for.
import { type Talk, work } from '../apart/work.ts';
import type { HistoryEntry } from '../log/history.ts';
import type { ExportTask, FromExport, ToExport } from './export-messages.ts';
import { exporters } from './list.ts';
import { writeExport } from './write-export.ts';

work(async ({ source, format, choices, ahead }: ExportTask, talk: Talk<ToExport, FromExport>) => {
  /** What waits for a message from outside. */
  let onEntries: ((entries: readonly HistoryEntry[]) => void) | null = null;
  let onMore: (() => void) | null = null;
  let credit = ahead;
  talk.listen((message) => {
    if (message.type === 'entries') onEntries?.(message.entries);
    else {
      credit += 1;
      onMore?.();
    }
  });

  const entriesBefore = (before: number | undefined): Promise<readonly HistoryEntry[]> =>
    new Promise((resolve) => {
      onEntries = resolve;
      talk.say({ type: 'entries-before', before });
    });
  /** A reader that is slower than the writer: no more than a few chunks lie in memory. */
  const room = async (): Promise<void> => {
    while (credit === 0) await new Promise<void>((resolve) => (onMore = resolve));
    credit -= 1;
  };

  const exporter = exporters.find(({ id }) => id === format);
  if (!exporter) throw new RangeError(`There is no format ${format}`);
  const told = nowAndThen((share) => talk.say({ type: 'progress', share }));
  for await (const bytes of writeExport(source, { exporter, choices }, entriesBefore, told)) {
    await room();
    talk.say({ type: 'chunk', bytes });
  }
});

/** A message for each step would be more work than the export. */
function nowAndThen(tell: (share: number) => void): (share: number) => void {
  let last = -1;
  return (share) => {
    if (share - last < 0.01 && share < 1) return;
    last = share;
    tell(share);
  };
}
