// An analyst's work without a pointer, and what protects somebody who only types.
import { DeskPage } from './desk-page.ts';
import { press, tabTo } from './hands.ts';
import { expect, type Newsroom, test } from './newsroom.ts';

async function analyst(newsroom: Newsroom): Promise<DeskPage> {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Adeyemi', 'analyst');
  return DeskPage.open(ben.page, document);
}

test('claims are marked, judged, withdrawn and brought back by keys alone', async ({
  newsroom,
}) => {
  const desk = await analyst(newsroom);
  const { page } = desk;
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await press(page, 'Enter');

  await press(page, 'ArrowDown', 'ArrowDown', 'c');
  await expect(desk.claim(1)).toBeVisible();
  await press(page, 'ArrowDown', 'Shift+ArrowDown', 'c');
  await expect(desk.claim(2)).toBeVisible();
  // The second one goes over the end of a paragraph.
  await expect(desk.marks).toHaveCount(3);
  await expect(desk.panel.getByRole('heading', { name: '#2' })).toBeVisible();
  await press(page, 'k');
  await expect(desk.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  await press(page, 'k');
  await expect(page.getByText('That was the first claim.')).toBeVisible();

  await press(page, 's');
  const form = desk.panel.getByRole('form', { name: 'New evidence' });
  await expect(form.getByRole('textbox', { name: 'Link' })).toBeFocused();
  await page.keyboard.type('https://example.org/map');
  await tabTo(page, form.getByRole('textbox', { name: 'Title' }));
  await page.keyboard.type('The map');
  await tabTo(page, form.getByRole('textbox', { name: 'Grade' }));
  await page.keyboard.type('b2');
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(desk.panel.getByRole('link', { name: 'The map' })).toBeVisible();

  await press(page, '2', 'Shift+Enter');
  const rationale = desk.panel.getByRole('textbox', { name: 'Rationale' });
  await expect(rationale).toBeFocused();
  await page.keyboard.type('As the map shows.');
  await press(page, 'Escape');
  await expect(rationale).not.toBeFocused();
  await expect(desk.panel.getByRole('radio', { name: 'Mostly true', exact: true })).toBeChecked();
  await press(page, 'Enter');
  await expect(desk.claim(1)).toContainText('1 of 1');
  await expect(desk.panel.getByRole('heading', { name: '#2' })).toBeVisible();

  await press(page, 'Control+k');
  await page.keyboard.type('withdraw');
  await press(page, 'Enter');
  await expect(page.getByText('Claim withdrawn.')).toBeVisible();
  await expect(desk.claim(2)).toHaveCount(0);
  await press(page, 'Control+z');
  await expect(desk.claim(2)).toBeVisible();
  await expect(desk.marks).toHaveCount(3);
});

test('help names every key, the palette finds what one types, Esc goes back out', async ({
  newsroom,
}) => {
  const desk = await analyst(newsroom);
  const { page } = desk;
  await desk.text.focus();
  await press(page, 'ArrowDown', 'c');
  await expect(desk.claim(1)).toBeVisible();
  await press(page, 'Shift+Slash');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(help).toContainText('Mark claim');
  await expect(help).toContainText('Submit the verdict and go on');
  await press(page, 'Escape');
  await expect(help).toHaveCount(0);

  await press(page, 'Control+k');
  await page.keyboard.type('search cl');
  await press(page, 'Enter');
  await expect(page.getByRole('searchbox', { name: 'Search claims' })).toBeFocused();
  await page.keyboard.type('no such words');
  await expect(page.getByText('No claim fits')).toBeVisible();
  await press(page, 'Escape');
  await expect(desk.claim(1)).toBeVisible();
});

test('who types with no field selected does no harm, and is told', async ({ newsroom }) => {
  const desk = await analyst(newsroom);
  await desk.text.focus();
  await press(desk.page, 'ArrowDown');
  await desk.page.keyboard.type('concerns');
  await expect(desk.page.getByText('Typing? No field was selected.')).toBeVisible();
  await expect(desk.claims).toHaveCount(0);
  await expect(desk.saved).toHaveText('Saved');
});

test('single keys can be switched off', async ({ newsroom }) => {
  const desk = await analyst(newsroom);
  const { page } = desk;
  await desk.text.focus();
  await press(page, 'Shift+Slash');
  const single = page.getByRole('checkbox', { name: /Single letters/ });
  await single.focus();
  await press(page, 'Space', 'Escape');
  await expect(single).toHaveCount(0);
  await desk.text.focus();
  await press(page, 'ArrowDown', 'c');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  await press(page, 'Control+k');
  await page.keyboard.type('mark');
  await expect(desk.claims).toHaveCount(0);
  await press(page, 'Enter');
  await expect(desk.claim(1)).toBeVisible();
});

test('from a row of the list a digit drafts and ↵ gives it, and goes on to the next claim', async ({
  newsroom,
}) => {
  const desk = await analyst(newsroom);
  const { page } = desk;
  await desk.text.focus();
  await press(page, 'ArrowDown', 'ArrowDown', 'c');
  await expect(desk.claim(1)).toBeVisible();
  await press(page, 'ArrowDown', 'c');
  await expect(desk.claim(2)).toBeVisible();
  await desk.openClaim(1);
  await press(page, '2', 'Enter');
  await expect(desk.panel.getByRole('heading', { name: '#2' })).toBeVisible();
  await expect(desk.claim(1)).toContainText('1 of 1');
});

test('a key on the heels of another never acts on the claim that was left', async ({
  newsroom,
}) => {
  const desk = await analyst(newsroom);
  const { page } = desk;
  await desk.text.focus();
  await press(page, 'ArrowDown', 'c');
  await expect(desk.claim(1)).toBeVisible();
  await press(page, 'ArrowDown', 'c');
  await expect(desk.claim(2)).toBeVisible();
  await press(page, 'k', 'l', '2');
  const drafted = desk.panel.getByRole('radio', { name: 'Mostly true', exact: true });
  await expect(drafted).toBeChecked();

  // Between the two the list is drawn, and no task more: the right pane has had no time.
  const paneBetween = await page.evaluate(async () => {
    const list = document.activeElement;
    const down = (key: string): void => {
      list?.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true }));
    };
    down('ArrowDown');
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    const said = document.querySelector('#claim h2')?.textContent;
    down('Enter');
    return said;
  });
  expect(paneBetween, 'the pane is still at the claim before').toContain('#1');
  await expect(desk.panel.getByRole('heading', { name: '#2' })).toBeVisible();
  await expect(drafted).not.toBeChecked();
  await expect(desk.claim(1)).not.toContainText('1 of 1');
  await press(page, 'k');
  await expect(drafted).toBeChecked();
  await press(page, 'Enter');
  await expect(desk.claim(1)).toContainText('1 of 1');
});
