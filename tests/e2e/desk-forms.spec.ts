// Forms of the right pane: sent from any field, and nothing but the pane moves when one opens.
import { DeskPage } from './desk-page.ts';
import { expect, test } from './newsroom.ts';

const quote = 'command only feeds the mobilized personnel once a day';

test('Ctrl Enter sends a form from whatever field one is in', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const desk = await DeskPage.open(ada.page, await newsroom.seed(ada));
  await desk.select(quote);
  await desk.markButton.click();
  await desk.openClaim(1);
  await desk.panel.getByRole('button', { name: 'Add evidence' }).click();
  const evidence = desk.panel.getByRole('form', { name: 'New evidence' });
  await evidence.getByRole('textbox', { name: 'Title' }).fill('A post');
  await evidence.getByRole('textbox', { name: 'Passage' }).fill('Once a day.');
  await ada.page.keyboard.press('Control+Enter');
  await expect(evidence).toHaveCount(0);
  await expect(desk.panel.getByText('Once a day.')).toBeVisible();
  await expect(desk.panel.getByRole('button', { name: 'Add evidence' })).toBeFocused();

  await desk.panel.getByRole('button', { name: 'Restate' }).click();
  const dialog = ada.page.getByRole('dialog', { name: 'Restate #1' });
  await dialog.getByRole('textbox', { name: 'Restated' }).fill('They eat once a day.');
  await ada.page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(desk.panel.getByText('They eat once a day.')).toBeVisible();
});

test('a form that opens in a long pane leaves the rest of the desk where it is', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Cho', 'analyst');
  const his = await DeskPage.open(ben.page, document);
  await his.select(quote);
  await his.markButton.click();
  await his.openClaim(1);
  await his.tab('Talk');
  for (const word of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
    await his.panel.getByRole('button', { name: 'Comment', exact: true }).click();
    const form = his.panel.getByRole('form', { name: 'Comment' });
    await form.getByRole('textbox').fill(`${word}.\n\nAnd more.\n\nAnd more.`);
    await ben.page.keyboard.press('Control+Enter');
    await expect(form).toHaveCount(0);
  }

  const desk = await DeskPage.open(ada.page, document);
  await desk.openClaim(1);
  await desk.tab('Talk');
  const list = ada.page.getByRole('region', { name: 'Claims' });
  const before = await list.boundingBox();
  await desk.panel.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(desk.panel.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  expect(await list.boundingBox()).toEqual(before);
});
