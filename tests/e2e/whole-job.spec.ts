// The whole of the work without a pointer, by two people: open, mark, restate,
// bring evidence, judge, review, rule, export; and no fault on the way.
import { DeskPage } from './desk-page.ts';
import { faults } from './faults.ts';
import { press, tabTo, take } from './hands.ts';
import { expect, test } from './newsroom.ts';

test('a claim goes from the first reading to the export by keyboard alone', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Adeyemi', 'analyst');
  const { page } = ben;

  await page.goto('/');
  const title = page.locator(`a[href="/d/${document}"]`).first();
  await tabTo(page, title);
  const name = (await title.textContent()) ?? '';
  await press(page, 'Enter');
  const desk = await DeskPage.on(page);
  expect.soft(await faults(page), 'opened').toEqual([]);

  await press(page, 't', 'ArrowDown', 'ArrowDown', 'c');
  await expect(desk.claim(1)).toBeVisible();
  expect.soft(await faults(page), 'marked').toEqual([]);

  await press(page, 'e');
  const restated = page.getByRole('textbox', { name: 'Restated' });
  await expect(restated).toBeFocused();
  await page.keyboard.type('Recruits were sent without training.');
  await tabTo(page, page.getByRole('textbox', { name: 'Short form' }));
  await page.keyboard.press('Enter');
  await expect(restated).toHaveCount(0);
  await expect(desk.panel).toContainText('Recruits were sent without training.');

  await press(page, 's');
  const form = desk.panel.getByRole('form', { name: 'New evidence' });
  await expect(form.getByRole('textbox', { name: 'Link' })).toBeFocused();
  await page.keyboard.type('https://example.org/training');
  await tabTo(page, form.getByRole('textbox', { name: 'Title' }));
  await page.keyboard.type('Ten days of training');
  await tabTo(page, form.getByRole('textbox', { name: 'Grade' }));
  await page.keyboard.type('b2');
  expect.soft(await faults(page), 'evidence').toEqual([]);
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(desk.panel).toContainText('B2');

  await press(page, '2', 'Shift+Enter');
  await expect(desk.panel.getByRole('textbox', { name: 'Rationale' })).toBeFocused();
  await page.keyboard.type('A source of its own.');
  expect.soft(await faults(page), 'judged').toEqual([]);
  await press(page, 'Escape', 'Enter');
  await expect(desk.claim(1)).toContainText('1 of 1');

  // My own verdict is nobody's to review but others'.
  await press(page, 'r');
  await expect(page.getByText('You cannot review your own verdict.')).toBeVisible();

  // The lead comes by the palette, from another page.
  const lead = ada.page;
  await lead.goto('/account');
  await lead.getByRole('heading', { name: 'Account' }).first().waitFor();
  await take(lead, name);
  const hers = await DeskPage.on(lead);
  await press(lead, 'j');
  await expect(hers.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  await press(lead, 'g', 'v');
  await expect(hers.panel.getByText('A source of its own.')).toBeVisible();
  await press(lead, 'r');
  const review = hers.panel.getByRole('form', { name: 'Review' });
  await expect(review.getByRole('radio', { name: 'Agree', exact: true })).toBeFocused();
  await press(lead, 'Space');
  await tabTo(lead, review.getByRole('textbox', { name: 'Comment' }));
  await lead.keyboard.type('I asked one of them.');
  await tabTo(lead, review.getByRole('button', { name: 'Submit review' }));
  expect.soft(await faults(lead), 'reviewed').toEqual([]);
  await press(lead, 'Enter');
  await expect(review).toHaveCount(0);
  await expect(hers.panel.getByText('I asked one of them.')).toBeVisible();

  await take(lead, 'rule on');
  const ruling = hers.panel.getByRole('form', { name: 'Ruling' });
  await tabTo(lead, ruling.getByRole('textbox', { name: 'Explanation' }));
  await lead.keyboard.type('One verdict, and a review that backs it.');
  await tabTo(lead, ruling.getByRole('button', { name: 'Rule' }));
  await press(lead, 'Enter');
  await expect(ruling).toHaveCount(0);
  await expect(hers.claim(1)).toContainText('Mostly true');
  expect.soft(await faults(lead), 'ruled').toEqual([]);

  await take(lead, 'what i did');
  const deeds = lead.getByRole('dialog', { name: 'What I did here' });
  await expect(deeds).toContainText('Review given, #1');
  expect.soft(await faults(lead), 'what I did').toEqual([]);
  await press(lead, 'Escape');

  await take(lead, 'export');
  await expect(lead.getByRole('dialog', { name: 'Export' })).toBeVisible();
  expect.soft(await faults(lead), 'export').toEqual([]);
});

