/** Somebody is called otherwise: what mentions them is found by the new name, in each index. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Comment } from '../../../domain/record/comment.ts';
import { DerivedSearch } from '../../../server/search/derive.ts';
import { readQuery } from '../../../server/search/query.ts';
import type { SearchIndex } from '../../../server/search/search-index.ts';
import type { Database } from '../../../server/storage/database.ts';
import { LiveDocument } from '../../../server/sync/live-document.ts';
import { idFor } from '../exporters/sample.ts';
import { withTalk } from '../exporters/sample-talk.ts';
import { indexes } from './indexes.ts';

describe.each(indexes)('in %s', (_name, open) => {
  let index: SearchIndex;
  let end: () => Promise<void>;
  beforeAll(async () => {
    [index, end] = await open();
  });
  afterAll(() => end());

  test('a comment that mentions them is found by the new name and shows it, not the old one', async () => {
    const { records } = withTalk();
    const said = records.comments.get(idFor('comment', 15));
    const [[person = 0] = []] = records.people;
    if (!said) throw new Error('The sample lost a comment.');
    const comment: Comment = { ...said, comment: `So says @[${person}] alone` };
    const names = new Map([[person, { id: person, name: 'Ana Formerly', role: null }]]);
    const live = new LiveDocument(new Y.Doc(), names);
    const derived = new DerivedSearch({ database: {} as Database, document: 1, live, index });
    const catchUp = async () => {
      for (let last = false; !last; ) {
        const batch = derived.take(1000);
        await batch.write([]);
        last = batch.last;
      }
    };
    const found = async (typed: string) => {
      const query = readQuery(typed);
      const asked = { query, documents: [1], kinds: query.kinds, offset: 0, limit: 5 };
      return (await index.search(asked)).hits.map(({ body }) => body);
    };
    live.change(() =>
      live.put([{ root: 'comments', key: comment.id, value: structuredClone(comment) }]),
    );
    await catchUp();
    expect(await found('formerly')).toEqual(['So says @Ana Formerly alone']);

    live.people.set(person, { id: person, name: 'Ana Nowadays', role: null });
    derived.peopleChanged();
    await catchUp();
    expect(await found('formerly')).toEqual([]);
    expect(await found('nowadays')).toEqual(['So says @Ana Nowadays alone']);
  });
});
