/** Why an action on a document cannot be done: one is on no page of one. */
import type { Shell } from '../pages.ts';

export function needsDocument({ document }: Shell): string | null {
  return document === null ? 'Open a document first.' : null;
}