test('keys are chosen anew, hold in every tab, and go back to how they were', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const desk = await DeskPage.open(ada.page, document);
  const { page } = desk;
  const other = await DeskPage.open(await ada.context.newPage(), document);

  await take(page, 'choose keys');
  const dialog = page.getByRole('dialog', { name: 'Choose keys' });
  await dialog.getByRole('searchbox', { name: 'Find an action' }).fill('Mark claim');
  await dialog
    .getByRole('button', { name: 'Change the key: Mark claim', exact: true })
    .press('Enter');
  const recorder = dialog.getByRole('group', { name: 'Press the new key: Mark claim' });
  await expect(recorder).toBeFocused();
  await page.keyboard.press('Control+t');
  await expect(recorder).toContainText('opens a new tab');
  await page.keyboard.press('j');
  await expect(recorder).toContainText('j means “Next claim” now.');
  expect.soft(await faults(page), 'a key that another has').toEqual([]);
  await page.keyboard.press('w');
  await expect(recorder).toHaveCount(0);
  await press(page, 'Escape');
  await expect(dialog).toHaveCount(0);

  await press(page, 't', 'ArrowDown', 'w');
  await expect(desk.claim(1)).toBeVisible();
  await press(other.page, 't', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'c', 'w');
  await expect(other.claims).toHaveCount(2);

  await press(page, 'Shift+Slash');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(
    help.locator('div', { has: page.locator('dt', { hasText: /^Mark claim$/ }) }).last(),
  ).toContainText('w');
  await press(page, 'Escape');
  await take(page, 'choose keys');
  await dialog.getByRole('button', { name: 'Reset all keys' }).press('Enter');
  await press(page, 'Escape');
  await expect(dialog).toHaveCount(0);
  await press(page, 't', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'c');
  await expect(desk.claims).toHaveCount(3);
});

test('a screen reader hears which claim is open, and finds from the text to it and back', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const desk = await DeskPage.open(ada.page, document);
  const { page } = desk;
  await press(page, 't', 'ArrowDown', 'c');
  await expect(desk.claim(1)).toBeVisible();
  await press(page, 'ArrowDown', 'ArrowDown', 'c');
  await expect(desk.claim(2)).toBeVisible();

  const said = page.locator('[data-announcements]');
  await press(page, 'k');
  await expect(said).toContainText(/^Claim 1 of 2, open: “/);
  await press(page, 'j');
  await expect(said).toContainText(/^Claim 2 of 2, open: “/);

  // In the tree of the list each claim says which of how many it is.
  const options = page.getByRole('region', { name: 'Claims' }).getByRole('option');
  await expect(options.nth(1)).toHaveAttribute('aria-posinset', '2');
  await expect(options.nth(1)).toHaveAttribute('aria-setsize', '2');

  // In the text the open claim alone is a mark, and leads to what is said of it.
  const marks = desk.text.locator('[role="mark"]');
  await expect(marks).toHaveCount(1);
  await expect(marks).toHaveAttribute('aria-details', 'claim');
  await expect(page.locator('#claim')).toContainText('#2');
  await press(page, 'l');
  await expect(page.getByRole('listbox', { name: /Claims in/ })).toBeFocused();
  await press(page, 't');
  await expect(marks.first()).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByRole('listbox', { name: /Claims in/ })).toBeFocused();

  await take(page, 'announce claims');
  await expect(desk.text.locator('[role="mark"]')).toHaveCount(2);
});
