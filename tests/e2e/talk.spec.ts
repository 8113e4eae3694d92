/** Talk between two people with a browser each: from words of the text to the other's bell, and back. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { expect, test } from './newsroom.ts';

const bellOf = (page: Page): Locator => page.getByRole('button', { name: /^Notifications/ });

test('from selected words to the bell of who is named, a reply, resolved with a reason and reopened', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner('Ada Osei');
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Cho', 'analyst');
  await ben.page.goto('/');
  await expect(bellOf(ben.page)).toHaveAccessibleName('Notifications');

  const desk = await DeskPage.open(ada.page, document);
  await desk.select('Mobilized');
  await ada.page.keyboard.press('m');
  const field = ada.page.getByRole('textbox', { name: 'Comment on these words' });
  await expect(field).toBeFocused();
  await field.pressSequentially('Is this the same unit? @ben');
  const people = ada.page.getByRole('listbox', { name: 'People' });
  await expect(people.getByRole('option', { name: 'Ben Cho' })).toBeVisible();
  const axe = await new AxeBuilder({ page: ada.page }).include('#claim').analyze();
  expect(axe.violations).toEqual([]);
  await ada.page.keyboard.press('Enter');
  await expect(field).toHaveValue('Is this the same unit? @Ben Cho ');
  await field.pressSequentially('See https://example.org/unit.');
  await ada.page.keyboard.press('Control+Enter');
  const thread = ada.page.getByRole('article', { name: /^Thread/ });
  await expect(thread).toContainText(
    'Is this the same unit? @Ben Cho See https://example.org/unit.',
  );
  await expect(thread.getByRole('link')).toHaveAttribute('href', 'https://example.org/unit');
  await expect(desk.text.locator('.talk')).toHaveText('Mobilized');

  // It rings on another page, live, and leads to the thread.
  await expect(bellOf(ben.page)).toHaveAccessibleName('Notifications, 1 unread');
  await bellOf(ben.page).click();
  await ben.page.getByRole('link', { name: /Ada Osei mentioned you/ }).click();
  const theirs = ben.page.getByRole('article', { name: /^Thread/ });
  await expect(theirs).toBeFocused();
  await expect(theirs).toContainText('Is this the same unit?');
  await expect(bellOf(ben.page)).toHaveAccessibleName('Notifications');

  await theirs.press('Enter');
  await ben.page.getByRole('textbox', { name: 'Reply' }).fill('It is.');
  await ben.page.keyboard.press('Control+Enter');
  await expect(thread).toContainText('It is.');
  await thread.getByRole('button', { name: 'Resolve' }).click();
  await ada.page.getByRole('textbox', { name: 'Why resolve?' }).fill('Ben knows the unit.');
  await ada.page.keyboard.press('Enter');
  await expect(theirs).toContainText('Resolved by Ada Osei: Ben knows the unit.');
  await expect(desk.text.locator('.talk')).toHaveCount(0);
  await theirs.getByRole('button', { name: 'Reopen' }).click();
  await ben.page.getByRole('textbox', { name: 'Why reopen?' }).fill('Another photo came.');
  await ben.page.keyboard.press('Enter');
  await expect(thread).toContainText('Reopened by Ben Cho: Another photo came.');
  await expect(desk.text.locator('.talk')).toHaveText('Mobilized');
});

test('edited and deleted comments are marked, what is new stays new over a reload, a switched-off kind is silent', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner('Ada Osei');
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Cho', 'analyst');
  const mine = await DeskPage.open(ada.page, document);
  await mine.select('Mobilized');
  await mine.markButton.click();
  await expect(mine.claim(1)).toBeVisible();
  // That Ben came by her invitation is no news any more.
  await newsroom.call(ada, 'POST', '/me/notifications/read', { all: true });
  await newsroom.call(ada, 'PUT', '/me/preferences/notifications/comment', { on: false });

  const desk = await DeskPage.open(ben.page, document);
  await desk.openClaim(1);
  await ben.page.keyboard.press('m');
  await ben.page.getByRole('textbox', { name: 'Comment on this claim' }).fill('Which men?');
  await ben.page.getByRole('button', { name: 'Comment', exact: true }).click();
  const thread = ben.page.getByRole('article', { name: /^Thread/ });
  await expect(thread).toContainText('Which men?');

  // Not looked at yet: new, before and after a reload, and no bell.
  const talk = mine.panel.getByRole('tab', { name: /^Talk/ });
  await expect(talk).toHaveAccessibleName('Talk 1, 1 new');
  await mine.reload();
  await expect(talk).toHaveAccessibleName(/new/);
  await expect(bellOf(ada.page)).toHaveAccessibleName('Notifications');
  await talk.click();
  await expect(mine.panel.getByText(/^1 new/)).toBeVisible();
  await expect(talk).not.toHaveAccessibleName(/new/);

  await thread.getByRole('button', { name: 'More for this comment' }).click();
  await ben.page.getByRole('menuitem', { name: 'Edit' }).click();
  await ben.page.getByRole('textbox', { name: 'Change the comment' }).fill('Which men exactly?');
  await ben.page.getByRole('button', { name: 'Save' }).click();
  const theirs = ada.page.getByRole('article', { name: /^Thread/ });
  await expect(theirs).toContainText('Which men exactly?');
  await expect(theirs).toContainText('edited');
  await theirs.getByRole('button', { name: 'Reply' }).click();
  await ada.page.getByRole('textbox', { name: 'Reply' }).fill('The third brigade.');
  await ada.page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(thread).toContainText('The third brigade.');

  await thread.getByRole('button', { name: 'More for this comment' }).click();
  await ben.page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(theirs).toContainText('Deleted');
  await expect(theirs).not.toContainText('Which men');
  await ben.page.keyboard.press('Control+z');
  await expect(theirs).toContainText('Which men exactly?');
});
