/** Comments in what can be searched: theirs is the hardest, because others decide whether they may be found. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Put, recordRoots, type RecordState } from '../../../domain/record/state.ts';
import { type Verdict, verdictKey } from '../../../domain/record/verdict.ts';
import { DerivedSearch } from '../../../server/search/derive.ts';
import type { SearchIndex } from '../../../server/search/search-index.ts';
import type { Unit } from '../../../server/search/unit.ts';
import { keyOf, unitOf } from '../../../server/search/units.ts';
import type { Database } from '../../../server/storage/database.ts';
import { LiveDocument } from '../../../server/sync/live-document.ts';
import { randomDocument } from '../exporters/random-document.ts';
import { idFor } from '../exporters/sample.ts';
import { talk, withTalk } from '../exporters/sample-talk.ts';

const { records } = withTalk();

function found(state: RecordState, number: number): Unit | null {
  return unitOf(state, keyOf('comment', idFor('comment', number)));
}

describe('a comment', () => {
  test('is found by its words with the names of those it mentions, and says who, when and in which thread', () => {
    const reply = records.comments.get(idFor('comment', 12));
    expect(found(records, 11)).toMatchObject({ kind: 'comment', number: 1, body: talk.claim });
    expect(found(records, 12)?.said).toEqual({
      thread: idFor('comment', 11),
      by: 2,
      at: reply?.createdAt,
    });
    expect(found(records, 15)).toMatchObject({ number: null, body: talk.text });
  });

  test('on a merged claim is found at the claim that it went into', () => {
    expect(found(records, 20)?.number).toBe(1);
  });

  test('that was deleted is not found', () => {
    expect(found(records, 17)).toBeNull();
  });

  test('is not found while its claim is withdrawn', () => {
    const claim = records.claims.get(idFor('claim', 1));
    if (!claim) throw new Error('The sample lost a claim.');
    const withdrawn = { ...claim, withdrawn: { at: 1, by: 1, reason: '' } };
    const claims = new Map([...records.claims, [claim.id, withdrawn]]);
    for (const number of [11, 12, 13, 14, 20])
      expect(found({ ...records, claims }, number)).toBeNull();
    expect(found({ ...records, claims }, 15)).not.toBeNull();
  });

  test('on a verdict is not found while that is sealed', () => {
    const key = verdictKey(idFor('claim', 1), 2);
    const sealed: Verdict = {
      kind: 'sealed',
      claim: idFor('claim', 1),
      author: 2,
      revision: 2,
      claimVersion: 1,
      submittedAt: 1,
      afterReveal: false,
      commitment: 'ab'.repeat(32),
    };
    const verdicts = new Map([...records.verdicts, [key, sealed]]);
    expect(found(records, 14)).not.toBeNull();
    expect(found({ ...records, verdicts }, 14)).toBeNull();
  });
});

/** An index that keeps what it is given. */
function memory(): { index: SearchIndex; units: Map<string, Unit> } {
  const units = new Map<string, Unit>();
  return {
    units,
    index: {
      async write(_document, put, gone) {
        for (const key of gone) units.delete(key);
        for (const { titleTokens: _title, bodyTokens: _body, ...unit } of put)
          units.set(unit.key, unit);
      },
      keys: async (_document, kind) =>
        new Set([...units.values()].filter((unit) => unit.kind === kind).map(({ key }) => key)),
      erase: async () => units.clear(),
      search: async () => ({ hits: [], counts: {}, partial: false }),
    },
  };
}

function putsOf(state: RecordState): Put[] {
  return recordRoots.flatMap((root) =>
    // Plain objects, as Yjs takes them.
    [...state[root]].map(([key, value]) => ({ root, key, value: structuredClone(value) }) as Put),
  );
}

/** A document whose changes the index follows. */
async function followed(state: RecordState) {
  const live = new LiveDocument(new Y.Doc(), new Map(state.people));
  const { index, units } = memory();
  const derived = new DerivedSearch({ database: {} as Database, document: 1, live, index });
  const put = async (puts: readonly Put[]) => {
    live.change(() => live.put(puts));
    for (let last = false; !last; ) {
      const batch = derived.take(1000);
      await batch.write([]);
      last = batch.last;
    }
  };
  await put(putsOf(state));
  derived.all();
  await put([]);
  return { live, units, put };
}

test('the index follows what others decide: sealing, withdrawing, merging, and evidence that goes elsewhere', async () => {
  const { put, units } = await followed(records);
  const comment = (number: number) => units.get(keyOf('comment', idFor('comment', number)));
  const verdict = records.verdicts.get(verdictKey(idFor('claim', 1), 2));
  const claim = records.claims.get(idFor('claim', 1));
  const piece = records.evidence.get(idFor('evidence', 1));
  if (verdict?.kind !== 'verdict' || !claim || !piece) throw new Error('The sample lost a record.');

  const { author, revision, claimVersion, submittedAt, afterReveal } = verdict;
  const given = { claim: claim.id, author, revision, claimVersion, submittedAt, afterReveal };
  const key = verdictKey(claim.id, author);
  expect(comment(14)).toBeDefined();
  const sealed = { ...given, kind: 'sealed', commitment: 'ab'.repeat(32) } as const;
  await put([{ root: 'verdicts', key, value: sealed }]);
  expect(comment(14)).toBeUndefined();
  await put([{ root: 'verdicts', key, value: verdict }]);
  expect(comment(14)).toBeDefined();

  const elsewhere = { ...piece, claim: idFor('claim', 2) };
  await put([{ root: 'evidence', key: piece.id, value: elsewhere }]);
  expect(comment(13)?.number).toBe(2);

  const withdrawn = { ...claim, withdrawn: { at: 1, by: 1, reason: '' } };
  await put([{ root: 'claims', key: claim.id, value: withdrawn }]);
  expect([comment(11), comment(20)]).toEqual([undefined, undefined]);
  const merged = { ...withdrawn, mergedInto: idFor('claim', 4) };
  await put([{ root: 'claims', key: claim.id, value: merged }]);
  expect([comment(11)?.number, comment(20)?.number]).toEqual([4, 4]);
  await put([{ root: 'claims', key: claim.id, value: claim }]);
  expect([comment(11)?.number, comment(20)?.number]).toEqual([1, 1]);
});

test('after any change the index holds what a reading of everything finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomDocument,
      randomDocument,
      fc.infiniteStream(fc.nat()),
      async (first, second, picks) => {
        const { live, put, units } = await followed(first.records);
        const changes = putsOf(second.records);
        for (let step = 0; step < 8; step++) {
          const change = changes[(picks.next().value ?? 0) % changes.length];
          if (change) await put([change]);
          const wanted = [...live.state.comments.keys()].flatMap(
            (id) => unitOf(live.state, keyOf('comment', id)) ?? [],
          );
          const kept = [...units.values()].filter(({ kind }) => kind === 'comment');
          const byKey = (a: Unit, b: Unit) => (a.key < b.key ? -1 : 1);
          expect(kept.toSorted(byKey)).toEqual(wanted.toSorted(byKey));
        }
      },
    ),
    { numRuns: 60 },
  );
});
