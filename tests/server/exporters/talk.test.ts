// Comments, and claims that were merged and split, in every format.
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { plainTextOfNode } from '../../../domain/text/plain-text.ts';
import { annotatedHtml } from '../../../server/exporters/annotated-html.ts';
import { bundle } from '../../../server/exporters/bundle.ts';
import { csv } from '../../../server/exporters/csv.ts';
import { exporters } from '../../../server/exporters/list.ts';
import { markdown } from '../../../server/exporters/markdown.ts';
import { webAnnotation } from '../../../server/exporters/web-annotation.ts';
import { decoded } from './asked.ts';
import { idFor } from './sample.ts';
import { talk, withTalk } from './sample-talk.ts';
import { type Asked, written, writtenBytes } from './written.ts';

const input = withTalk();

function file(exporter: (typeof exporters)[number], asked: Asked = {}): string {
  const table = exporter.id === 'csv' ? { table: 'all' } : {};
  return decoded(writtenBytes(exporter, input, { audience: 'internal', ...table, ...asked }));
}

const each = exporters.map((exporter) => [exporter.id, exporter] as const);

describe.each(each)('%s', (_, exporter) => {
  test('holds every comment for members, where nobody says otherwise', () => {
    const whole = file(exporter);
    for (const words of Object.values(talk).filter((said) => said !== talk.claim))
      expect(whole).toContain(words);
    expect(whole).toContain('Looked it up.');
  });

  test('holds what was given on a merged claim, at the claim that it went into', () => {
    const whole = file(exporter);
    for (const words of ['Given before the merge.', 'Ruled before the merge.', talk.merged])
      expect(whole).toContain(words);
  });

  test('tells the public nothing of claims that were merged or split', () => {
    const open = file(exporter, { audience: 'public' });
    for (const words of ['The same in other words', 'Two things in one', 'before the merge'])
      expect(open).not.toContain(words);
  });
});

describe.each(each.filter(([id]) => id !== 'bundle'))('%s', (_, exporter) => {
  test('leaves comments out where that is chosen', () => {
    const silent = file(exporter, { talk: 'no' });
    for (const words of Object.values(talk)) expect(silent).not.toContain(words);
    expect(silent).not.toContain('Looked it up.');
  });
});

/** What stands in the page from the first words on, up to the others. */
function between(page: string, from: string, to: string): string {
  const start = page.indexOf(from);
  return page.slice(start, page.indexOf(to, start));
}

