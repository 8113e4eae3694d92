import { describe, expect, test } from 'vitest';
import { ANA, BEN, Desk, id, LEA, VIC } from '../desk.ts';

function desk(): Desk {
  const made = new Desk();
  made.marks(ANA);
  return made;
}

const e = id('e');

describe('sources', () => {
  test('need an address or a title, and stay named', () => {
    const it = desk();
    expect(it.refuses(ANA, 'source.add', { sourceId: id('s'), source: { title: ' ' } })).toBe(
      'bad-request',
    );
    it.sources(ANA, 's');
    expect(it.refuses(BEN, 'source.edit', { sourceId: id('s'), changes: { title: '' } })).toBe(
      'bad-request',
    );
  });

  test('take only http and https addresses', () => {
    const source = { url: 'javascript:alert(1)' };
    expect(desk().attempt(ANA, 'source.add', { sourceId: id('s'), source })).toMatchObject({
      code: 'bad-request',
      reason: 'A link begins with https:// or http:// and has no blanks.',
    });
  });

  test('are changed by any analyst, not by viewers', () => {
    const it = desk();
    it.sources(ANA, 's');
    it.does(BEN, 'source.edit', { sourceId: id('s'), changes: { reliability: 'C' } });
    expect(it.state.sources.get(id('s'))).toMatchObject({
      reliability: 'C',
      createdBy: ANA,
      modifiedBy: BEN,
    });
    expect(
      it.refuses(VIC, 'source.edit', { sourceId: id('s'), changes: { reliability: 'A' } }),
    ).toBe('not-allowed');
  });

  test('refuse an edit of what somebody else changed meanwhile', () => {
    const it = desk();
    it.sources(ANA, 's');
    it.does(BEN, 'source.edit', { sourceId: id('s'), changes: { author: 'Ben’s' } });
    const late = { sourceId: id('s'), changes: { author: 'Ana’s' }, seen: { author: '' } };
    expect(it.refuses(ANA, 'source.edit', late)).toBe('conflict');
  });

  test('are not removed while evidence rests on them', () => {
    const it = desk();
    it.brings(ANA, 'e');
    const source = id('s-e');
    expect(it.attempt(BEN, 'source.remove', { sourceId: source, reason: '' })).toMatchObject({
      code: 'conflict',
      reason: 'Evidence of #1 rests on this source. Remove that evidence first.',
    });
    it.does(ANA, 'evidence.remove', { evidenceId: e, reason: '', withSource: false });
    it.does(BEN, 'source.remove', { sourceId: source, reason: '' });
    expect(it.refuses(BEN, 'source.edit', { sourceId: source, changes: { title: 'x' } })).toBe(
      'no-such-source',
    );
    it.does(BEN, 'source.restore', { sourceId: source });
  });
});

describe('evidence', () => {
  test('comes with a new source in one step', () => {
    const it = desk();
    it.brings(ANA, 'e');
    expect(it.state.evidence.get(e)).toMatchObject({
      claim: id('claim'),
      source: id('s-e'),
      version: 1,
      grader: ANA,
    });
    expect(it.state.sources.get(id('s-e'))).toMatchObject({ title: 'e', createdBy: ANA });
    expect(() => it.brings(BEN, 'e')).toThrow('id-taken');
    expect(() => it.brings(BEN, 'f', 'claim', { sourceId: id('s-e') })).toThrow('id-taken');
  });

  test('rests on a source that is there', () => {
    const it = desk();
    const args = { newSource: undefined, sourceId: id('s') };
    expect(() => it.brings(ANA, 'e', 'claim', args)).toThrow('no-such-source');
    it.sources(BEN, 's');
    it.brings(ANA, 'e', 'claim', args);
    expect(it.state.evidence.get(e)?.source).toBe(id('s'));
  });

  test('is its author’s and the leads’', () => {
    const it = desk();
    it.brings(ANA, 'e');
    const edit = { evidenceId: e, version: 1, changes: { note: 'n' } };
    expect(it.refuses(BEN, 'evidence.edit', edit)).toBe('not-allowed');
    expect(
      it.refuses(BEN, 'evidence.remove', { evidenceId: e, reason: '', withSource: false }),
    ).toBe('not-allowed');
    it.does(LEA, 'evidence.edit', edit);
    expect(it.state.evidence.get(e)).toMatchObject({
      version: 2,
      note: 'n',
      createdBy: ANA,
      modifiedBy: LEA,
      grader: ANA,
    });
  });

  test('names who graded it last', () => {
    const it = desk();
    it.brings(ANA, 'e');
    it.does(LEA, 'evidence.edit', { evidenceId: e, version: 1, changes: { credibility: 5 } });
    expect(it.state.evidence.get(e)).toMatchObject({ credibility: 5, grader: LEA });
  });

  test('refuses an edit of a version that has moved on, and one that changes nothing', () => {
    const it = desk();
    it.brings(ANA, 'e');
    expect(
      it.refuses(ANA, 'evidence.edit', {
        evidenceId: e,
        version: 1,
        changes: { stance: 'supports' },
      }),
    ).toBe('nothing-to-change');
    it.does(ANA, 'evidence.edit', { evidenceId: e, version: 1, changes: { stance: 'refutes' } });
    expect(
      it.refuses(ANA, 'evidence.edit', { evidenceId: e, version: 1, changes: { note: 'n' } }),
    ).toBe('conflict');
  });

  test('saving cut words unchanged does not overwrite the whole ones', () => {
    const it = desk();
    it.brings(ANA, 'e', 'claim', { passage: 'p'.repeat(9000) });
    const cut = it.state.evidence.get(e)?.passage ?? '';
    expect(cut).toMatch(/^p+…$/);
    expect(
      it.refuses(ANA, 'evidence.edit', { evidenceId: e, version: 1, changes: { passage: cut } }),
    ).toBe('nothing-to-change');
  });

  test('takes its source along when asked, unless something else rests on it', () => {
    const it = desk();
    it.brings(ANA, 'e');
    it.brings(BEN, 'f', 'claim', { newSource: undefined, sourceId: id('s-e') });
    const remove = (evidenceId: string) => ({ evidenceId, reason: '', withSource: true });
    it.does(ANA, 'evidence.remove', remove(e));
    expect(it.state.sources.get(id('s-e'))?.removed).toBeNull();
    it.does(BEN, 'evidence.remove', remove(id('f')));
    expect(it.state.sources.get(id('s-e'))?.removed).not.toBeNull();
    it.does(ANA, 'evidence.restore', { evidenceId: e });
    expect(it.state.sources.get(id('s-e'))?.removed).toBeNull();
    expect(it.refuses(ANA, 'evidence.restore', { evidenceId: e })).toBe('nothing-to-change');
  });
});
