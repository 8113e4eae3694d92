// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { byRole, eventually, namesOf, press, type } from './hands.ts';
import { isChecked, own, ratingOf, room, show, valueOf } from './shown-panel.ts';

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
