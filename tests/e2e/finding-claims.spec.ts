// From a claim to its words and back: by address, list, text and key; and what is said to whoever does not see it happen.
import { DeskPage } from './desk-page.ts';
import { expect, type Newsroom, type Person, test } from './newsroom.ts';

const words = {
  men: 'Mobilized personnel from Serpukhov, Moscow Oblast, claimed on November 23',
  once: 'command only feeds the mobilized personnel once a day',
  video: 'A Russian news channel posted a video on November 24',
};

async function deskOf(
  newsroom: Newsroom,
): Promise<{ ada: Person; document: string; desk: DeskPage }> {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  return { ada, document, desk: await DeskPage.open(ada.page, document) };
}

async function mark(desk: DeskPage, quote: string): Promise<void> {
  await desk.select(quote);
  await desk.markButton.click();
}

test('every claim has an address; back and forward go from claim to claim', async ({
  newsroom,
}) => {
  const { ada, document, desk } = await deskOf(newsroom);
  const { page } = ada;
  for (const quote of Object.values(words)) await mark(desk, quote);
  await expect(page).toHaveURL(`/d/${document}/c/3`);

  await desk.claim(1).click();
  await expect(page).toHaveURL(`/d/${document}/c/1`);
  await page.goBack();
  await expect(desk.panel.getByRole('heading', { name: '#3' })).toBeVisible();
  await page.goForward();
  await expect(desk.panel.getByRole('heading', { name: '#1' })).toBeVisible();

  await page.goto(`/d/${document}/c/3`);
  await expect(desk.panel.getByRole('heading', { name: '#3' })).toBeVisible();
  await expect(desk.marks.filter({ hasText: words.video })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`/d/${document}`);

  await page.goto(`/d/${document}/c/99`);
  await expect(desk.text).toBeVisible();
  await expect(page).toHaveURL(`/d/${document}`);
});

test('the keyboard goes from the list to the claim in the text and back', async ({ newsroom }) => {
  const { ada, desk } = await deskOf(newsroom);
  const { page } = ada;
  for (const quote of [words.men, words.once]) await mark(desk, quote);

  await page.keyboard.press('l');
  const list = page.getByRole('listbox', { name: 'Claims in the order of the text' });
  await expect(list).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(desk.claim(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  const first = desk.marks.filter({ hasText: words.men });
  await expect(first).toBeFocused();
  await expect(first).toHaveAttribute('aria-details', 'claim');
  await expect(desk.marks.filter({ hasText: words.once })).not.toHaveAttribute('aria-details');
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
});

test('words that are marked already are not marked again unasked', async ({ newsroom }) => {
  const { ada, desk } = await deskOf(newsroom);
  await mark(desk, words.once);
  await ada.page.keyboard.press('Escape');
  await mark(desk, words.once);
  const question = ada.page.getByRole('dialog', { name: 'This is #1 already' });
  await question.getByRole('button', { name: 'Open #1' }).click();
  await expect(desk.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  await expect(desk.claims).toHaveCount(1);

  await mark(desk, words.once);
  await question.getByRole('button', { name: 'Mark apart' }).click();
  await expect(desk.panel.getByRole('heading', { name: '#2' })).toBeVisible();
  await expect(desk.claims).toHaveCount(2);
});

test('where claims overlap, a click shows all of them', async ({ newsroom }) => {
  const { ada, desk } = await deskOf(newsroom);
  await mark(desk, words.once);
  await mark(desk, 'the mobilized personnel once');
  await ada.page.keyboard.press('Escape');
  await desk.click('personnel once a day');
  const here = ada.page.getByRole('region', { name: 'Claims at this place' });
  await expect(here.getByRole('button', { name: /^#/ })).toHaveCount(2);
  await expect(desk.panel.getByRole('heading', { name: '#2' })).toBeVisible();
  await here.getByRole('button', { name: /^#1/ }).click();
  await expect(desk.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  await desk.click('Russian milblogger responses');
  await expect(here).toHaveCount(0);
});

test('Undo in a message takes back what that message told, whatever came after', async ({
  newsroom,
}) => {
  const { ada, desk } = await deskOf(newsroom);
  const { page } = ada;
  await mark(desk, words.men);
  const first = page.getByRole('alertdialog').filter({ hasText: 'Claim marked.' });
  await expect(first).toBeVisible();
  await page.getByRole('button', { name: 'Unlock text' }).click();
  await expect(page.getByText('Text unlocked.')).toBeVisible();
  await first.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back: Claim marked.')).toBeVisible();
  await expect(desk.claims).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Edit text' })).toBeEnabled();
});

test('what others do is announced, and editing ends when the text is locked', async ({
  newsroom,
}) => {
  const { ada, document, desk } = await deskOf(newsroom);
  await ada.page.getByRole('button', { name: 'Unlock text' }).click();
  const eve = await newsroom.member(ada, document, 'Eve Moran', 'editor');
  const hers = await DeskPage.open(eve.page, document);
  await hers.edit();

  await mark(desk, words.once);
  await expect(eve.page.getByText('Ada Osei marked claim 1.')).toBeAttached();
  await desk.menu('Lock text');
  await expect(eve.page.getByRole('radio', { name: 'Annotate' })).toBeChecked();
  await expect(
    eve.page.getByText('The text is locked. Ask a lead to unlock it.').first(),
  ).toBeVisible();
});

test('one key marks the same words as said and as so, linked', async ({ newsroom }) => {
  const { ada, desk } = await deskOf(newsroom);
  await desk.select(words.men);
  await ada.page.keyboard.press('Shift+C');
  await expect(desk.claims).toHaveCount(2);
  await expect(desk.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  await expect(desk.panel.getByRole('radio', { name: 'that they said it' })).toBeChecked();
  await desk.claim(2).click();
  await expect(desk.panel.getByRole('radio', { name: 'that it is so' })).toBeChecked();
});

test('while the text is edited, Ctrl K links the selected words instead of opening the palette', async ({
  newsroom,
}) => {
  const { ada, desk } = await deskOf(newsroom);
  const { page } = ada;
  await page.getByRole('button', { name: 'Unlock text' }).click();
  await desk.edit();
  await desk.select('interactive map');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Link' });
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://example.org/map');
  await dialog.getByRole('button', { name: 'Set link' }).click();
  await expect(desk.text.getByRole('link', { name: 'interactive map' })).toHaveAttribute(
    'href',
    'https://example.org/map',
  );
});
