// What a claim says of itself, by two people at once: defaults taken from the
// sentence, the chain, twins, duplicates, merging and splitting, and one field
// written by both.
import { DeskPage } from './desk-page.ts';
import { expect, type Newsroom, type Person, test } from './newsroom.ts';

const words = {
  men: 'Mobilized personnel from Serpukhov, Moscow Oblast, claimed on November 23 that the Russian military command sent them into battle without proper training',
  sent: 'the Russian military command sent them into battle without proper training',
  source:
    'A Russian source reported that the Serpukhov mobilized personnel now face a military tribunal',
  once: 'command only feeds the mobilized personnel once a day',
};

interface Two {
  readonly ada: Person;
  readonly ben: Person;
  readonly first: DeskPage;
  readonly second: DeskPage;
}

async function two(newsroom: Newsroom): Promise<Two> {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Roy', 'analyst');
  return {
    ada,
    ben,
    first: await DeskPage.open(ada.page, document),
    second: await DeskPage.open(ben.page, document),
  };
}

async function mark(desk: DeskPage, quote: string): Promise<void> {
  await desk.select(quote);
  await desk.markButton.click();
  await expect(desk.panel.getByText(quote).first()).toBeVisible();
}

async function choose(desk: DeskPage, item: string): Promise<void> {
  await desk.panel.getByRole('button', { name: 'More' }).click();
  await desk.page.getByRole('menuitem', { name: item }).click();
}

test('the sentence offers claimant, chain, date; a key takes them, and nothing is taken unasked', async ({
  newsroom,
}) => {
  const { ada, first, second } = await two(newsroom);
  await mark(first, words.sent);
  const offers = first.panel.getByRole('region', { name: 'From the sentence' });
  await expect(offers).toContainText('Mobilized personnel from Serpukhov, Moscow Oblast');
  await expect(offers).toContainText('November 23 (23 November)');
  await second.openClaim(1);
  await expect(second.panel).toContainText('not named yet');
  await first.click('Russian milblogger responses');
  await ada.page.keyboard.press('Escape');
  await first.openClaim(1);
  await ada.page.keyboard.press('y');
  await expect(offers).toHaveCount(0);
  await expect(second.panel).toContainText(
    'Mobilized personnel from Serpukhov, Moscow Oblast · 23 November',
  );
  await expect(second.panel).toContainText('claimed (November 23)');

  await ada.page.keyboard.press('e');
  const dialog = ada.page.getByRole('dialog', { name: 'Restate #1' });
  await dialog.getByRole('button', { name: 'Add a step' }).click();
  await dialog.getByRole('textbox', { name: 'Who, step 2' }).fill('A Telegram channel');
  await ada.page.keyboard.press('Alt+ArrowUp');
  await expect(dialog.getByRole('textbox', { name: 'Who, step 1' })).toHaveValue(
    'A Telegram channel',
  );
  await dialog.getByRole('textbox', { name: 'Tags' }).fill('mobilization,');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(second.panel).toContainText('A Telegram channel → Mobilized personnel');
  await expect(second.panel).toContainText('#mobilization');
});

test('said and so are one step: linked, numbered, seen by others, taken back together', async ({
  newsroom,
}) => {
  const { ada, first, second } = await two(newsroom);
  await first.select(words.men);
  await ada.page.keyboard.press('Shift+C');
  await expect(first.claims).toHaveCount(2);
  await expect(second.claims).toHaveCount(2);
  await first.panel.getByRole('radio', { name: 'that it is so → #2' }).click();
  await expect(first.panel.getByRole('heading', { name: '#2' })).toBeVisible();
  await expect(first.panel.getByRole('radio', { name: 'that they said it → #1' })).toBeVisible();
  await choose(first, 'Unlink from #1');
  await expect(
    first.panel.getByRole('radio', { name: 'that they said it', exact: true }),
  ).toBeVisible();
  await ada.page.keyboard.press('Control+z');
  await expect(first.panel.getByRole('radio', { name: 'that they said it → #1' })).toBeVisible();
  await ada.page.keyboard.press('Control+z');
  await expect(first.claims).toHaveCount(0);
  await expect(second.claims).toHaveCount(0);
});

