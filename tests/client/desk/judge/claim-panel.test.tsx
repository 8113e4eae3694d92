// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Claim } from '../../../../domain/record/claim.ts';
import { verdictKey } from '../../../../domain/record/verdict.ts';
import { byRole, eventually, namesOf, press, type } from './hands.ts';
import { Newsroom, type Opened, type Opening, openPanel } from './panel.tsx';

let room: Newsroom;
const open: Opened[] = [];

beforeAll(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
beforeEach(() => {
  room = new Newsroom();
});
afterEach(() => {
  for (const opened of open.splice(0)) opened.close();
});

async function show(opening: Opening): Promise<Opened> {
  const opened = await openPanel(room, opening);
  open.push(opened);
  return opened;
}

function claimOf(id: string): Claim {
  const claim = room.state.claims.get(id);
  if (!claim) throw new Error('There is no such claim');
  return claim;
}

const own = (claim: string, person: number) => room.state.verdicts.get(verdictKey(claim, person));
const ratingOf = (claim: string, person: number): string | undefined => {
  const verdict = own(claim, person);
  return verdict?.kind === 'verdict' ? verdict.rating : verdict?.kind;
};

test('says what to do while no claim is open', async () => {
  const { panel } = await show({ who: 'Amir Haddad' });
  expect(panel.textContent).toMatch(/No claim/);
});

describe('my verdict', () => {
  test('is drafted by a digit, given by Enter, and the next claim opens', async () => {
    const [first, second] = [room.marked('The rate fell'), room.marked('Prices rose')];
    const { desk, panel } = await show({
      who: 'Yuki Tanaka',
      current: first,
      shown: [first, second],
    });
    press(() => desk().verdict.get()?.setRating(1));
    expect(isChecked(panel, 'Mostly true')).toBe(true);
    expect(isChecked(panel, 'True')).toBe(false);
    expect(ratingOf(first, 3)).toBeUndefined();
    press(() => desk().verdict.get()?.submit());
    await eventually(() => ratingOf(first, 3) === 'mostly-true', 'the verdict is given');
    await eventually(() => desk().current === second, 'the next claim is open');
  });

  test('cannot be given without a rating, and says so', async () => {
    const claim = room.marked('The rate fell');
    const { desk, said } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => desk().verdict.get()?.submit());
    await eventually(() => said.length > 0, 'something is said');
    expect(said[0]).toMatch(/rating/);
    expect(own(claim, 3)).toBeUndefined();
  });

  test('keeps its draft while I look at another claim, and does not take it there', async () => {
    const [first, second] = [room.marked('The rate fell'), room.marked('Prices rose')];
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: first });
    press(() => desk().verdict.get()?.setRating(4));
    type(byRole(panel, 'textbox', 'Rationale'), 'No office says so.');
    press(() => desk().open(second));
    expect(valueOf(panel, 'Rationale')).toBe('');
    press(() => desk().open(first));
    expect(valueOf(panel, 'Rationale')).toBe('No office says so.');
    press(() => desk().verdict.get()?.submit());
    await eventually(() => ratingOf(first, 3) === 'false', 'the verdict is given');
    expect(own(first, 3)).toMatchObject({ rationale: 'No office says so.' });
    expect(own(second, 3)).toBeUndefined();
  });

  test('rests on all the evidence unless I say otherwise', async () => {
    const claim = room.marked('The rate fell');
    const [one, two] = [
      room.sourced(claim, 'https://one.example.org/'),
      room.sourced(claim, 'https://two.example.org/'),
    ];
    const { desk } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => desk().verdict.get()?.setRating(0));
    press(() => desk().verdict.get()?.submit());
    await eventually(() => ratingOf(claim, 3) === 'true', 'the verdict is given');
    const given = own(claim, 3);
    expect(given?.kind === 'verdict' && given.evidence.map(({ id }) => id).sort()).toEqual(
      [one, two].sort(),
    );
  });

  test('is given at once where the server is away, and stays when it answers', async () => {
    const [first, second] = [room.marked('The rate fell'), room.marked('Prices rose')];
    const { desk, owed } = await show({
      who: 'Yuki Tanaka',
      current: first,
      shown: [first, second],
      silent: true,
    });
    press(() => desk().verdict.get()?.setRating(2));
    press(() => desk().verdict.get()?.submit());
    await eventually(() => desk().current === second, 'the next claim is open');
    expect(own(first, 3)).toBeUndefined();
    press(() => {
      for (const answer of owed.splice(0)) answer();
    });
    await eventually(() => ratingOf(first, 3) === 'half-true', 'the verdict is given');
  });

  test('that has become stale still stands by one press', async () => {
    const claim = room.marked('The rate fell');
    const piece = room.sourced(claim, 'https://one.example.org/');
    room.judged('Yuki Tanaka', claim, 'true', { evidence: [piece] });
    room.given('Amir Haddad', 'evidence.remove', {
      evidenceId: piece,
      reason: '',
      withSource: true,
    });
    const { panel } = await show({ who: 'Yuki Tanaka', current: claim });
    press(byRole(panel, 'button', /still stands/i));
    await eventually(() => own(claim, 3)?.revision === 2, 'the verdict is given again');
    expect(own(claim, 3)).toMatchObject({ rating: 'true', evidence: [] });
  });

  test('goes on to the next claim that waits for me, past those that do not', async () => {
    const [first, second, third] = [
      room.marked('The rate fell'),
      room.marked('Prices rose'),
      room.marked('Nobody knows'),
    ];
    room.judged('Yuki Tanaka', second, 'true');
    const { desk, said } = await show({
      who: 'Yuki Tanaka',
      current: first,
      shown: [first, second, third],
    });
    press(() => desk().verdict.get()?.setRating(1));
    press(() => desk().verdict.get()?.submit());
    await eventually(() => desk().current === third, 'the third claim is open');
    press(() => desk().verdict.get()?.setRating(1));
    press(() => desk().verdict.get()?.submit());
    await eventually(() => said.length > 0, 'something is said');
    expect(said).toEqual(['Nothing more of this list waits for you.']);
  });

  test('is hinted at, and given all the same', async () => {
    const claim = room.marked('The rate fell');
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: claim });
    expect(panel.textContent).not.toMatch(/rests on no evidence/);
    press(() => desk().verdict.get()?.setRating(1));
    type(byRole(panel, 'textbox', 'Rationale'), 'It is likely, with high confidence.');
    type(byRole(panel, 'textbox', 'Basis of the confidence'), 'One video');
    expect(panel.textContent).toMatch(/rests on no evidence/);
    expect(panel.textContent).toMatch(/Split them/);
    press(() => desk().verdict.get()?.submit());
    await eventually(() => ratingOf(claim, 3) === 'mostly-true', 'the verdict is given');
    expect(own(claim, 3)).toMatchObject({ basis: 'One video' });
  });

  test('may be a pass with its reason', async () => {
    const claim = room.marked('The rate fell');
    const { desk, panel } = await show({ who: 'Yuki Tanaka', current: claim });
    press(() => desk().setForm({ name: 'pass' }));
    press(byRole(panel, 'button', /^Pass and go on/));
    await eventually(() => ratingOf(claim, 3) === 'pass', 'the pass is given');
  });

  test('is not asked of a viewer, who is told why', async () => {
    const claim = room.marked('The rate fell');
    const { desk, panel, said } = await show({ who: 'Vera Lind', current: claim });
    expect(namesOf(panel, 'radio').filter((name) => name.startsWith('True'))).toEqual([]);
    expect(byRole(panel, 'region', 'My verdict').textContent).toMatch(/Ask a lead/);
    press(() => desk().setForm({ name: 'pass' }));
    expect(said.join()).toMatch(/Ask a lead/);
    expect(desk().form).toBeNull();
  });
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

function valueOf(panel: HTMLElement, name: string): string {
  const field = byRole(panel, 'textbox', name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field.value
    : '';
}

function isChecked(panel: HTMLElement, name: string): boolean {
  const input = byRole(panel, 'radio', name);
  return input instanceof HTMLInputElement && input.checked;
}
