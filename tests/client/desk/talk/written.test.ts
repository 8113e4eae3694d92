import { expect, test } from 'vitest';
import { nameBegun, withName } from '../../../../client/features/desk/talk/written.ts';

/** `|` stands at the caret. */
function taken(marked: string, name = 'Ben Cho'): string {
  const caret = marked.indexOf('|');
  const written = marked.replace('|', '');
  const begun = nameBegun(written, caret);
  if (!begun) throw new Error('No name is begun.');
  const after = withName(written, begun, name);
  return `${after.written.slice(0, after.caret)}|${after.written.slice(after.caret)}`;
}

test.each([
  ['Ask @b|', 'Ask @Ben Cho |'],
  ['Ask @b| first', 'Ask @Ben Cho |first'],
  ['Ask @b|\u00a0first', 'Ask @Ben Cho\u00a0|first'],
  ['Ask @ben |', 'Ask @Ben Cho |'],
  ['Ask @b|, first', 'Ask @Ben Cho|, first'],
  ['Ask @b|.', 'Ask @Ben Cho|.'],
  ['Ask @b|\nThen rest.', 'Ask @Ben Cho |\nThen rest.'],
  ['Ask @b|en first', 'Ask @Ben Cho |first'],
  ['Ask @c|ho', 'Ask @Ben Cho |'],
  ['Ask @|first', 'Ask @Ben Cho |first'],
])('%j becomes %j', (before, after) => {
  expect(taken(before)).toBe(after);
});