describe('the annotated page', () => {
  const page = file(annotatedHtml);
  const card = between(page, 'id="claim-1"', '</article>');

  test.each([
    ['evidence', /<li class="evidence">(?:(?!<\/div><\/li>)[^])*About the video\./],
    ['verdict', /<li class="verdict">(?:(?!<li class="verdict">)[^])*About the verdict of Ana\./],
    ['claim', /<h4>Comments<\/h4>[^]*About the claim, for @Ana Analyst\.[^]*A reply to that\./],
    [
      'merged claim',
      /Comment on #21 · <bdi>Lea Lead<\/bdi> · <time[^>]*>[^<]*<\/time><\/p><p class="words" dir="auto">Said before the merge\./,
    ],
  ])('shows threads under the %s that they are about', (_, place) => {
    expect(card).toMatch(place);
  });

  test('says what was deleted, edited and resolved, by whom and why', () => {
    expect(card).toMatch(/<strong>deleted by Ana Analyst<\/strong><\/p><\/li>/);
    expect(card).toMatch(
      /<strong>edited<\/strong><\/p><p class="words" dir="auto">Said otherwise now/,
    );
    expect(card).toMatch(/Resolved · <bdi>Ana Analyst<\/bdi> · <bdi>Looked it up\.<\/bdi>/);
  });

  test('shows threads on the text with their words, in a place of their own', () => {
    const place = between(page, '<h2 id="talk">', '</section>');
    expect(place).toMatch(
      /<blockquote class="quote" dir="auto">[^<]{20}<\/blockquote>[^]*About words of the text\./,
    );
    expect(place).toMatch(
      /The men refused<\/blockquote>\s*<p class="hint">These words are no longer in the text\./,
    );
  });

  test('says at a claim what was merged into it, and of a part what it was split from', () => {
    expect(card).toContain('<dt>Merged into this</dt>');
    expect(card).toMatch(/#21 · <q dir="auto">The same in other words<\/q> · <bdi>Lea Lead<\/bdi>/);
    expect(card).toContain('given on #21');
    expect(card).toContain('came with #21');
    const part = between(page, 'id="claim-3"', '</article>');
    expect(part).toContain('<dt>Split from</dt><dd dir="auto">#22</dd>');
    expect(page).toContain('Left out: 2 withdrawn claims.');
  });

  test('shows what was merged and split by itself where withdrawn claims are wanted', () => {
    const whole = written(annotatedHtml, input, { audience: 'internal', withdrawn: 'yes' });
    expect(between(whole, 'id="claim-21"', '</article>')).toContain(
      '<dt>Merged into</dt><dd dir="auto"><a href="#claim-1">#1</a>, with all that was given on it</dd>',
    );
    expect(between(whole, 'id="claim-22"', '</article>')).toContain(
      '<a href="#claim-3">#3</a> · <a href="#claim-4">#4</a>',
    );
    for (const given of ['Given before the merge.', 'Ruled before the merge.', talk.merged])
      expect(whole.split(given)).toHaveLength(2);
  });
});

test('Markdown lists threads within the notes, and those on the text by themselves', () => {
  const page = file(markdown);
  const note = between(page, '[^1]: ', '\n[^2]: ');
  expect(note).toMatch(
    /\n {4}- Comment · Lea Lead · [^\n]*\n\n {6}About the claim, for @Ana Analyst\.\n\n {6}- Reply · Ana Analyst/,
  );
  expect(note).toContain('      - Comment · Lea Lead · 25 Nov 2026\n\n        About the video.');
  expect(note).toContain('Resolved · Ana Analyst · Looked it up.');
  expect(note).toContain('deleted by Ana Analyst');
  expect(note).toContain('- Comment on #21 · ');
  expect(note).toContain('- Merged into this: #21 · “The same in other words” · Lea Lead');
  expect(between(page, '## Comments on the text', 'Written by Attest')).toMatch(
    /- > The men refused\n\n {2}These words are no longer in the text\.\n\n {2}Comment · Lea Lead/,
  );
});

describe('the Web Annotation collection', () => {
  // oxlint-disable-next-line typescript/no-explicit-any -- JSON of the file, whose every part a test names
  const items: Readonly<Record<string, any>>[] = JSON.parse(
    written(webAnnotation, input, { audience: 'internal' }),
  )['first'].items;
  const saying = (words: string) => {
    const found = items.find(({ body }) => body?.[0]?.value === words);
    if (!found) throw new Error(`No annotation says ${words}`);
    return found;
  };
  const address = 'https://desk.example.org/d/sample/annotations';

  test.each([
    [talk.claim, 'claim', idFor('claim', 1)],
    [talk.evidence, 'evidence', idFor('evidence', 1)],
    [talk.verdict, 'verdict', `${idFor('claim', 1)}/2`],
    [talk.merged, 'claim', idFor('claim', 1)],
  ])('comments on what %j is about', (words, kind, id) => {
    const target = `${address}/${kind}/${id}`;
    expect(saying(words)).toMatchObject({ motivation: 'commenting', target });
    expect(items.map((item) => item['id'])).toContain(target);
  });

  test('replies to the comment that began the thread', () => {
    expect(saying(talk.reply)).toMatchObject({
      motivation: 'replying',
      target: saying(talk.claim)['id'],
      creator: { name: 'Ana Analyst' },
    });
  });

  test('points at the words of the text in code points', () => {
    const points = [...plainTextOfNode(input.text)];
    const [quote, position] = saying(talk.text)['target'].selector;
    expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
    expect(quote.exact.length).toBeGreaterThan(10);
    expect(saying(talk.gone)['target'].selector[0].exact).toBe('The men refused');
  });

  test('says what was deleted and decided', () => {
    const deleted = items.find(({ id }) => id === `${address}/comment/${idFor('comment', 17)}`);
    expect(deleted?.['body'][0]).toMatchObject({
      value: 'Deleted',
      'attest:deleted': expect.any(String),
    });
    expect(saying(talk.verdict)['body'][0]['attest:decisions']).toMatchObject([
      {
        'attest:decision': 'Resolved',
        'attest:reason': 'Looked it up.',
        'attest:by': 'Ana Analyst',
      },
    ]);
  });

  test('says what was merged and split', () => {
    const claim = (number: number) =>
      items.find(({ id }) => id === `${address}/claim/${idFor('claim', number)}`)?.['body'][0];
    expect(claim(1)['attest:merged']).toEqual([
      { 'attest:number': 21, 'attest:quoteAsMarked': 'The same in other words' },
    ]);
    expect(claim(3)['attest:splitFrom']).toEqual({ 'attest:number': 22 });
    const moved = items.find(({ body }) => body?.[1]?.value === 'Given before the merge.');
    expect(moved).toMatchObject({ target: `${address}/claim/${idFor('claim', 1)}` });
    expect(moved?.['body'][0]['attest:givenOn']).toBe(21);
  });
});

describe('tables', () => {
  const rows = (table: string, asked: Asked = {}): Record<string, string>[] =>
    parse(written(csv, input, { audience: 'internal', table, ...asked }), { columns: true });

  test('have one of comments, a row each, in words', () => {
    const said = rows('comments');
    expect(said.map((row) => row['On'])).toEqual(
      expect.arrayContaining(['Claim', 'Evidence', 'Verdict', 'Text']),
    );
    expect(said).toHaveLength(10);
    const [first, reply] = said;
    expect(first).toMatchObject({
      Thread: '1',
      Claim: '1',
      On: 'Claim',
      Reply: 'No',
      Author: 'Lea Lead',
    });
    expect(reply).toMatchObject({
      Thread: '1',
      Reply: 'Yes',
      Author: 'Ana Analyst',
      Comment: talk.reply,
    });
    const about = (words: string) => said.find((row) => row['Comment'] === words);
    expect(about(talk.evidence)).toMatchObject({ On: 'Evidence', Of: 'Video appeal, first' });
    expect(about(talk.verdict)).toMatchObject({
      Of: 'Ana Analyst',
      Resolved: 'Yes',
      Reason: 'Looked it up.',
    });
    expect(about(talk.edited)?.['Edited at']).toMatch(/^2026-/);
    expect(about('')?.['Deleted at']).toMatch(/^2026-/);
    expect(about(talk.gone)).toMatchObject({ Claim: '', Of: 'The men refused' });
  });

  test('have no row of comments where those are left out, and no such table among all', () => {
    expect(rows('comments', { talk: 'no' })).toEqual([]);
    expect(decoded(writtenBytes(csv, input, { table: 'all', talk: 'no' }))).not.toContain(
      'Edited at',
    );
  });

  test('say what was merged and split, and count what was given there once', () => {
    const claims = rows('claims');
    expect(claims[0]).toMatchObject({ 'Merged into this': '21' });
    expect(claims.find((row) => row['Number'] === '3')).toMatchObject({ 'Split from': '22' });
    for (const withdrawn of ['yes', 'no']) {
      const moved = rows('verdicts', { withdrawn }).filter((row) => row['Given on'] === '21');
      expect(moved).toMatchObject([{ Claim: '1', Rationale: 'Given before the merge.' }]);
    }
    expect(
      rows('claims', { withdrawn: 'yes' }).find((row) => row['Number'] === '22'),
    ).toMatchObject({
      'Split into': '3, 4',
    });
  });
});

test('a bundle keeps where comments lie in the text', () => {
  const read = JSON.parse(written(bundle, input, { audience: 'internal' }));
  expect(JSON.stringify(read.text)).toContain(idFor('comment', 15));
  const open = JSON.parse(written(bundle, input, { audience: 'public' }));
  expect(JSON.stringify(open.text)).not.toContain(idFor('comment', 15));
});
