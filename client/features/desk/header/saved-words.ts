/** What is said of saving. */
import type { Saved } from '../../../sync/state.ts';

export function savedWords(saved: Saved): string {
  if (saved.kind === 'saved') return 'Saved';
  const { kind, changes } = saved;
  // Nothing is under way, and yet the server has not confirmed that it has all: it is being asked.
  if (kind === 'saving') return changes > 0 ? 'Saving…' : 'Reconnecting…';
  if (changes === 0) return 'Offline';
  return `Offline: ${changes} ${changes === 1 ? 'change' : 'changes'} kept here`;
}
