// Whether the page tells the truth about what is saved: while the server is
// slow, away, or says no; and that no word is lost by it.
import type { Page } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { expect, type Newsroom, test } from './newsroom.ts';

/** The owner on an empty document of theirs, in *Edit text*, with one sentence saved. */
async function writing(newsroom: Newsroom): Promise<{ desk: DeskPage; document: string }> {
  const ada = await newsroom.owner();
  const document = await newsroom.blank(ada, 'Daily brief');
  const desk = await DeskPage.open(ada.page, document);
  await desk.edit();
  await desk.text.click();
  await desk.page.keyboard.type('The bridge was hit.');
  await expect(desk.saved).toHaveText('Saved');
  return { desk, document };
}

test('Saved is said once the server has it, and not before', async ({ newsroom }) => {
  const { desk } = await writing(newsroom);
  newsroom.freeze();
  await desk.page.keyboard.type(' Twice.');
  await expect(desk.saved).toHaveText('Saving…');
  newsroom.thaw();
  await expect(desk.saved).toHaveText('Saved');
  // What was called saved survives a death on the spot.
  await newsroom.kill();
  await newsroom.start();
  await desk.reload();
  await expect(desk.text).toContainText('The bridge was hit. Twice.');
});

test('without a server the page says how much is kept here, and sends it when there is one', async ({
  newsroom,
}) => {
  const { desk } = await writing(newsroom);
  await newsroom.kill();
  await expect(desk.saved).toHaveText('Offline');
  await desk.page.keyboard.type('!');
  await expect(desk.saved).toHaveText('Offline: 1 change kept here');
  await desk.page.keyboard.type('?');
  await expect(desk.saved).toHaveText('Offline: 2 changes kept here');
  await expect(desk.page.getByText('You can go on working')).toBeVisible();
  await newsroom.start();
  await expect(desk.saved).toHaveText('Saved');
  await expect(desk.page.getByText('You can go on working')).toBeHidden();
  await desk.reload();
  await expect(desk.text).toContainText('The bridge was hit.!?');
});

test('closing with unsaved work asks; whoever closes all the same finds it again', async ({
  newsroom,
}) => {
  const { desk, document } = await writing(newsroom);
  await newsroom.kill();
  await desk.page.keyboard.type(' By night.');
  await expect(desk.saved).toContainText('kept here');

  expect(await askedOnClosing(desk.page, 'stay')).toBe(true);
  await expect(desk.text).toContainText('By night.');
  expect(await askedOnClosing(desk.page, 'leave')).toBe(true);

  await newsroom.start();
  const again = await desk.page.context().newPage();
  const reopened = await DeskPage.open(again, document);
  await expect(reopened.text).toContainText('The bridge was hit. By night.');
  await expect(reopened.saved).toHaveText('Saved');
  expect(await askedOnClosing(again, 'leave')).toBe(false);
});

test('words that the server refuses are handed back, to copy or to dismiss', async ({
  newsroom,
}) => {
  const { desk: lead, document } = await writing(newsroom);
  const ada = { name: 'Ada Osei', email: '', context: lead.page.context(), page: lead.page };
  const ben = await newsroom.member(ada, document, 'Ben Adeyemi', 'editor');
  await ben.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const desk = await DeskPage.open(ben.page, document);
  const otherTab = await DeskPage.open(await ben.context.newPage(), document);
  await ben.page.bringToFront();
  await desk.edit();
  await ben.context.setOffline(true);
  await expect(desk.saved).toHaveText('Offline');
  await desk.click('was hit.', 'end');
  await ben.page.keyboard.press('End');
  await ben.page.keyboard.type(' Nobody was hurt.');

  await lead.menu('Lock text');
  await expect(lead.page.getByText('This text is locked:')).toBeVisible();
  await ben.context.setOffline(false);

  const notice = ben.page.getByRole('group', { name: 'Not saved' });
  await expect(notice).toContainText('Nobody was hurt.');
  await expect(notice).toContainText('locked');
  await expect.poll(() => desk.blocks()).toEqual(['The bridge was hit.']);
  // Neither tab goes on with the refused words, nor does the store that both share.
  for (const tab of [desk, otherTab]) {
    await expect(tab.saved).toHaveText('Saved');
    expect(await tab.blocks()).toEqual(['The bridge was hit.']);
  }
  await notice.getByRole('button', { name: 'Copy' }).click();
  expect(await ben.page.evaluate(() => navigator.clipboard.readText())).toContain(
    'Nobody was hurt.',
  );

  await desk.reload();
  await expect(notice).toContainText('Nobody was hurt.');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  await desk.reload();
  await expect(desk.saved).toHaveText('Saved');
  await expect(notice).toHaveCount(0);
  expect(await lead.blocks()).toEqual(['The bridge was hit.']);
});

test('signing out in another tab ends this page, and it says why', async ({ newsroom }) => {
  const { desk } = await writing(newsroom);
  const other = await desk.page.context().newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'Account of Ada Osei' }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(other).toHaveURL('/sign-in');
  await expect(desk.page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
});

/** Whether the page asked before it was closed; it is gone afterwards unless one stays. */
async function askedOnClosing(page: Page, then: 'stay' | 'leave'): Promise<boolean> {
  const settled = new Promise<boolean>((resolve) => {
    page.once('dialog', (dialog) => {
      const answered = then === 'stay' ? dialog.dismiss() : dialog.accept();
      void answered.then(() => resolve(true));
    });
    page.once('close', () => resolve(false));
  });
  await page.close({ runBeforeUnload: true });
  return settled;
}
