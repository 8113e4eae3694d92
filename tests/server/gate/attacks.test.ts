import { describe, expect, test } from 'vitest';
import { applyChecked } from '../../../server/gate/apply-checked.ts';
import { checkUpdate } from '../../../server/gate/check-update.ts';
import { attacks } from './attacks.ts';
import { contextOf, sampleDocument } from './document.ts';
import { expectSound, fingerprint, recordOf } from './sound.ts';

describe('the first check', () => {
  test.each(attacks)('refuses $name ($first)', ({ make, from, first }) => {
    const doc = sampleDocument();
    const bytes = make(doc);
    const before = fingerprint(doc);
    expect(checkUpdate(bytes, contextOf(doc, from))).toEqual({
      ok: false,
      refusal: { code: first, reason: expect.stringMatching(/^[A-Z].+\.$/s) },
    });
    expect(fingerprint(doc)).toEqual(before);
  });
});

describe('the second check, alone', () => {
  test.each(attacks.filter(({ second }) => second === 'caught'))(
    'catches $name',
    ({ make, from }) => {
      const doc = sampleDocument();
      const outcome = applyChecked(doc, make(doc), 'test', contextOf(doc, from));
      expect(outcome).toMatchObject({ code: 'gate-breach' });
    },
  );

  test.each(attacks.filter(({ second }) => second === 'nothing wrong'))(
    'need not catch $name',
    ({ make, from }) => {
      const doc = sampleDocument();
      const record = recordOf(doc);
      expect(applyChecked(doc, make(doc), 'test', contextOf(doc, from))).not.toHaveProperty('code');
      expect(recordOf(doc)).toEqual(record);
      expectSound(doc);
    },
  );
});

test('what only the first check catches does no harm, and that is little', () => {
  const uncaught = attacks.filter(({ second }) => second !== 'caught');
  expect(uncaught.length / attacks.length).toBeLessThan(0.1);
});
