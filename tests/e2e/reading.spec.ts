// What others have read shows in the margin, survives a reload, and can be kept to oneself.
import { DeskPage } from './desk-page.ts';
import { expect, test } from './newsroom.ts';

test('a tick stands where a colleague has read, also after a reload, until they keep it to themselves', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Reyes', 'viewer');
  const desk = await DeskPage.open(ada.page, document);
  const marks = ada.page.getByRole('toolbar', { name: 'Read by others' }).getByRole('button');
  await expect(marks).toHaveCount(0);

  const his = await DeskPage.open(ben.page, document);
  await his.click('Mobilized personnel from Serpukhov');
  await expect(marks.first()).toBeVisible({ timeout: 40_000 });
  await expect(marks.first()).toHaveAccessibleName(/^Read by Ben Reyes: “/);
  await marks.first().focus();
  await expect(ada.page.getByText('Read by Ben Reyes', { exact: true }).first()).toBeVisible();

  await desk.reload();
  await expect(marks.first()).toBeVisible();

  await newsroom.call(ben, 'PATCH', '/me/reading', { shown: false });
  await expect(marks).toHaveCount(0);
  await newsroom.call(ben, 'PATCH', '/me/reading', { shown: true });
  await expect(marks.first()).toBeVisible();
});
