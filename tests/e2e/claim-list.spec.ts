// The list of claims as a tool: narrowed by an address that can be sent, searched, and several changed at once.
import { DeskPage } from './desk-page.ts';
import { expect, type Newsroom, type Person, test } from './newsroom.ts';

const quotes = [
  'Mobilized personnel from Serpukhov, Moscow Oblast, claimed on November 23',
  'command only feeds the mobilized personnel once a day',
  'A Russian news channel posted a video on November 24',
];

interface Room {
  readonly ada: Person;
  readonly ben: Person;
  readonly document: string;
  readonly desk: DeskPage;
}

async function threeClaims(newsroom: Newsroom): Promise<Room> {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Reyes', 'analyst');
  const desk = await DeskPage.open(ada.page, document);
  for (const [index, quote] of quotes.entries()) {
    await desk.select(quote);
    await desk.markButton.click();
    await expect(desk.claims).toHaveCount(index + 1);
  }
  await desk.page.keyboard.press('Escape');
  return { ada, ben, document, desk };
}

test('a narrowed list has an address, and back and forward go through what it was', async ({
  newsroom,
}) => {
  const { ada, ben, document, desk } = await threeClaims(newsroom);
  const { page } = ada;
  const bar = page.getByRole('group', { name: 'Filter' });
  await bar.getByRole('button', { name: /^Unsourced/ }).click();
  await expect(page).toHaveURL(`/d/${document}?filter=unsourced`);
  await desk.claim(2).click();
  await expect(page).toHaveURL(`/d/${document}/c/2?filter=unsourced`);
  await desk.addEvidence({
    link: 'https://t.me/example/1',
    title: 'A post',
    passage: 'Once a day.',
    stance: 'Supports',
    grade: 'c3',
  });
  await expect(desk.claims).toHaveCount(2);
  await bar.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('menuitemcheckbox', { name: /^Open/ }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`/d/${document}/c/2?filter=unsourced&filter=stage%3Aopen`);

  await page.goBack();
  await expect(page).toHaveURL(`/d/${document}/c/2?filter=unsourced`);
  await page.goBack();
  await expect(page).toHaveURL(`/d/${document}?filter=unsourced`);
  await page.goBack();
  await expect(desk.claims).toHaveCount(3);
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL(`/d/${document}/c/2?filter=unsourced`);
  await expect(desk.panel.getByRole('heading', { name: '#2' })).toBeVisible();
  await expect(desk.claims).toHaveCount(2);

  // The same address in a colleague's browser.
  await ben.page.goto(page.url());
  const his = await DeskPage.on(ben.page);
  await expect(his.claims).toHaveCount(2);
  await expect(his.panel.getByRole('heading', { name: '#2' })).toBeVisible();

  await bar.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(`/d/${document}/c/2`);
  await page.keyboard.press('/');
  await page.keyboard.type('once FEEDS');
  await expect(desk.claims).toHaveCount(1);
  await expect(desk.claim(2).locator('mark')).toHaveText(['feeds', 'once']);
  await expect(page).toHaveURL(`/d/${document}/c/2?q=once+FEEDS`);
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('no such words');
  await page.getByRole('button', { name: 'show all claims' }).click();
  await expect(desk.claims).toHaveCount(3);
});

test('a row that can be selected keeps its words where they were', async ({ newsroom }) => {
  const { desk } = await threeClaims(newsroom);
  const words = desk.claim(2).getByText(quotes[1] ?? '');
  await desk.page.mouse.move(0, 0);
  const before = await words.boundingBox();
  await desk.claim(2).hover();
  expect(await words.boundingBox()).toEqual(before);
});

test('several claims are selected, tagged and assigned at once, and one undo takes it back for all', async ({
  newsroom,
}) => {
  const { ada, ben, document, desk } = await threeClaims(newsroom);
  const { page } = ada;
  const his = await DeskPage.open(ben.page, document);
  await desk.claim(1).click();
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 selected')).toHaveCount(0);
  await page.keyboard.press('x');
  await page.keyboard.press('l');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar', { name: 'Selected claims' });
  await expect(bar.getByText('3 selected')).toBeVisible();

  await bar.getByRole('button', { name: 'Tags…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tags of 3 claims' });
  await dialog.getByRole('combobox', { name: 'Add a tag' }).fill('morale');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('morale')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  for (const number of [1, 2, 3]) await expect(his.claim(number)).toContainText('morale');

  await bar.getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('menuitem', { name: 'Ben Reyes' }).click();
  await expect(his.claim(3)).toHaveAccessibleName(/assigned to Ben Reyes/);

  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(his.claim(1)).not.toHaveAccessibleName(/assigned to/);
  await page.keyboard.press('Control+z');
  for (const number of [1, 2, 3]) await expect(his.claim(number)).not.toContainText('morale');

  await bar.getByRole('button', { name: 'Withdraw' }).click();
  await expect(desk.claims).toHaveCount(0);
  await expect(page.getByText('3 claims withdrawn.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(desk.claims).toHaveCount(3);
  // By pointer: the focus went on to the next message when Undo was pressed in one.
  await bar.getByRole('button', { name: 'Select none' }).click();
  await expect(bar).toHaveCount(0);
});
