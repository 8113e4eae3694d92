import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { textSchema } from '../../../domain/text/schema.ts';
import { markdown } from '../../../server/exporters/markdown.ts';
import { line, type Run } from '../../../server/exporters/markdown/inline.ts';
import { printable } from '../../../server/exporters/plain-words.ts';
import { randomDocument } from './random-document.ts';
import { sampleInput } from './sample.ts';
import { written } from './written.ts';

/** Plain CommonMark, with nothing of people's making let through as HTML. */
const reader = new MarkdownIt('commonmark', { html: true }).use(footnotes);
const input = sampleInput();
const page = written(markdown, input);
const inside = written(markdown, input, { audience: 'internal' });

/** Letters and digits alone: blanks and what turns direction may be written otherwise. */
function bare(words: string): string {
  return printable(words.toWellFormed()).replace(/[\s\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** What a reader of the rendered page sees. */
function textOf(html: string): string {
  return html
    .replace(/<sup class="footnote-ref">.*?<\/sup>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

describe('one line', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.stringMatching(/^[-+*_`~#>![\]()<&;:^|.\\ a1]{0,12}$/),
    fc.constantFrom(' a ', '**', '_b_', '&amp;', '<b>', '1.', '- x', '===', 'http://x.example'),
  );
  const run: fc.Arbitrary<Run> = fc.record({
    words: words.map((each) => each.toWellFormed().replace(/[\n\r]/g, ' ')),
    strong: fc.boolean(),
    em: fc.boolean(),
    code: fc.boolean(),
    link: fc.constantFrom(null, 'https://example.org/?a=b&copy;(c)<d>', 'mailto:a@example.org'),
  });

  /** The runs that CommonMark reads, blanks at the ends of marks aside. */
  function readBack(source: string) {
    const [, inline] = reader.parse(source, {});
    const marks = { strong: 0, em: 0, link: null as string | null };
    const signs: {
      sign: string;
      strong: boolean;
      em: boolean;
      code: boolean;
      link: string | null;
    }[] = [];
    for (const token of inline?.children ?? []) {
      if (token.type === 'strong_open') marks.strong += 1;
      if (token.type === 'strong_close') marks.strong -= 1;
      if (token.type === 'em_open') marks.em += 1;
      if (token.type === 'em_close') marks.em -= 1;
      if (token.type === 'link_open') marks.link = String(token.attrGet('href'));
      if (token.type === 'link_close') marks.link = null;
      expect(['html_inline', 'image', 'footnote_ref']).not.toContain(token.type);
      for (const sign of bare(token.content)) {
        const code = token.type === 'code_inline';
        signs.push({ sign, strong: marks.strong > 0, em: marks.em > 0, code, link: marks.link });
      }
    }
    return signs;
  }

  test('is read again as the same words with the same marks', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        fc.pre(!runs.some(({ code, link, words: text }) => code && link && text.includes(']')));
        const source = line(runs);
        const wanted = runs.flatMap(({ words: text, strong, em, code, link }) =>
          [...bare(text)].map((sign) => ({ sign, strong, em, code, link })),
        );
        const got = readBack(source);
        expect(got.map(({ sign }) => sign).join('')).toBe(wanted.map(({ sign }) => sign).join(''));
        expect(got.map(({ strong, em, code, link }) => [strong, em, code, link !== null])).toEqual(
          wanted.map(({ strong, em, code, link }) => [strong, em, code, link !== null]),
        );
        // A block it is none.
        if (source !== '') expect(reader.parse(source, {})[0]?.type).toBe('paragraph_open');
      }),
      { numRuns: 2000 },
    );
  });

  test('stays as it was written where nothing in it means anything', () => {
    expect(line([{ words: 'It costs $5 - or 6 - in snake_case (see 1.2).' }])).toBe(
      'It costs $5 - or 6 - in snake_case (see 1.2).',
    );
  });
});

describe('any document', () => {
  test('is read again as its text, and every claim has its note, which is referred to', () => {
    fc.assert(
      fc.property(randomDocument, fc.boolean(), ({ text, records }, internal) => {
        const audience = internal ? 'internal' : 'public';
        const source = written(markdown, { ...sampleInput(), text, records }, { audience });
        const environment: { footnotes?: { list?: readonly unknown[] } } = {};
        const tokens = reader.parse(source, environment);
        expect(tokens.map(({ type }) => type)).not.toContain('html_block');
        const html = reader.renderer.render(tokens, reader.options, environment);
        expect(html).not.toMatch(/<(?:script|img|iframe|b|style)\b/);
        const live = [...records.claims.values()].filter((claim) => !claim.withdrawn);
        expect(environment.footnotes?.list?.length ?? 0).toBe(live.length);
        const read = bare(textOf(html.split('<hr class="footnotes-sep">')[0] ?? ''));
        expect(read).toContain(bare(blocksOf(text)));
      }),
      { numRuns: 150 },
    );
  });

  /** The words of the blocks, as they stand one below the other. */
  function blocksOf(text: Node): string {
    return text.textContent;
  }
});

describe('the sample', () => {
  test('has a note behind the last word of each claim, side by side where claims overlap', () => {
    expect(page).toContain('or protective gear[^1], leading them to suffer mass casualties[^2].');
  });

  test.each([
    ['a heading', '# Russian Offensive Campaign Assessment, November 25'],
    ['a note with the ruling', '[^1]: **#1 · True**'],
    ['its explanation', '    Said in the video of 23 November, of which two copies exist.'],
    [
      'its evidence with grade and link',
      '    - ▲ Supports · B2 · [Video appeal, first](https://example.org/video/1) · [archived copy](https://archive.example.org/1)',
    ],
    ['the passage', '      > «Нас отправили без подготовки и снаряжения.»'],
    ['what was ruled before', 'Ruled before: Mostly true'],
    ['the claims that are not in the text', '- Claim 7[^7]'],
  ])('shows %s', (_, words) => {
    expect(page).toContain(words);
  });

  test('shows verdicts and reviews to members alone', () => {
    expect(inside).toContain('**Verdict: True** · Moderate confidence');
    expect(inside).toContain('Review: Disagree · single origin');
    expect(page).not.toContain('Verdict:');
  });
});

test('keeps structure: lists, quotes, code, rules, two lists in a row', () => {
  const p = (text: string) =>
    textSchema.node('paragraph', null, text === '' ? [] : textSchema.text(text));
  const list = (...items: string[]) =>
    textSchema.node(
      'bullet_list',
      null,
      items.map((item) => textSchema.node('list_item', null, p(item))),
    );
  const text = textSchema.node('doc', null, [
    textSchema.node('section', null, [
      textSchema.node('heading', { level: 2 }, textSchema.text('Part #')),
      list('one', 'two'),
      list('three'),
      textSchema.node(
        'ordered_list',
        { order: 7 },
        textSchema.node('list_item', null, [p('seven'), list('inner')]),
      ),
      textSchema.node('blockquote', null, [p('quoted'), p('twice')]),
      textSchema.node('code_block', null, textSchema.text('```\nlet a = 1;')),
      textSchema.node('horizontal_rule'),
      p('1) no list'),
    ]),
  ]);
  const html = reader.render(
    written(markdown, { ...input, text, records: { ...input.records, claims: new Map() } }),
  );
  expect(html.replace(/\n/g, '')).toContain(
    '<h3>Part #</h3><ul><li><p>one</p></li><li><p>two</p></li></ul><ul><li>three</li></ul>' +
      '<ol start="7"><li><p>seven</p><ul><li>inner</li></ul></li></ol>' +
      '<blockquote><p>quoted</p><p>twice</p></blockquote><pre><code>```let a = 1;</code></pre><hr /><p>1) no list</p>',
  );
});
