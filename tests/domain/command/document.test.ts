import { describe, expect, test } from 'vitest';
import { ANA, Desk, EVE, LEA } from '../desk.ts';

describe('text.lock and text.unlock', () => {
  test('are a lead’s, and say when nothing changes', () => {
    const desk = new Desk();
    expect(desk.refuses(EVE, 'text.lock', {})).toBe('not-allowed');
    desk.does(LEA, 'text.lock', {});
    expect(desk.state.settings.lock).toEqual({ locked: true, at: desk.now, by: LEA });
    expect(desk.refuses(LEA, 'text.lock', {})).toBe('nothing-to-change');
    desk.does(LEA, 'text.unlock', {});
    expect(desk.refuses(LEA, 'text.unlock', {})).toBe('nothing-to-change');
  });
});

describe('settings.edit', () => {
  test('puts each changed field under its own key, and only those', () => {
    const desk = new Desk();
    const outcome = desk.does(LEA, 'settings.edit', {
      changes: { title: 'Assessment', byline: 'Hird', language: 'en' },
    });
    expect(outcome.puts.map((put) => put.root === 'settings' && put.key)).toEqual([
      'byline',
      'language',
    ]);
    expect(desk.state.settings).toMatchObject({
      title: 'Assessment',
      byline: 'Hird',
      language: 'en',
    });
  });

  test('is a lead’s, keeps a title, and reaches neither lock nor original', () => {
    const desk = new Desk();
    expect(desk.refuses(EVE, 'settings.edit', { changes: { title: 'x' } })).toBe('not-allowed');
    expect(desk.refuses(LEA, 'settings.edit', { changes: { title: ' ' } })).toBe('bad-request');
    expect(desk.refuses(LEA, 'settings.edit', { changes: {} })).toBe('nothing-to-change');
    for (const changes of [{ lock: { locked: false, at: 0, by: 0 } }, { original: null }]) {
      expect(desk.attempt(LEA, 'settings.edit', { changes })).toMatchObject({
        code: 'bad-request',
      });
    }
  });

  test('the scale must be known', () => {
    expect(new Desk().refuses(LEA, 'settings.edit', { changes: { scale: 'stars' } })).toBe(
      'bad-request',
    );
  });

  test('the scale is frozen by the first verdict, not by a pass', () => {
    const desk = new Desk();
    // As in a document of a newer version, whose scale this one does not know.
    desk.state = { ...desk.state, settings: { ...desk.state.settings, scale: 'newer' } };
    desk.marks(ANA);
    const change = { changes: { scale: 'truth-5' } };
    desk.passes(ANA);
    const before = desk.state;
    desk.does(LEA, 'settings.edit', change);
    desk.state = before;
    desk.judges(ANA, 'true');
    expect(desk.refuses(LEA, 'settings.edit', change)).toBe('conflict');
  });

  test('a policy with sealed verdicts is refused as long as there are none', () => {
    const policy = { preset: 'blind-2', verdicts: 2, reviews: 0, sealed: true } as const;
    const desk = new Desk();
    expect(desk.refuses(LEA, 'settings.edit', { changes: { policy } })).toBe('bad-request');
    desk.does(LEA, 'settings.edit', {
      changes: { policy: { ...policy, preset: 'custom', sealed: false } },
    });
    expect(desk.state.settings.policy.verdicts).toBe(2);
  });
});
