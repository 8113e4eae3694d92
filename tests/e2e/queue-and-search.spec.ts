// What a lead asks for comes to the other by itself and is gone through by key,
// from one document into the next; what is written is found, by those who may see it.
import type { Page } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { faultless } from './faultless.ts';
import { press } from './hands.ts';
import { expect, type Newsroom, type Person, test } from './newsroom.ts';

test('what a lead asks for is counted live, and gone through by key into the next document', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const first = await newsroom.seed(ada);
  const desk = await withClaim(ada, first);
  // The same claim of the same id, in another document.
  const second = await copyOf(newsroom, ada, first, 'The day after');
  const ben = await newsroom.member(ada, first, 'Ben Adeyemi', 'analyst');
  const { page } = ben;
  await page.goto('/queue');
  await expect(page.getByText('Nothing waits for you', { exact: true })).toBeVisible();
  await faultless(page, 'nothing waits');

  // In a document that he does not look at.
  await assign(desk, 'Ada Osei', 'Ben Adeyemi');
  await expect(page).toHaveTitle('(1) Queue · Attest');
  const asked = page.getByRole('region', { name: 'Verdicts that you are asked for' });
  await expect(asked.getByRole('link')).toHaveCount(1);
  await expect(asked).toContainText('Ada Osei');
  await invite(newsroom, ada, ben, second);
  await assign(await DeskPage.open(ada.page, second), 'Ada Osei', 'Ben Adeyemi');
  await expect(asked.getByRole('link')).toHaveCount(2);
  await expect(page).toHaveTitle('(2) Queue · Attest');
  await faultless(page, 'two wait');

  const rows = asked.getByRole('link');
  await page.getByRole('heading', { name: /^Queue/ }).click();
  await press(page, 'n');
  await expect(rows.first()).toBeFocused();
  await press(page, 'n');
  await expect(rows.last()).toBeFocused();
  await press(page, 'n');
  await expect(page.getByText('That was the last that waits.')).toBeVisible();
  await press(page, 'p');
  await expect(rows.first()).toBeFocused();
  await press(page, '?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  for (const line of ['Next that waits for me', 'Open what waits, and go on from there'])
    await expect(help.getByText(line)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/c\/1$/);
  await expect(page.getByRole('navigation', { name: 'Your queue' })).toContainText('1 of 2');
  await page.goBack();

  await page.getByRole('radio', { name: 'By document' }).click();
  await page
    .getByRole('region', { name: 'The day after' })
    .getByRole('link', { name: 'Give a verdict' })
    .click();
  const his = await arrivedAt(page, second);
  await expect(page.getByRole('link', { name: /^Queue\b.*\b2 waiting$/ })).toBeVisible();
  const walk = page.getByRole('navigation', { name: 'Your queue' });
  await expect(walk).toContainText(/Queue: \d of 2/);
  await press(page, 'n');
  await arrivedAt(page, first);
  await press(page, 'p');
  await arrivedAt(page, second);
  await his.judge('True', 'High', 'Three of them say so.');
  await arrivedAt(page, first);
  await expect(page).toHaveTitle(/^\(1\) /);
  await his.judge('True', 'High', 'Here too.');
  await expect(walk.getByRole('status')).toContainText('Nothing else waits.');
  await expect(page.getByRole('link', { name: 'Queue', exact: true })).toBeVisible();
  await walk.getByRole('link', { name: 'Done for now' }).click();
  await expect(page).toHaveURL('/queue');
  await expect(page.getByText('Done for now', { exact: true })).toBeVisible();
  await expect(page).toHaveTitle('Queue · Attest');
});

