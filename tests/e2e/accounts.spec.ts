// People and what they may do, as they see it: coming in, being let in further
// or less far, being put out, and documents that go and come back.
import { DeskPage } from './desk-page.ts';
import { expect, makeAccount, test } from './newsroom.ts';

test('the set-up link makes the owner, once', async ({ newsroom }) => {
  const link = newsroom.setupUrl ?? '';
  const page = await (await newsroom.browser()).newPage();
  await page.goto(link);
  await makeAccount(page, 'Ada Osei', 'Create the owner’s account');
  await expect(page.getByRole('table', { name: 'Documents' })).toContainText(
    'Russian Offensive Campaign Assessment, November 25',
  );

  const stranger = await (await newsroom.browser()).newPage();
  await stranger.goto(link);
  await expect(stranger.getByText('This set-up link does not open')).toBeVisible();
});

test('an invitation lets in as many as it says, then nobody', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  await ada.page.goto(`/d/${document}/members`);
  await ada.page.getByRole('button', { name: 'Invite by link' }).click();
  const dialog = ada.page.getByRole('dialog', { name: 'Invite by link' });
  await expect(dialog.getByRole('button', { name: 'One person' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await ada.page
    .getByRole('group', { name: 'Invitation link' })
    .getByRole('code')
    .innerText();
  await ada.page.getByRole('button', { name: 'Done' }).click();
  await expect(ada.page.getByText('good for one person, not used yet')).toBeVisible();
  await expect(ada.page.getByText(link)).toHaveCount(0);

  const ben = await (await newsroom.browser()).newPage();
  await ben.goto(link);
  await expect(ben.getByText('To join, as an analyst:')).toBeVisible();
  await makeAccount(ben, 'Ben Adeyemi', 'Create account and join');
  await expect(ben).toHaveURL(`/d/${document}`);

  const eve = await (await newsroom.browser()).newPage();
  await eve.goto(link);
  await expect(eve.getByText('This invitation does not open')).toBeVisible();
});

test('a revoked invitation lets nobody in', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const link = await newsroom.invite(ada, document, { role: 'viewer', maxUses: 5 });
  const eve = await (await newsroom.browser()).newPage();
  await eve.goto(link);
  await expect(eve.getByText('To join, as a viewer:')).toBeVisible();

  await ada.page.goto(`/d/${document}/members`);
  await ada.page.getByRole('button', { name: 'Revoke the invitation to join as a viewer' }).click();
  await expect(ada.page.getByText('No open invitations.')).toBeVisible();

  await makeAccount(eve, 'Eve Moran', 'Create account and join');
  await expect(eve.getByRole('alert')).toContainText('used up, withdrawn or is out of date');
});

test('an access token is shown this once, works, and is revoked', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const { page } = ada;
  await page.goto('/account');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('textbox', { name: 'Name' }).last().fill('Nightly export');
  await page.getByRole('button', { name: 'Make the token' }).click();
  const token = await page
    .getByRole('group', { name: 'Access token' })
    .getByRole('code')
    .innerText();
  const ask = async (): Promise<number> =>
    (
      await fetch(`${newsroom.url}/api/documents`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).status;
  expect(await ask()).toBe(200);

  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('up to viewer')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Nightly export')).toBeVisible();
  expect(await page.content()).not.toContain(token);

  await page.getByRole('button', { name: 'Revoke Nightly export' }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).last().click();
  await expect(page.getByText('No tokens yet.')).toBeVisible();
  expect(await ask()).toBe(401);
});

test('a document is archived and deleted, and each is taken back', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const { page } = ada;
  await newsroom.blank(ada, 'Daily brief');
  await page.goto('/');
  const table = page.getByRole('table', { name: 'Documents' });
  const row = table.getByRole('row', { name: /Daily brief/ });
  for (const [action, told] of [
    ['Archive', '“Daily brief” archived.'],
    ['Delete', '“Daily brief” deleted.'],
  ] as const) {
    await page.getByRole('button', { name: 'Actions on Daily brief' }).click();
    await page.getByRole('menuitem', { name: action }).click();
    await expect(page.getByText(told)).toBeVisible();
    await expect(row).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toHaveCount(1);
    await page.reload();
    await expect(row).toHaveCount(1);
  }
});

test('a lowered role takes hold in the open page at once', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Adeyemi', 'analyst');
  const desk = await DeskPage.open(ben.page, document);
  await desk.select('the Russian military command', 'without proper training');
  await expect(desk.markButton).toBeVisible();

  await ada.page.goto(`/d/${document}/members`);
  await ada.page.getByRole('button', { name: /Role of Ben Adeyemi/ }).click();
  await ada.page.getByRole('option', { name: 'Viewer' }).click();
  await expect(ada.page.getByText('Ben Adeyemi is a viewer from now on.')).toBeVisible();

  await expect(desk.markButton).toBeHidden();
  await ben.page.keyboard.press('c');
  await expect(desk.claims).toHaveCount(0);
  await expect(
    newsroom.call(ben, 'POST', `/documents/${document}/commands`, {
      commandId: 'abcdefghijklmnopqrstu',
      name: 'settings.edit',
      args: { changes: { title: 'Mine' } },
    }),
  ).rejects.toThrow(/40[03]/);
});

test('whoever is taken out is told, and their page stops', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Adeyemi', 'analyst');
  await DeskPage.open(ben.page, document);

  await ada.page.goto(`/d/${document}/members`);
  await ada.page.getByRole('button', { name: 'Remove Ben Adeyemi' }).click();
  await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();

  await expect(ben.page.getByRole('heading', { name: 'No access to this document' })).toBeVisible();
  await ben.page.getByRole('button', { name: 'Try again' }).click();
  await expect(ben.page.getByText(/not a member of this document/)).toBeVisible();
});
