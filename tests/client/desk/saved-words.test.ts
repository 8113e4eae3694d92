import { expect, test } from 'vitest';
import { savedWords } from '../../../client/features/desk/header/saved-words.ts';
import type { Saved } from '../../../client/sync/state.ts';

test.each<[Saved, string]>([
  [{ kind: 'saved' }, 'Saved'],
  [{ kind: 'saving', changes: 2 }, 'Saving…'],
  [{ kind: 'saving', changes: 0 }, 'Reconnecting…'],
  [{ kind: 'offline', changes: 0 }, 'Offline'],
  [{ kind: 'offline', changes: 1 }, 'Offline: 1 change kept here'],
  [{ kind: 'offline', changes: 3 }, 'Offline: 3 changes kept here'],
  [{ kind: 'held', changes: 0 }, 'Saving is not possible now'],
  [{ kind: 'held', changes: 2 }, 'Not saved: 2 changes kept here'],
])('%o reads “%s”', (saved, words) => {
  expect(savedWords(saved)).toBe(words);
});
