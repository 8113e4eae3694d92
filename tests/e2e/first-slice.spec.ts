// The first slice from end to end, two people in two browsers: from the set-up
// link to the files that go out, with a server that dies on the way.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import * as Y from 'yjs';
import { fromJSONSchema } from 'zod';
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import { renumberPeople } from '../../server/exporters/bundle-people.ts';
import { type Bundle, bundleSchema } from '../../server/exporters/bundle-schema.ts';
import { RawClient } from '../server/sync/raw-client.ts';
import { until } from '../until.ts';
import { DeskPage } from './desk-page.ts';
import { expect, makeAccount, Newsroom, type Person, test } from './newsroom.ts';

const TITLE = 'Russian Offensive Campaign Assessment, November 25';
const FIRST = 'now face a military tribunal for desertion';
const SECOND = 'punishment for the entire unit';

test('two people check a claim together, from the set-up link to the files', async ({
  browser,
  newsroom,
}) => {
  test.setTimeout(240_000);
  const { ada, document } = await test.step('A starts from the set-up link', async () => {
    const context = await newsroom.browser({ acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(newsroom.setupUrl ?? '');
    await makeAccount(page, 'Ada Osei', 'Create the owner’s account');
    await page.getByRole('link', { name: TITLE }).click();
    await DeskPage.on(page);
    const ada = { name: 'Ada Osei', email: '', context, page };
    return { ada, document: new URL(page.url()).pathname.split('/')[2] ?? '' };
  });

  const ben = await test.step('A invites B as an analyst', async () => {
    const { page } = ada;
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Invite by link' }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page
      .getByRole('group', { name: 'Invitation link' })
      .getByRole('code')
      .innerText();
    const context = await newsroom.browser();
    const ben = { name: 'Ben Adeyemi', email: '', context, page: await context.newPage() };
    await ben.page.goto(link);
    await makeAccount(ben.page, ben.name, 'Create account and join');
    await expect(ben.page).toHaveURL(`/d/${document}`);
    return ben;
  });

  const desk = await DeskPage.open(ada.page, document);
  const bens = await DeskPage.on(ben.page);
  const both = [desk, bens];
  for (const [each, other] of [
    [desk, ben],
    [bens, ada],
  ] as const) {
    const here = each.page.getByRole('list', { name: 'Who else is here' });
    await expect(here.getByRole('button', { name: other.name })).toBeVisible();
  }

  await test.step('A marks a claim over two paragraphs, and B sees it', async () => {
    await desk.select(FIRST, SECOND);
    await desk.markButton.click();
    for (const each of both) {
      await expect(each.claim(1)).toContainText(FIRST);
      await expect(each.marks).toHaveCount(2);
      const words = await each.marked();
      expect(words[0]?.startsWith(FIRST)).toBe(true);
      expect(words.at(-1)?.endsWith(SECOND)).toBe(true);
    }
    await expect(desk.saved).toHaveText('Saved');
  });

  await test.step('B adds evidence graded B2 and judges', async () => {
    await bens.openClaim(1);
    await bens.addEvidence({
      link: 'https://example.org/tribunals',
      title: 'Tribunals in Serpukhov',
      passage: 'Twelve men were charged with desertion.',
      stance: 'Supports',
      grade: 'b2',
    });
    await bens.judge('Mostly true', 'Moderate', 'One source of its own saw the papers.');
    await desk.openClaim(1);
    await expect(desk.panel.getByRole('link', { name: 'Tribunals in Serpukhov' })).toBeVisible();
    await expect(desk.panel.getByText('B2')).toBeVisible();
    await expect(desk.claim(1)).toContainText('B2');
    await expect(desk.claim(1)).toContainText('1 of 1');
  });

  await test.step('A reviews and rules, and B sees the claim settled', async () => {
    await desk.review('Agree', 'The source was there.');
    await desk.rule('Mostly true', 'Charges were brought; a verdict is not known.');
    for (const each of both) await expect(each.claim(1)).toContainText('Mostly true');
    await bens.tab('Verdicts');
    const ruling = bens.panel.getByRole('region', { name: 'Ruling' });
    await expect(ruling).toContainText('Charges were brought; a verdict is not known.');
    await expect(bens.panel.getByText('The source was there.')).toBeVisible();
    await expect(bens.marks.last()).toHaveAttribute('data-label', '1 MT');
  });

  await test.step('B may not write the text, whatever their browser sends', async () => {
    const before = await desk.blocks();
    const client = await intrude(newsroom, ben, document);
    await until('the server has cut it off', () => client.closed);
    expect(client.all('refused')).toEqual([expect.objectContaining({ code: 'may-not-edit' })]);
    expect(client.closed?.code).toBe(4422);
    await bens.reload();
    for (const each of both) expect(await each.blocks()).toEqual(before);
    await expect(bens.page.getByRole('radio', { name: 'Edit text' })).toBeDisabled();
  });

  const whole = `${FIRST}, but the men later`;
  /** The claim stands on words that begin so, in so many pieces, on both sides. */
  const stands = async (begin: string, pieces: number): Promise<void> => {
    for (const each of both) {
      await expect.poll(async () => (await each.marked())[0]).toContain(begin);
      await expect(each.marks).toHaveCount(pieces);
      const words = await each.marked();
      expect(words.some((piece) => piece.endsWith(SECOND))).toBe(true);
    }
  };

  await test.step('A edits before and inside the claim, splits and joins', async () => {
    await desk.page.getByRole('button', { name: 'Unlock text' }).click();
    await desk.edit();
    const { keyboard } = desk.page;
    await desk.click('A Russian source reported');
    await expect(bens.text.locator('.their-name')).toHaveAttribute('data-name', 'Ada Osei');
    await keyboard.type('Update: ');
    await stands(whole, 2);
    await desk.click('for desertion, but');
    await keyboard.type('allegedly ');
    await stands('now face a military tribunal allegedly for desertion, but', 2);
    await keyboard.press('Enter');
    await stands('now face a military tribunal allegedly ', 3);
    await keyboard.press('Backspace');
    await stands('now face a military tribunal allegedly for desertion, but', 2);
  });

  // What was typed so far is not for the next step to undo.
  await desk.reload();
  await desk.edit();

  await test.step('A cuts the claim out, pastes it elsewhere, and undoes it', async () => {
    const { keyboard } = desk.page;
    const before = await desk.blocks();
    await desk.select('Update: A Russian source', 'is investigating).');
    await keyboard.press('Control+x');
    for (const each of both) await expect(each.marks).toHaveCount(0);
    await desk.click('increasingly harsh penalties.', 'end');
    await keyboard.press('Enter');
    await keyboard.press('Control+v');
    await stands('now face a military tribunal allegedly for desertion, but', 2);
    const moved = await desk.blocks();
    const at = moved.findIndex((words) => words.startsWith('However, some milbloggers'));
    expect(moved[at + 1]).toMatch(/^Update: A Russian source/);
    expect(await bens.blocks()).toEqual(moved);
    await expect(async () => {
      await keyboard.press('Control+z');
      expect(await desk.blocks()).toEqual(before);
    }).toPass();
    await stands('now face a military tribunal allegedly for desertion, but', 2);
    await expect.poll(() => bens.blocks()).toEqual(before);
    await expect(desk.saved).toHaveText('Saved');
    for (const each of both) await each.reload();
    await stands('now face a military tribunal allegedly for desertion, but', 2);
  });

  await test.step('both work offline, and have everything once they are back', async () => {
    for (const { context } of [ada, ben]) await context.setOffline(true);
    for (const each of both) await expect(each.saved).toHaveText('Offline');
    await desk.edit();
    await desk.click('Some Russian milbloggers');
    await desk.page.keyboard.type('Meanwhile: ');
    await expect(desk.saved).toContainText('kept here');
    await bens.select('Russian Mother’s Day');
    await bens.markButton.click();
    await expect(bens.panel).toContainText('Russian Mother’s Day');
    await bens.judge('False', 'High', 'It is two days later.');
    await expect(bens.saved).toContainText('kept here');
    for (const { context } of [ada, ben]) await context.setOffline(false);
    for (const each of both) {
      await expect(each.saved).toHaveText('Saved');
      await expect(each.claim(2)).toContainText('1 of 1');
      await expect(each.text).toContainText('Meanwhile: Some Russian milbloggers');
      await expect.poll(() => each.marked()).toContain('Russian Mother’s Day');
    }
  });

  await test.step('the server is killed while they work, and starts again', async () => {
    await desk.click('Meanwhile: ', 'end');
    await desk.page.keyboard.type('all night ');
    await newsroom.kill();
    await desk.page.keyboard.type('long, ');
    await bens.openClaim(1);
    await bens.addEvidence({
      link: 'https://example.org/denial',
      title: 'A denial',
      passage: 'No charges were brought.',
      stance: 'Refutes',
      grade: 'D4',
    });
    for (const each of both) await expect(each.saved).toContainText('kept here');
    await newsroom.start();
    for (const each of both) {
      await expect(each.saved).toHaveText('Saved');
      await expect(each.text).toContainText('Meanwhile: all night long, Some Russian milbloggers');
    }
    await newsroom.kill();
    await newsroom.start();
    for (const each of both) {
      await each.reload();
      await expect(each.saved).toHaveText('Saved');
      await expect(each.text).toContainText('Meanwhile: all night long, Some Russian milbloggers');
      await each.openClaim(1);
      await each.tab('Evidence');
      await expect(each.panel.getByRole('link', { name: 'A denial' })).toBeVisible();
    }
    await stands('now face a military tribunal allegedly for desertion, but', 3);
  });

  await test.step('the annotated page tells it all without scripts', async () => {
    const file = await desk.export('Annotated page');
    const reader = await newsroom.browser({ javaScriptEnabled: false });
    const page = await reader.newPage();
    await page.goto(pathToFileURL(file).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
    const claim = page.getByRole('article', { name: /^Claim\s+#1/ });
    for (const words of [
      'Tribunals in Serpukhov',
      'Twelve men were charged with desertion.',
      'B2',
      'D4',
      'Ben Adeyemi',
      'One source of its own saw the papers.',
      'The source was there.',
      'Charges were brought; a verdict is not known.',
      'Mostly true',
    ])
      await expect(claim).toContainText(words);
    await expect(page.getByRole('article', { name: /^Claim\s+#2/ })).toContainText(
      'It is two days later.',
    );
    await expect(page.locator('#text-1')).toContainText('now face a military tribunal allegedly');
    await page.getByRole('link', { name: /^Claim\s+1 MT/ }).click();
    await expect(claim).toBeInViewport();
  });

  await test.step('the bundle is as documented, and an empty workspace gives it back', async () => {
    const file = await desk.export('Attest bundle');
    const bundle = await readBundle(file);
    expect(bundle.claims.map(({ number }) => number)).toEqual([1, 2]);
    const other = await Newsroom.open(browser);
    try {
      const cleo = await other.owner('Cleo Brandt');
      await cleo.page.goto('/');
      await cleo.page.locator('input[type=file]').setInputFiles({
        name: 'assessment.attest.json',
        mimeType: 'application/json',
        buffer: await readFile(file),
      });
      const copy = await DeskPage.on(cleo.page);
      await expect(copy.claim(2)).toContainText('Russian Mother’s Day');
      const again = await readBundle(await copy.export('Attest bundle'));
      expect(comparable(again)).toEqual(comparable(bundle));
      expect(await copy.blocks()).toEqual(await desk.blocks());
      expect(other.complaints).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

const documented = fromJSONSchema(
  JSON.parse(await readFile(new URL('../../docs/bundle.schema.json', import.meta.url), 'utf8')),
);

/** Fails where the file is not as docs/bundle.schema.json says. */
async function readBundle(file: string): Promise<Bundle> {
  const bundle: unknown = JSON.parse(await readFile(file, 'utf8'));
  documented.parse(bundle);
  return bundleSchema.parse(bundle);
}

/** Without what an import gives anew: moment, the document's id, the numbers of people (here their place by name). */
function comparable(bundle: Bundle): unknown {
  const names = bundle.people.map(({ name }) => name).toSorted();
  const nameOf = new Map(bundle.people.map(({ id, name }) => [id, name]));
  const renumbered = renumberPeople(bundle, (id) => 1000 + names.indexOf(nameOf.get(id) ?? ''));
  const people = renumbered.people.toSorted((a, b) => a.id - b.id);
  return { ...renumbered, people, exportedAt: 0, document: { ...bundle.document, id: '' } };
}

/** Types into the text over B's own session, as no page of ours would. */
async function intrude(newsroom: Newsroom, person: Person, document: string): Promise<RawClient> {
  const session = await newsroom.call(person, 'POST', `/documents/${document}/session`);
  const { lineage, client } = session as { lineage: string; client: number };
  const cookies = await person.context.cookies();
  const query = new URLSearchParams({
    protocol: '1',
    lineage,
    schema: String(SCHEMA_VERSION),
    client: String(client),
  });
  const socket = RawClient.at(`${newsroom.url.replace('http', 'ws')}/sync/${document}?${query}`, {
    origin: newsroom.url,
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  });
  socket.doc.clientID = client;
  await socket.introduced();
  socket.edit((doc) => {
    const text = [
      ...doc.getXmlFragment('text').createTreeWalker((node) => node instanceof Y.XmlText),
    ][0];
    if (!(text instanceof Y.XmlText)) throw new Error('There is no text.');
    text.insert(0, 'Forged. ');
  });
  return socket;
}
