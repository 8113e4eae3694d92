/** What is said of saving. */
import type { Saved } from '../../../sync/state.ts';

export function savedWords(saved: Saved): string {
  if (saved.kind === 'saved') return 'Saved';
  const { kind, changes } = saved;
  // Nothing is under way, and yet the server has not confirmed that it has all: it is being asked.
  if (kind === 'saving') return changes > 0 ? 'Saving…' : 'Reconnecting…';
  const where = kind === 'held' ? 'Not saved' : 'Offline';
  if (changes === 0) return kind === 'held' ? 'Saving is not possible now' : where;
  return `${where}: ${changes} ${changes === 1 ? 'change' : 'changes'} kept here`;
}
