// Nothing runs and nothing is asked for but what this server itself hands out:
// on every page, and whatever people write. Every other spec watches for the
// same; this one goes everywhere, and shows that the watch is awake.
import type { Page } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { expect, test } from './newsroom.ts';

test('a breach of the policy, an error and a foreign request are all noticed', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  await ada.page.goto('/');
  await ada.page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">Styled inline</p>');
    const picture = document.createElement('img');
    picture.src = 'http://pictures.invalid/track.gif';
    document.body.append(picture);
    setTimeout(() => {
      throw new Error('Thrown on purpose');
    }, 0);
  });
  const { complaints } = newsroom;
  for (const expected of [
    'policy: style-src-attr forbids inline',
    'policy: img-src forbids http://pictures.invalid/track.gif',
    'Thrown on purpose',
  ])
    await expect.poll(() => complaints.join('\n')).toContain(expected);
  complaints.length = 0;
});

test('every page keeps to the policy', async ({ newsroom }) => {
  const out = await (await newsroom.browser()).newPage();
  await visit(out, '/sign-in', 'Sign in');
  await visit(out, '/reset', 'Forgotten your password?');
  await visit(out, '/reset?token=none', 'Choose a new password');
  await visit(out, '/setup', 'Set up Attest');
  await visit(out, newsroom.setupUrl ?? '', 'Set up Attest');

  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  await visit(out, await newsroom.invite(ada, document, { role: 'editor' }), 'You are invited');
  await visit(ada.page, '/', 'Documents');
  await visit(ada.page, '/archived', 'Documents');
  await visit(ada.page, '/account', 'Account');
  await visit(ada.page, `/d/${document}/members`, 'Members and settings');
  await visit(ada.page, `/d/${document}`, 'Russian Offensive Campaign Assessment, November 25');
  await visit(ada.page, '/nowhere/at/all', 'There is nothing here');
});

test('what people write stays words', async ({ newsroom }) => {
  const attack = '<img src=http://evil.invalid/x onerror="document.title=1"><script>a()</script>';
  const ada = await newsroom.owner(`Ada ${attack.slice(0, 30)} Osei`);
  const document = await newsroom.blank(ada, attack);
  await ada.page.goto('/');
  await expect(ada.page.getByRole('link', { name: attack })).toBeVisible();
  const desk = await DeskPage.open(ada.page, document);
  await desk.edit();
  await desk.text.click();
  await ada.page.keyboard.insertText(`${attack} is what they wrote.`);
  await expect(desk.saved).toHaveText('Saved');
  await desk.annotate();
  await desk.select('is what', 'they wrote');
  await desk.markButton.click();
  await desk.openClaim(1);
  await desk.addEvidence({
    link: "https://evil.invalid/'onmouseover='a()",
    title: attack,
    passage: attack,
    stance: 'Supports',
    grade: 'F6',
  });
  await desk.judge('Opinion', 'Low', attack);
  await desk.tab('Verdicts');
  await expect(desk.panel.getByRole('tabpanel').getByText(attack, { exact: true })).toBeVisible();
  await expect(ada.page.locator('img, script:not([src])')).toHaveCount(0);
});

async function visit(page: Page, address: string, heading: string): Promise<void> {
  const response = await page.goto(address);
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
}