test('a claim is found by its restatement and opened; a stranger finds nothing', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const desk = await withClaim(ada, document);
  const { page } = ada;
  await give(desk, 'e');
  await page
    .getByRole('textbox', { name: 'Restated' })
    .fill('Conscripts from Serpukhov reached the Éclair depot untrained.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.goto('/');
  await page.getByRole('searchbox').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('eclair conscr');
  await page.keyboard.press('Enter');
  const claims = page.getByRole('region', { name: 'Claims' });
  // What was written a moment ago is in the index a moment later.
  await expect(async () => {
    await page.reload();
    await expect(claims.getByRole('link')).toHaveCount(1, { timeout: 3_000 });
  }).toPass();
  await expect(claims.locator('mark')).toHaveText(['Conscripts', 'Éclair']);
  await faultless(page, 'found');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(`/d/${document}/c/1`);
  await DeskPage.on(page);
  await expect(desk.panel.getByRole('heading', { name: '#1' })).toBeVisible();

  const elsewhere = await newsroom.blank(ada, 'Elsewhere');
  const stranger = await newsroom.member(ada, elsewhere, 'Sam Ito', 'lead');
  await stranger.page.goto('/search?q=eclair');
  await expect(stranger.page.getByText('No results for “eclair”', { exact: true })).toBeVisible();
  await faultless(stranger.page, 'nothing found');
  await stranger.page.getByRole('searchbox').fill('elsewhere');
  await expect(
    stranger.page.getByRole('region', { name: 'Documents' }).getByRole('link'),
  ).toHaveCount(1);
});

test('a comment is found with who said it, and leads to its thread', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const desk = await withClaim(ada, document);
  const { page } = ada;
  await desk.tab('Talk');
  await desk.panel.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByRole('textbox', { name: 'Comment on this claim' }).fill('Which gearbox broke?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: /^Thread/ })).toContainText('Which gearbox');

  await page.goto('/search?q=gearbox');
  const comments = page.getByRole('region', { name: 'Comments' });
  await expect(async () => {
    await page.reload();
    await expect(comments.getByRole('link')).toHaveCount(1, { timeout: 3_000 });
  }).toPass();
  await expect(comments.locator('mark')).toHaveText(['gearbox']);
  await expect(comments.getByRole('listitem')).toContainText('#1');
  await expect(comments.getByRole('listitem')).toContainText('Ada Osei');
  await faultless(page, 'a comment found');
  await comments.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/d/${document}/c/1`));
  const thread = page.getByRole('article', { name: /^Thread/ });
  await expect(thread).toBeFocused();
  await expect(thread).toContainText('Which gearbox broke?');
});

async function withClaim(lead: Person, document: string): Promise<DeskPage> {
  const desk = await DeskPage.open(lead.page, document);
  await desk.select('the Russian military command', 'without proper training');
  await desk.markButton.click();
  await desk.openClaim(1);
  // Nobody else is asked until somebody is.
  await assign(desk, 'Ada Osei');
  await expect(desk.saved).toHaveText('Saved');
  return desk;
}

/** At the claim of this document, ready to be judged. */
async function arrivedAt(page: Page, document: string): Promise<DeskPage> {
  await expect(page).toHaveURL(new RegExp(`/d/${document}/c/1`));
  const desk = await DeskPage.on(page);
  await expect(desk.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  return desk;
}

async function assign(desk: DeskPage, ...names: string[]): Promise<void> {
  const { page } = desk;
  if (!(await desk.panel.getByRole('heading', { name: '#1' }).isVisible())) await desk.openClaim(1);
  await give(desk, 'a');
  for (const name of names) {
    const person = page.getByRole('menuitemcheckbox', { name });
    if ((await person.getAttribute('aria-checked')) !== 'true') await person.click();
    await expect(person).toHaveAttribute('aria-checked', 'true');
  }
  await page.keyboard.press('Escape');
}

/** By the letter of what is to be done with the open claim. */
async function give({ page, panel }: DeskPage, letter: string): Promise<void> {
  await panel.getByRole('heading', { name: '#1' }).click();
  await press(page, letter);
}

async function copyOf(newsroom: Newsroom, lead: Person, document: string, title: string) {
  const { request } = lead.context;
  const bundle = await request.get(`/api/documents/${document}/export/bundle`);
  const answer = await request.post('/api/documents/import', {
    headers: { origin: newsroom.url },
    multipart: {
      file: { name: 'copy.json', mimeType: 'application/json', buffer: await bundle.body() },
    },
  });
  const { id } = (await answer.json()) as { id: string };
  await newsroom.call(lead, 'PATCH', `/documents/${id}`, { title });
  return id;
}

/** Somebody who has an account already. */
async function invite(newsroom: Newsroom, lead: Person, person: Person, document: string) {
  const token = (await newsroom.invite(lead, document, { role: 'analyst' })).split('/').at(-1);
  await newsroom.call(person, 'POST', `/invitations/${token}/accept`);
}
