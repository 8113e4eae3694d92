// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { byRole, eventually, namesOf, press, type } from './hands.ts';
import { own, room, show, valueOf } from './shown-panel.ts';

describe('a review', () => {
  test('opens on one verdict only, the first that I have not reviewed', async () => {
    const claim = room.marked('The rate fell');
    room.judged('Amir Haddad', claim, 'true');
    room.judged('Yuki Tanaka', claim, 'false');
    room.given('Lena Okafor', 'review.give', {
      reviewId: 'review'.padEnd(21, '_'),
      claimId: claim,
      verdictAuthor: 2,
      verdictRevision: 1,
      outcome: 'agree',
      reasons: [],
      comment: '',
    });
    const { desk, panel } = await show({ who: 'Lena Okafor', current: claim });
    press(() => {
      desk().setTab('verdicts');
      desk().setForm({ name: 'review' });
    });
    const forms = [...panel.querySelectorAll('form[aria-label="Review"]')];
    expect(forms).toHaveLength(1);
    expect(forms[0]?.closest('li')?.textContent).toMatch(/Yuki Tanaka/);
  });

  test('is given with its outcome and reasons', async () => {
    const claim = room.marked('The rate fell');
    room.judged('Amir Haddad', claim, 'true');
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => {
      desk().setTab('verdicts');
      desk().setForm({ name: 'review' });
    });
    press(byRole(panel, 'radio', 'Disagree'));
    press(byRole(panel, 'checkbox', 'Single origin'));
    press(byRole(panel, 'button', 'Submit review'));
    await eventually(() => room.state.reviews.size === 1, 'the review is given');
    expect([...room.state.reviews.values()][0]).toMatchObject({
      verdictAuthor: 2,
      outcome: 'disagree',
      reasons: ['single-origin'],
    });
  });

  test('may suggest another rating and words, which the author takes into their draft with one press', async () => {
    const claim = room.marked('The rate fell');
    room.judged('Amir Haddad', claim, 'true', { rationale: 'The office says so.' });
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => {
      desk().setTab('verdicts');
      desk().setForm({ name: 'review' });
    });
    expect(namesOf(panel, 'textbox')).not.toContain('Words for the rationale');
    press(byRole(panel, 'radio', 'Ask for changes'));
    type(byRole(panel, 'textbox', 'Words for the rationale'), 'In May alone.');
    press(byRole(panel, 'button', 'Submit review'));
    await eventually(() => room.state.reviews.size === 1, 'the review is given');
    expect([...room.state.reviews.values()][0]?.suggestion).toEqual({
      rating: null,
      rationale: 'In May alone.',
    });

    const author = await show({ who: 'Amir Haddad', current: claim });
    press(() => author.desk().setTab('verdicts'));
    press(byRole(author.panel, 'button', 'Take into my draft'));
    expect(valueOf(author.panel, 'Rationale')).toBe(
      'The office says so.\n\nIn May alone. (after a suggestion by Yuki Tanaka)',
    );
    expect(own(claim, 2)).toMatchObject({ revision: 1 });
    expect(author.panel.textContent).toMatch(/Changes: rationale/);
  });

  test('of an earlier revision says so', async () => {
    const claim = room.marked('The rate fell');
    room.judged('Amir Haddad', claim, 'true');
    room.given('Lena Okafor', 'review.give', {
      reviewId: 'review'.padEnd(21, '_'),
      claimId: claim,
      verdictAuthor: 2,
      verdictRevision: 1,
      outcome: 'agree',
      reasons: [],
      comment: '',
    });
    room.judged('Amir Haddad', claim, 'false');
    const { desk, panel } = await show({ who: 'Lena Okafor', current: claim });
    press(() => desk().setTab('verdicts'));
    expect(panel.textContent).toMatch(/Lena Okafor: agreeOf revision 1/);
  });

  test('of my own verdict names the next one to review, and leads there', async () => {
    const [mine, theirs] = [room.marked('The rate fell'), room.marked('Prices rose')];
    room.judged('Yuki Tanaka', mine, 'true');
    room.judged('Amir Haddad', theirs, 'true');
    const { desk, said, offered } = await show({
      who: 'Yuki Tanaka',
      current: mine,
      shown: [mine, theirs],
    });
    press(() => {
      desk().setTab('verdicts');
      desk().setForm({ name: 'review' });
    });
    expect(said.join()).toContain('You cannot review your own verdict. Next to review: #2.');
    press(() => offered[0]?.run());
    await eventually(() => desk().current === theirs, 'the other claim is open');
    expect(desk().form).toEqual({ name: 'review' });
  });

  test('of my own verdict is refused in words', async () => {
    const claim = room.marked('The rate fell');
    room.judged('Yuki Tanaka', claim, 'true');
    const { desk, panel, said } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => {
      desk().setTab('verdicts');
      desk().setForm({ name: 'review' });
    });
    expect(said.join()).toMatch(/your own verdict/);
    expect(panel.querySelector('form[aria-label="Review"]')).toBeNull();
    expect(desk().form).toBeNull();
  });
});

describe('a ruling', () => {
  test('takes what the verdicts suggest, by the lead alone', async () => {
    const claim = room.marked('The rate fell');
    room.judged('Amir Haddad', claim, 'mostly-true');
    room.given('Yuki Tanaka', 'review.give', {
      reviewId: 'review'.padEnd(21, '_'),
      claimId: claim,
      verdictAuthor: 2,
      verdictRevision: 1,
      outcome: 'agree',
      reasons: [],
      comment: '',
    });
    const analyst = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => analyst.desk().setTab('verdicts'));
    expect(namesOf(analyst.panel, 'button')).not.toContain('Rule');

    const { desk, panel } = await show({ who: 'Lena Okafor', current: claim });
    press(() => {
      desk().setTab('verdicts');
      desk().setForm({ name: 'ruling' });
    });
    const form = panel.querySelector('form[aria-label="Ruling"]');
    if (!(form instanceof HTMLFormElement)) throw new Error('No form to rule in');
    press(() => form.requestSubmit());
    await eventually(() => room.state.rulings.size === 1, 'the ruling is given');
    expect([...room.state.rulings.values()][0]).toMatchObject({
      rating: 'mostly-true',
      method: 'single',
      ruledBy: 1,
    });
    await eventually(
      () => panel.textContent?.includes('One verdict and a review') === true,
      'the ruling is shown',
    );
  });
});
