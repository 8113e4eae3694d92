// The sources of a document where there are thousands, worked on where they are listed; and copies that take a while to upload.
import AxeBuilder from '@axe-core/playwright';
import { DeskPage } from './desk-page.ts';
import { expect, type Newsroom, type Person, test } from './newsroom.ts';

const MANY = 5000;

/** The seed with that many sources more, by way of a bundle. Its id. */
async function documentWithSources(newsroom: Newsroom, ada: Person): Promise<string> {
  const document = await newsroom.seed(ada);
  const sourceId = 's'.repeat(21);
  await newsroom.call(ada, 'POST', `/documents/${document}/commands`, {
    commandId: 'c'.repeat(21),
    name: 'source.add',
    args: { sourceId, source: { url: 'https://site0.example/0', title: 'Source 0' } },
  });
  const bundle = (await newsroom.call(ada, 'GET', `/documents/${document}/export/bundle`)) as {
    sources: Record<string, unknown>[];
  };
  const [first] = bundle.sources;
  bundle.sources = Array.from({ length: MANY }, (_, at) => ({
    ...first,
    id: `s${at}`.padEnd(21, '_'),
    url: `https://site${at % 400}.example/${at}`,
    title: `Source ${at}`,
  }));
  const response = await ada.context.request.fetch('/api/documents/import?name=many.attest.json', {
    method: 'POST',
    headers: { origin: newsroom.url, 'content-type': 'application/octet-stream' },
    data: Buffer.from(JSON.stringify(bundle)),
  });
  const { id } = (await response.json()) as { id: string };
  return id;
}

test('5,000 sources are searched, filtered by the address, graded, renamed and merged in their list', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner('Ada Osei');
  const { page } = ada;
  const document = await documentWithSources(newsroom, ada);
  await page.goto(`/d/${document}/sources`);
  await expect(page.getByText(/^5000 sources of/)).toBeVisible();
  const list = page.getByRole('list', { name: 'Sources' });
  await expect(list.getByRole('article').first()).toBeVisible();
  // Only what is in view is on the page.
  expect(await list.getByRole('listitem').count()).toBeLessThan(80);
  await list.getByRole('listitem').first().focus();
  await page.keyboard.press('End');
  await expect(
    list.locator(`[aria-posinset="${MANY + 400}"]`).or(list.locator('li').last()),
  ).toBeVisible();

  await test.step('what is asked for stands in the address; back and forward go through it', async () => {
    const search = page.getByRole('searchbox', { name: 'Search sources' });
    await search.fill('Source 4321');
    await expect(list.getByRole('article')).toHaveCount(1);
    await expect(page).toHaveURL(/[?&]q=Source\+4321/);
    await page.getByRole('button', { name: /Show/ }).click();
    await page.getByRole('option', { name: 'Protected' }).click();
    await expect(page).toHaveURL(/show=protected/);
    await expect(page.getByText('No source fits')).toBeVisible();
    await page.goBack();
    await expect(list.getByRole('article')).toHaveCount(1);
    await expect(search).toHaveValue('Source 4321');
    await page.goForward();
    await expect(page.getByText('No source fits')).toBeVisible();
    await page.reload();
    await expect(page.getByText('No source fits')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(search).toHaveValue('');
    await expect(list.getByRole('article').nth(3)).toBeVisible();
    await search.fill('Source 4321');
    await expect(list.getByRole('article')).toHaveCount(1);
  });

  await test.step('a letter, another name, and that two are one', async () => {
    await list.getByRole('button', { name: 'Reliability of Source 4321: not graded' }).click();
    await page.getByRole('menuitemradio', { name: /^B:/ }).click();
    await expect(list.getByRole('button', { name: 'Reliability of Source 4321: B' })).toBeVisible();
    await list.getByRole('button', { name: 'Actions on Source 4321' }).click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    const rename = page.getByRole('dialog', { name: 'Rename the source' });
    await rename.getByRole('textbox', { name: 'Title' }).fill('Source 4321, the video');
    await page.keyboard.press('Enter');
    await expect(list.getByRole('link', { name: 'Source 4321, the video' })).toBeVisible();

    await list.getByRole('button', { name: 'Actions on Source 4321, the video' }).click();
    await page.getByRole('menuitem', { name: 'Merge with another source…' }).click();
    const find = page.getByRole('dialog', { name: /is another source/ });
    await find.getByRole('searchbox', { name: 'Which one it is' }).fill('Source 321');
    await find.getByRole('radio', { name: /^Source 321 / }).check();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await find.getByRole('button', { name: 'Go on' }).click();
    const merge = page.getByRole('dialog', { name: 'Merge two sources that are one' });
    await expect(merge).toContainText('This can be undone.');
    await merge.getByRole('button', { name: 'Merge' }).click();
    await page.getByRole('searchbox', { name: 'Search sources' }).fill('');
    await expect(page.getByText(/^4999 sources of/)).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(page.getByText(/^5000 sources of/)).toBeVisible();
  });
});

test('an upload says how far it is and is called off; a copy is of the time that somebody says', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner('Ada Osei');
  const { page } = ada;
  const document = await newsroom.seed(ada);
  const desk = await DeskPage.open(page, document);
  await desk.select('without proper training');
  await desk.markButton.click();
  await desk.addEvidence({
    link: 'https://example.org/unit',
    title: 'Unit list',
    passage: '',
    stance: 'Supports',
    grade: 'b2',
  });
  await desk.panel.getByRole('button', { name: 'Actions on Unit list' }).click();
  await page.getByRole('menuitem', { name: 'Archived copies (0)' }).click();
  const copies = desk.panel.getByRole('group', { name: 'Archived copies' });
  const picker = copies.locator('input[type=file]');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  const slowed = (bytesPerSecond: number) =>
    cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: bytesPerSecond,
    });
  const page1 = `<!doctype html><title>Saved</title>${'<p>Words of a saved page.</p>'.repeat(100_000)}`;
  const saved = { name: 'saved.html', mimeType: 'text/html', buffer: Buffer.from(page1) };

  await slowed(120_000);
  await picker.setInputFiles(saved);
  const bar = copies.getByRole('progressbar', { name: 'Uploading saved.html' });
  await expect(bar).toBeVisible();
  await expect
    .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 30_000 })
    .toBeGreaterThan(0);
  await copies.getByRole('button', { name: 'Cancel upload' }).click();
  await expect(bar).toHaveCount(0);
  await expect(copies.getByRole('button', { name: 'Upload a copy' })).toBeVisible();
  await expect(copies.getByRole('alert')).toHaveCount(0);

  await slowed(-1);
  await copies.getByLabel('Captured').fill('2030-01-01T00:00');
  await picker.setInputFiles(saved);
  await expect(copies.getByText('at a time that has been')).toBeVisible();
  await copies.getByLabel('Captured').fill('2022-11-25T21:04');
  await picker.setInputFiles(saved);
  const link = copies.getByRole('link', { name: 'saved.html' });
  await expect(link).toBeVisible();
  await expect(copies.getByText('captured 25 Nov 2022')).toBeVisible();
  // Nothing came of the one that was called off.
  await expect(copies.getByRole('link')).toHaveCount(1);

  await copies.getByRole('button', { name: 'Link to a copy' }).click();
  await copies.getByLabel('Captured').fill('');
  await copies
    .getByRole('textbox', { name: 'Address of the archived copy' })
    .fill('https://web.archive.org/web/20211125210405/https://example.org/unit');
  await copies.getByRole('button', { name: 'Add the link' }).click();
  await expect(copies.getByText('captured 25 Nov 2021')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('#claim').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
