import { expect, test } from 'vitest';
import { prepare } from '../../../domain/command/list.ts';
import { isRefusal } from '../../../domain/refusal.ts';

const sourceId = 's'.repeat(21);

test('half a character becomes what the shared document would keep of it', () => {
  const published = { edtf: '2026', asWritten: '\udc00' };
  const source = { title: 'a\ud800b', published, protected: false };
  const read = prepare({ name: 'source.add', args: { sourceId, source } });
  if (isRefusal(read)) throw new Error(read.reason);
  expect(read.args).toEqual({
    sourceId,
    source: {
      title: 'a\ufffdb',
      published: { edtf: '2026', asWritten: '\ufffd' },
      protected: false,
    },
  });
});

test('whole characters stay as they are', () => {
  const args = { sourceId, source: { title: '😀 \u0000 ‏عربي', published: null } };
  const read = prepare({ name: 'source.add', args });
  expect(read).toMatchObject({ args });
});
