/** Talk as it finds its reader: new in the list of claims, beside claims in the text, being written, earlier wordings, muted. */
import AxeBuilder from '@axe-core/playwright';
import { DeskPage } from './desk-page.ts';
import { take } from './hands.ts';
import { expect, test } from './newsroom.ts';

test('talk on evidence is new in the list, filtered by, seen being written, and read in its earlier wording', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner('Ada Osei');
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Cho', 'analyst');
  const mine = await DeskPage.open(ada.page, document);
  await mine.select('Mobilized');
  await mine.markButton.click();
  await mine.addEvidence({
    link: 'https://example.org/unit',
    title: 'Unit list',
    passage: 'The unit is named.',
    stance: 'Supports',
    grade: 'b2',
  });
  await mine.select('the mobilized personnel once');
  await mine.markButton.click();
  await expect(mine.claim(2)).toBeVisible();

  const desk = await DeskPage.open(ben.page, document);
  await desk.openClaim(1);
  await desk.tab('Evidence');
  await ben.page.getByRole('button', { name: 'Comment on the evidence Unit list' }).click();
  const field = ben.page.getByRole('textbox', { name: 'Comment on this evidence' });
  await expect(field).toBeFocused();

  await mine.openClaim(1);
  await mine.tab('Talk');
  const writing = ada.page.getByText('Ben Cho is writing…');
  await field.pressSequentially('Whose list is this', { delay: 90 });
  await expect(writing).toBeVisible();
  await mine.openClaim(2);
  await ben.page.keyboard.press('Control+Enter');

  await expect(mine.claim(1)).toHaveAccessibleName(/1 new comment/);
  await expect(mine.claim(2)).not.toHaveAccessibleName(/new comment/);
  await expect(ada.page.getByRole('button', { name: /^Unread talk/ })).toBeVisible();
  await take(ada.page, 'unread talk');
  await expect(mine.claims).toHaveCount(1);
  expect(new URL(ada.page.url()).searchParams.getAll('filter')).toEqual(['unread-talk']);
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await mine.openClaim(1);
  await mine.tab('Talk');
  const thread = ada.page.getByRole('article', { name: /^Thread/ });
  await expect(thread).toContainText('On evidence: Unit list');
  await expect(writing).toHaveCount(0);
  await expect(mine.claims).toHaveCount(0);
  await ada.page.getByRole('button', { name: 'show all claims' }).click();
  await expect(mine.claims).toHaveCount(2);

  const theirs = ben.page.getByRole('article', { name: /^Thread/ });
  await theirs.getByRole('button', { name: 'More for this comment' }).click();
  await ben.page.getByRole('menuitem', { name: 'Edit' }).click();
  await ben.page.getByRole('textbox', { name: 'Change the comment' }).fill('Who made the list?');
  await ben.page.getByRole('button', { name: 'Save' }).click();
  await theirs.getByRole('button', { name: '1 earlier wording' }).click();
  await expect(theirs.getByRole('list', { name: 'Earlier wordings' })).toContainText(
    'Whose list is this',
  );
});

test('words under a claim and a comment offer both, and a thread is muted where it is shown and where it rang', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner('Ada Osei');
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Cho', 'analyst');
  const desk = await DeskPage.open(ada.page, document);
  const { page } = ada;
  await desk.select('the mobilized personnel once');
  await desk.markButton.click();
  await expect(desk.claim(1)).toBeVisible();
  await page.keyboard.press('Escape');
  await desk.select('mobilized personnel once a day');
  await page.keyboard.press('m');
  await page.getByRole('textbox', { name: 'Comment on these words' }).fill('Every day?');
  await page.keyboard.press('Control+Enter');
  await expect(desk.text.locator('.talk').first()).toBeVisible();

  await desk.click('personnel once a day');
  const here = page.getByRole('region', { name: 'Claims and threads at this place' });
  await expect(here).toContainText('1 claim and 1 thread at this place');
  await expect(desk.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  await here.getByRole('button', { name: 'Thread: Every day?' }).click();
  const thread = page.getByRole('article', { name: /^Thread/ });
  await expect(thread).toBeFocused();
  await here.getByRole('button', { name: /^#1/ }).click();
  await expect(desk.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  await here.getByRole('button', { name: 'Thread: Every day?' }).click();

  await thread.getByRole('button', { name: 'More for this thread' }).click();
  await page.getByRole('menuitem', { name: 'Mute this thread' }).click();
  await expect(page.getByText('Thread muted')).toBeVisible();
  await newsroom.call(ada, 'POST', '/me/notifications/read', { all: true });
  const theirs = await DeskPage.open(ben.page, document);
  await theirs.click('a day');
  const reply = ben.page.getByRole('article', { name: /^Thread/ });
  await reply.getByRole('button', { name: 'Reply' }).click();
  await ben.page.getByRole('textbox', { name: 'Reply' }).fill('Yes.');
  await ben.page.keyboard.press('Control+Enter');
  await expect(thread).toContainText('Yes.');
  await expect(page.getByRole('button', { name: /^Notifications/ })).toHaveAccessibleName(
    'Notifications',
  );
  await thread.getByRole('button', { name: 'More for this thread' }).click();
  await page.getByRole('menuitem', { name: 'Unmute this thread' }).click();
  await expect(page.getByText('You hear of this thread again.')).toBeVisible();

  // The same by the palette, of the thread that one is at, and of the whole document.
  const more = thread.getByRole('button', { name: /^More for this thread/ });
  await thread.focus();
  await take(page, 'mute the thread');
  await expect(more).toHaveAccessibleName('More for this thread, which is muted');
  await take(page, 'unmute the thread');
  await expect(more).toHaveAccessibleName('More for this thread');
  await take(page, 'mute the document');
  await expect(page.getByText('Document muted')).toBeVisible();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Russian Offensive/ })
    .click();
  await page.getByRole('menuitem', { name: 'Unmute the document' }).click();
  await expect(page.getByText('You hear of this document again.')).toBeVisible();

  await page.goto('/');
  await reply.getByRole('button', { name: 'Reply' }).click();
  await ben.page.getByRole('textbox', { name: 'Reply' }).fill('Said so twice.');
  await ben.page.keyboard.press('Control+Enter');
  const bell = page.getByRole('button', { name: /^Notifications/ });
  await expect(bell).toHaveAccessibleName('Notifications, 1 unread');
  await bell.click();
  await page.getByRole('button', { name: /^Mute: Ben Cho replied/ }).click();
  await page.getByRole('menuitem', { name: 'Mute this thread' }).click();
  await expect(page.getByText('Thread muted')).toBeVisible();
  await page.getByRole('button', { name: /^Mute: Ben Cho replied/ }).click();
  await page.getByRole('menuitem', { name: 'Switch this kind off' }).click();
  await expect(page.getByText('Switched off: a reply in a thread')).toBeVisible();
  await page.goto('/account');
  await expect(page.getByRole('checkbox', { name: /^A reply in a thread/ })).not.toBeChecked();
  await page.getByRole('button', { name: 'Unmute' }).click();
  await expect(page.getByRole('heading', { name: 'Muted threads' })).toHaveCount(0);
});
