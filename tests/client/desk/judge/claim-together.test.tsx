// @vitest-environment happy-dom
// The open claim, where somebody else works on the same one at the same time.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { byRole, eventually, namesOf, press } from './hands.ts';
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

const answerAll = ({ owed }: Opened): void =>
  press(() => {
    for (const answer of owed.splice(0)) answer();
  });

function restates(claimId: string, version: number, restatement: string): void {
  room.given('Amir Haddad', 'claim.restate', { claimId, version, changes: { restatement } });
}

test('another question that came too late stands beside what came before it, and is asked again by a press', async () => {
  const claim = room.marked('The rate fell');
  restates(claim, 1, 'The policy rate fell.');
  const opened = await show({ who: 'Yuki Tanaka', current: claim, silent: true });
  const { panel, owed } = opened;
  press(byRole(panel, 'radio', 'that they said it'));
  await eventually(() => owed.length === 1, 'it is on its way');
  press(() => restates(claim, 1, 'The policy rate fell in May.'));
  answerAll(opened);
  await eventually(() => namesOf(panel, 'button').includes('Keep mine'), 'the notice is there');
  expect(panel.textContent).toContain('Amir Haddad changed this while you were writing.');
  expect(panel.textContent).toContain('Your words are kept here: that they said it');
  expect(panel.textContent).toContain('Restated now: The policy rate fell in May.');
  expect(room.state.claims.get(claim)).toMatchObject({ checks: 'content', version: 2 });
  press(byRole(panel, 'button', 'Keep mine'));
  await eventually(() => owed.length === 1, 'it is asked again');
  answerAll(opened);
  await eventually(() => room.state.claims.get(claim)?.checks === 'said', 'it is said');
  expect(namesOf(panel, 'button')).not.toContain('Keep mine');
});

test('theirs is taken by a press, and nothing is left of mine', async () => {
  const claim = room.marked('The rate fell');
  restates(claim, 1, 'The policy rate fell.');
  const opened = await show({ who: 'Yuki Tanaka', current: claim, silent: true });
  press(byRole(opened.panel, 'radio', 'that they said it'));
  await eventually(() => opened.owed.length === 1, 'it is on its way');
  press(() => restates(claim, 1, 'The policy rate fell in May.'));
  answerAll(opened);
  await eventually(() => namesOf(opened.panel, 'button').includes('Take theirs'), 'it is told');
  press(byRole(opened.panel, 'button', 'Take theirs'));
  expect(namesOf(opened.panel, 'button')).not.toContain('Take theirs');
  expect(room.state.claims.get(claim)?.checks).toBe('content');
});

test('of two claims over the same words the later one offers to be merged into the earlier', async () => {
  const [first, other] = [room.marked('The rate fell in May.'), room.marked('Prices rose')];
  const second = room.marked('The rate fell in May');
  for (const current of [first, other]) {
    const { panel } = await show({ who: 'Yuki Tanaka', current });
    expect(namesOf(panel, 'button').filter((name) => name.startsWith('Merge into'))).toEqual([]);
  }
  const { panel, desk } = await show({ who: 'Yuki Tanaka', current: second });
  press(byRole(panel, 'button', 'Merge into #1'));
  const dialog = document.querySelector('[role="dialog"]');
  if (!dialog) throw new Error('No dialog is open');
  press(byRole(dialog, 'button', 'Merge into #1'));
  await eventually(() => desk().current === first, 'the claim that stays is open');
  expect(room.state.claims.get(second)).toMatchObject({ mergedInto: first });
});

test('a claim that somebody restates meanwhile is not split, its parts go, and one message says why', async () => {
  const claim = room.marked('The rate fell in May. Prices rose.');
  restates(claim, 1, 'Rates fell and prices rose.');
  const opened = await show({ who: 'Yuki Tanaka', current: claim, silent: true });
  const { owed, said, desk } = opened;
  press(() => desk().setForm({ name: 'split' }));
  const dialog = document.querySelector('[role="dialog"]');
  if (!dialog) throw new Error('No dialog is open');
  press(byRole(dialog, 'button', 'Split into 2'));
  await eventually(() => owed.length === 3, 'parts and split are on their way');
  press(() => restates(claim, 1, 'The rate fell and prices rose.'));
  answerAll(opened);
  await eventually(() => owed.length === 2, 'the parts are taken back');
  answerAll(opened);
  const live = [...room.state.claims.values()].filter(({ withdrawn }) => !withdrawn);
  expect(live.map(({ id }) => id)).toEqual([claim]);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/was changed while you worked on it/);
});
