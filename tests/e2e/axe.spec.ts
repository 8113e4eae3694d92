// The desk on the real server, in each state that one gets into: no fault that
// axe knows, wide and narrow, light and dark. `pages.spec.ts` does the same for
// the pages around it.
import { DeskPage } from './desk-page.ts';
import { faultless } from './faultless.ts';
import { expect, type Newsroom, type Person, test } from './newsroom.ts';

test('a desk without claims, as each role sees it', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const desk = await DeskPage.open(ada.page, document);
  await faultless(desk.page, 'empty, lead');
  await desk.page.getByRole('button', { name: 'Unlock text' }).click();
  await desk.edit();
  await desk.select('the Russian military command');
  await faultless(desk.page, 'text being edited, words selected');
  const eve = await newsroom.member(ada, document, 'Eve Moran', 'viewer');
  await faultless((await DeskPage.open(eve.page, document)).page, 'empty, viewer');
});

test('a claim from its marking to its ruling', async ({ newsroom }) => {
  const { ada, ben, desk, bens } = await two(newsroom);
  await desk.select('the Russian military command', 'without proper training');
  await faultless(ada.page, 'words selected');
  await desk.markButton.click();
  await desk.openClaim(1);
  await faultless(ada.page, 'a claim without anything');
  await desk.panel.getByRole('button', { name: 'Add evidence' }).click();
  await faultless(ada.page, 'evidence form');
  await desk.panel.getByRole('button', { name: 'Cancel' }).click();
  await bens.openClaim(1);
  await bens.addEvidence({
    link: 'https://example.org/training',
    title: 'Ten days of training',
    passage: 'They had ten days.',
    stance: 'Supports',
    grade: 'B2',
  });
  await bens.judge('Mostly true', 'Moderate', 'A source of its own.');
  await desk.tab('Verdicts');
  await desk.panel.getByRole('button', { name: 'Review' }).click();
  await faultless(ada.page, 'review form');
  await desk.panel.getByRole('button', { name: 'Cancel' }).click();
  await desk.review('Agree', '');
  await desk.panel.getByRole('button', { name: 'Rule', exact: true }).click();
  await faultless(ada.page, 'ruling form');
  await desk.panel.getByRole('button', { name: 'Cancel' }).click();
  await desk.rule('Mostly true', 'So it was.');
  await faultless(ada.page, 'settled, verdicts');
  await desk.tab('Evidence');
  await faultless(ada.page, 'settled, evidence');
  await desk.panel.getByRole('button', { name: 'More' }).click();
  await faultless(ada.page, 'menu of a claim');
  await ada.page.keyboard.press('Escape');
  await faultless(ben.page, 'settled, the other');
});

test('the forms of a claim', async ({ newsroom }) => {
  const { ada, desk } = await two(newsroom);
  const words = 'the Russian military command sent them into battle without proper training';
  await desk.select(words);
  await desk.markButton.click();
  await desk.openClaim(1);
  await desk.panel.getByRole('region', { name: 'From the sentence' }).waitFor();
  await faultless(ada.page, 'what the sentence offers');
  for (const [item, title] of [
    ['Restate…', 'Restate #1'],
    ['Merge into another claim…', 'Merge #1 into another claim'],
    ['Split…', 'Split #1'],
  ] as const) {
    await desk.panel.getByRole('button', { name: 'More' }).click();
    await ada.page.getByRole('menuitem', { name: item }).click();
    const form = ada.page.getByRole('dialog', { name: title });
    await form.waitFor();
    if (item === 'Restate…') await form.getByRole('button', { name: 'Add a step' }).click();
    await faultless(ada.page, title);
    await form.getByRole('button', { name: 'Cancel' }).click();
  }
  await ada.page.keyboard.press('a');
  await ada.page.getByRole('menuitemcheckbox').first().waitFor();
  await faultless(ada.page, 'who is asked');
  await ada.page.keyboard.press('Escape');
  await desk.select(words);
  await desk.markButton.click();
  await ada.page.getByRole('dialog', { name: 'This is #1 already' }).waitFor();
  await faultless(ada.page, 'marked already');
});

test('what lies over the desk, and what stops it', async ({ newsroom }) => {
  const { ada, ben, desk } = await two(newsroom);
  await desk.text.focus();
  await ada.page.keyboard.press('Shift+Slash');
  await ada.page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  await faultless(ada.page, 'keyboard help');
  await ada.page.keyboard.press('Escape');
  await ada.page.keyboard.press('Control+k');
  await ada.page.getByRole('dialog').waitFor();
  await faultless(ada.page, 'palette');
  await ada.page.keyboard.press('Escape');
  const id = await newsroom.personId(ada, documentOf(ben), 'Ben Adeyemi');
  await newsroom.call(ada, 'DELETE', `/documents/${documentOf(ben)}/members/${id}`);
  await ben.page.getByRole('heading', { name: 'No access to this document' }).first().waitFor();
  await faultless(ben.page, 'no access any more');
  await newsroom.kill();
  await expect(desk.saved).toHaveText('Offline');
  await faultless(ada.page, 'offline');
});

/** A lead and an analyst on the same locked text. */
async function two(
  newsroom: Newsroom,
): Promise<{ ada: Person; ben: Person; desk: DeskPage; bens: DeskPage }> {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Adeyemi', 'analyst');
  const desk = await DeskPage.open(ada.page, document);
  return { ada, ben, desk, bens: await DeskPage.open(ben.page, document) };
}

function documentOf({ page }: Person): string {
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}