test('words that are a claim already are not marked again unasked, and a claim is set on other words', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const first = await DeskPage.open(ada.page, await newsroom.seed(ada));
  const { keyboard } = ada.page;
  const already = ada.page.getByRole('dialog', { name: 'This is #1 already' });
  await mark(first, words.once);
  await keyboard.press('Escape');

  await first.select(words.once);
  await keyboard.press('c');
  await expect(already).toContainText(words.once);
  await keyboard.press('Escape');
  await expect(first.claims).toHaveCount(1);
  await first.select(words.once);
  await keyboard.press('c');
  await already.waitFor();
  await keyboard.press('Enter');
  await expect(first.panel.getByRole('heading', { name: '#1' })).toBeVisible();

  await first.select(words.once);
  await first.markButton.click();
  await already.getByRole('button', { name: 'Mark apart' }).click();
  await expect(first.panel.getByRole('heading', { name: '#2' })).toBeVisible();
  await first.panel.getByRole('button', { name: 'Merge into #1' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Merge into #1' }).click();
  await expect(first.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  await expect(first.panel).toContainText('Merged into this: #2');

  await first.select(words.once);
  await keyboard.press('Shift+C');
  await already.getByRole('button', { name: 'Mark only that they said it' }).click();
  await expect(first.panel.getByRole('heading', { name: '#3' })).toBeVisible();
  await expect(first.panel.getByRole('radio', { name: 'that it is so → #1' })).toBeVisible();

  await first.openClaim(1);
  await first.select(words.sent);
  await ada.page.getByRole('button', { name: 'Set #1 to this' }).click();
  await expect(first.panel.getByRole('blockquote')).toContainText(words.sent);
  await expect(first.panel).toContainText('Version 2, since Ada Osei changed the quote');
  await expect.poll(() => first.marked()).toContain(words.sent);
  await keyboard.press('Control+z');
  await expect(first.panel.getByRole('blockquote')).toContainText(words.once);
  await expect.poll(() => first.marked()).not.toContain(words.sent);
});

test('a claim is merged into another and split, seen live and taken back', async ({ newsroom }) => {
  const { ada, first, second } = await two(newsroom);
  await mark(first, words.sent);
  await mark(first, words.once);
  await second.openClaim(2);
  await second.addEvidence({
    link: 'https://example.org/video',
    title: 'Video',
    passage: '',
    stance: 'Supports',
    grade: 'b2',
  });
  await second.judge('True', 'High', 'The video says so.');
  await first.openClaim(2);
  await choose(first, 'Merge into another claim…');
  const merge = ada.page.getByRole('dialog', { name: 'Merge #2 into another claim' });
  await merge.getByRole('radio', { name: /#1/ }).check();
  await expect(merge).toContainText('1 piece of evidence goes along. 1 verdict goes along');
  await merge.getByRole('button', { name: 'Merge into #1' }).click();
  await expect(first.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  await second.openClaim(1);
  await expect(second.panel.getByRole('tab', { name: /Evidence/ })).toContainText('1');
  await expect(second.panel).toContainText('a claim that has been merged into this one');
  await second.panel.getByRole('button', { name: 'Still stands' }).click();
  await expect(second.panel).not.toContainText('a claim that has been merged into this one');
  await ada.page.keyboard.press('Control+z');
  await expect(first.claims).toHaveCount(2);

  await first.openClaim(2);
  await choose(first, 'Split…');
  const split = ada.page.getByRole('dialog', { name: 'Split #2' });
  await split
    .getByRole('textbox', { name: 'Parts' })
    .fill('command only feeds\nthe mobilized personnel once a day');
  await split.getByRole('button', { name: 'Split into 2' }).click();
  await expect(first.panel).toContainText('Part of #2');
  await expect(second.claims).toHaveCount(3);
  await expect(first.panel.getByRole('tab', { name: /Evidence/ })).toContainText('1');
  await ada.page.keyboard.press('Control+z');
  await expect(second.claims).toHaveCount(2);
  await expect(second.claim(2)).toBeVisible();
});

test('words that are a claim already are merged into it from the warning, and a claim is split where a part of it is selected', async ({
  newsroom,
}) => {
  const { ada, first, second } = await two(newsroom);
  const { page } = ada;
  await mark(first, words.sent);
  await page.keyboard.press('Escape');
  await first.select(words.sent);
  await page.keyboard.press('c');
  const already = page.getByRole('dialog', { name: 'This is #1 already' });
  await already.getByRole('button', { name: 'Merge into #1' }).click();
  await expect(first.panel).toContainText('Merged into this: #2');
  await expect(second.claims).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(first.panel).not.toContainText('Merged into this');
  await expect(first.claims).toHaveCount(1);

  await first.select('sent them into battle');
  await page.getByRole('button', { name: 'Split #1 here' }).click();
  const split = page.getByRole('dialog', { name: 'Split #1' });
  await expect(split.getByRole('textbox', { name: 'Parts' })).toHaveValue(
    'the Russian military command\nsent them into battle\nwithout proper training',
  );
  await split.getByRole('button', { name: 'Split into 3' }).click();
  await expect(second.claims).toHaveCount(3);
  await expect(first.panel).toContainText('Part of #1');
  // Words outside of the open claim divide nothing.
  await first.select('A Russian source reported');
  await expect(page.getByRole('button', { name: 'Mark claim' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Split #/ })).toHaveCount(0);
});

test('two who write the same field are told, with both texts kept', async ({ newsroom }) => {
  const { ada, ben, first, second } = await two(newsroom);
  await mark(first, words.source);
  await second.openClaim(1);
  await first.openClaim(1);
  await ada.page.keyboard.press('e');
  const mine = ada.page.getByRole('dialog', { name: 'Restate #1' });
  await mine.getByRole('textbox', { name: 'Restated' }).fill('The men are before a court.');
  await ben.page.keyboard.press('e');
  const theirs = ben.page.getByRole('dialog', { name: 'Restate #1' });
  await theirs.getByRole('textbox', { name: 'Restated' }).fill('The unit faces a tribunal.');
  await theirs.getByRole('textbox', { name: 'Place' }).fill('Serpukhov');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(mine).toContainText('Ben Roy changed this while you were writing.');
  await expect(mine).toContainText('The unit faces a tribunal.');
  await expect(mine.getByRole('textbox', { name: 'Restated' })).toHaveValue(
    'The men are before a court.',
  );
  await mine.getByRole('button', { name: 'Keep mine' }).click();
  await expect(mine.getByRole('textbox', { name: 'Place' })).toHaveValue('Serpukhov');
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(second.panel).toContainText('The men are before a court.');
  await expect(second.panel).toContainText('Version 2, since Ada Osei changed the restatement');

  await first.openClaim(1);
  await ada.page.keyboard.press('a');
  const people = ada.page.getByRole('dialog', { name: 'Who is asked about claim 1' });
  await people.getByRole('searchbox', { name: 'Name' }).fill('ben');
  await ada.page.keyboard.press('Enter');
  await expect(second.panel.getByText('Ben Roy', { exact: true })).toBeVisible();
});
