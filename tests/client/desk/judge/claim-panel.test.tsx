// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { byRole, eventually, namesOf, press, type } from './hands.ts';
import { claimOf, room, show, valueOf } from './shown-panel.ts';

test('says what to do while no claim is open', async () => {
  const { panel } = await show({ who: 'Amir Haddad' });
  expect(panel.textContent).toMatch(/No claim/);
});

describe('evidence', () => {
  test('is added by a link and a grade as it is typed', async () => {
    const claim = room.marked('The rate fell');
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => desk().setForm({ name: 'evidence' }));
    type(byRole(panel, 'textbox', 'Link'), 'https://office.example.org/may');
    type(byRole(panel, 'textbox', 'Grade'), 'b2');
    press(byRole(panel, 'button', /^Add evidence/));
    await eventually(() => room.state.evidence.size === 1, 'the evidence is there');
    const [piece] = room.state.evidence.values();
    expect(piece).toMatchObject({ claim, stance: 'supports', credibility: 2 });
    expect(room.state.sources.get(piece?.source ?? '')).toMatchObject({
      url: 'https://office.example.org/may',
      reliability: 'B',
    });
    await eventually(() => desk().form === null, 'the form is closed');
  });

  test('is added once, however often somebody presses', async () => {
    const claim = room.marked('The rate fell');
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => desk().setForm({ name: 'evidence' }));
    type(byRole(panel, 'textbox', 'Link'), 'https://office.example.org/may');
    const form = panel.querySelector('form[aria-label="New evidence"]');
    if (!(form instanceof HTMLFormElement)) throw new Error('No form');
    press(() => {
      form.requestSubmit();
      form.requestSubmit();
    });
    await eventually(() => desk().form === null, 'the form is closed');
    expect(room.state.evidence.size).toBe(1);
  });

  test('with a grade that is none is not added, and the form says what a grade is', async () => {
    const claim = room.marked('The rate fell');
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => desk().setForm({ name: 'evidence' }));
    type(byRole(panel, 'textbox', 'Link'), 'https://office.example.org/may');
    type(byRole(panel, 'textbox', 'Grade'), 'z9');
    press(byRole(panel, 'button', /^Add evidence/));
    expect(panel.querySelector('[role=alert]')?.textContent).toMatch(/B2/);
    expect(room.state.evidence.size).toBe(0);
  });

  test('from a link that the document has rests on that source and keeps its letter', async () => {
    const [first, second] = [room.marked('The rate fell'), room.marked('Prices rose')];
    room.sourced(first, 'https://office.example.org/may');
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: second });
    press(() => desk().setForm({ name: 'evidence' }));
    type(byRole(panel, 'textbox', 'Link'), 'https://office.example.org/may');
    type(byRole(panel, 'textbox', 'Grade'), 'd3');
    press(byRole(panel, 'button', /^Add evidence/));
    await eventually(() => room.state.evidence.size === 2, 'the evidence is there');
    expect(room.state.sources.size).toBe(1);
    expect([...room.state.sources.values()][0]).toMatchObject({ reliability: 'B' });
  });

  test('that was begun is still there after the form was closed', async () => {
    const claim = room.marked('The rate fell');
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => desk().setForm({ name: 'evidence' }));
    type(byRole(panel, 'textbox', 'Passage'), 'It fell by half a point.');
    press(() => desk().setForm(null));
    press(() => desk().setForm({ name: 'evidence' }));
    expect(valueOf(panel, 'Passage')).toBe('It fell by half a point.');
  });

  test('is changed by who added it, from the words as they are now', async () => {
    const claim = room.marked('The rate fell');
    const piece = room.sourced(claim, 'https://office.example.org/may', 'Yuki Tanaka');
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => desk().setForm({ name: 'evidence', about: piece }));
    expect(valueOf(panel, 'Grade')).toBe('B2');
    type(byRole(panel, 'textbox', 'Grade'), 'b4');
    press(byRole(panel, 'button', 'Save'));
    await eventually(
      () => room.state.evidence.get(piece)?.credibility === 4,
      'the evidence is changed',
    );
    expect(room.state.evidence.get(piece)?.version).toBe(2);
  });
});

describe('the claim', () => {
  test('is offered what its sentence says until it is settled', async () => {
    const claim = room.marked('The rate fell in May');
    const open = await show({ who: 'Lena Okafor', current: claim });
    expect(namesOf(open.panel, 'region')).toContain('From the sentence');
    room.judged('Amir Haddad', claim, 'true');
    room.given('Yuki Tanaka', 'review.give', {
      reviewId: 'review'.padEnd(21, '_'),
      claimId: claim,
      verdictAuthor: 2,
      verdictRevision: 1,
      outcome: 'agree',
      reasons: [],
      comment: '',
    });
    room.given('Lena Okafor', 'ruling.give', {
      rulingId: 'ruling'.padEnd(21, '_'),
      claimId: claim,
      claimVersion: 1,
      rating: 'true',
      explanation: '',
      replaces: null,
    });
    await eventually(
      () => !namesOf(open.panel, 'region').includes('From the sentence'),
      'nothing is offered any more',
    );
  });

  test('that was withdrawn is restored from here, and not judged', async () => {
    const claim = room.marked('The rate fell');
    room.given('Amir Haddad', 'claim.withdraw', { claimId: claim, reason: '' });
    const { panel, desk } = await show({ who: 'Amir Haddad', current: claim });
    expect(desk().verdict.get()).toBeNull();
    press(byRole(panel, 'button', 'Restore'));
    await eventually(() => claimOf(claim).withdrawn === null, 'the claim is back');
  });

  test('whose words changed takes over the new ones, or keeps the quote', async () => {
    const claim = room.marked('Prices rose');
    const anchors = new Map([[claim, 'changed' as const]]);
    room.edit('Prices rose', 'Prices hardly rose');
    const { panel } = await show({ who: 'Amir Haddad', current: claim, anchors });
    press(byRole(panel, 'button', 'Keep the quote'));
    await eventually(() => claimOf(claim).keptAgainst !== null, 'the quote is kept');
    expect(claimOf(claim)).toMatchObject({
      version: 1,
      quote: { exact: 'Prices rose' },
      keptAgainst: 'Prices hardly rose',
    });
    press(byRole(panel, 'button', 'Take over the new words'));
    await eventually(() => claimOf(claim).version === 2, 'the new words are taken over');
    expect(claimOf(claim).quote.exact).toBe('Prices hardly rose');
  });

  test('that others may no longer restate says so instead of offering it', async () => {
    const claim = room.marked('Prices rose');
    room.judged('Lena Okafor', claim, 'true');
    const anchors = new Map([[claim, 'changed' as const]]);
    const { panel } = await show({ who: 'Yuki Tanaka', current: claim, anchors });
    expect(namesOf(panel, 'button')).not.toContain('Take over the new words');
    expect(panel.textContent).toMatch(/Only who marked it/);
  });

  test('asks another question by one press, which is a new version', async () => {
    const claim = room.marked('The rate fell');
    const { panel } = await show({ who: 'Amir Haddad', current: claim });
    press(byRole(panel, 'radio', 'that they said it'));
    await eventually(() => claimOf(claim).checks === 'said', 'the question is another');
    expect(claimOf(claim).version).toBe(2);
  });
});
