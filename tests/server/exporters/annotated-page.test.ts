// The annotated page as a parser reads it: what people wrote is words, every
// element is closed where it should be, and whatever is named is there.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { textSchema } from '../../../domain/text/schema.ts';
import { annotatedHtml } from '../../../server/exporters/annotated-html.ts';
import { everyChoice } from './asked.ts';
import { randomDocument } from './random-document.ts';
import { sampleInput } from './sample.ts';
import { withTalk } from './sample-talk.ts';
import { written } from './written.ts';

const page = written(annotatedHtml, sampleInput());

const tags = new Set(
  'a article aside b bdi blockquote body br code dd details div dl dt em footer h1 h2 h3 h4 h5 h6 head header hr html li main mark meta nav ol p pre q rect s section span strong style summary svg time title ul'.split(
    ' ',
  ),
);
const attributes = new Set(
  'aria-hidden aria-label aria-labelledby charset class content datetime dir height href http-equiv id lang name preserveaspectratio rel start tabindex title viewbox width x'.split(
    ' ',
  ),
);
const empty = new Set(['br', 'hr', 'meta']);
/** Where a paragraph may not stand, and what may not stand in one. */
const phrasing = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'span', 'a', 'mark', 'q', 'dt']);
const blocks = new Set(['p', 'div', 'ol', 'ul', 'blockquote', 'section', 'article', 'pre', 'dl']);

interface Page {
  readonly ids: ReadonlySet<string>;
  readonly headings: readonly number[];
  /** The words of the article, without the labels behind claims. */
  readonly words: string;
}

/** Fails where the page is not as it says itself, or does what no such page may. */
function readPage(source: string): Page {
  const ids = new Set<string>();
  const named: string[] = [];
  const headings: number[] = [];
  const open: { tag: string; label: boolean; text: boolean }[] = [];
  let words = '';
  const parser = new Parser({
    onopentag(tag, attrs) {
      expect(tags).toContain(tag);
      expect(blocks.has(tag) && open.some((each) => phrasing.has(each.tag)), tag).toBe(false);
      for (const [key, value] of Object.entries(attrs)) {
        expect(attributes).toContain(key);
        if (key === 'href') {
          expect(value).toMatch(/^(?:#[a-z]+(?:-\d+)?|https?:\/\/\S*|mailto:\S*)$/i);
          if (value.startsWith('#')) named.push(value.slice(1));
        }
        if (key === 'aria-labelledby') named.push(value);
      }
      const { id } = attrs;
      if (id !== undefined) {
        expect(ids).not.toContain(id);
        ids.add(id);
      }
      const [, level] = /^h([1-6])$/.exec(tag) ?? [];
      if (level !== undefined) headings.push(Number(level));
      const last = open.at(-1);
      open.push({
        tag,
        label: last?.label === true || attrs['class'] === 'label',
        text: last?.text === true || attrs['class'] === 'text',
      });
    },
    ontext(text) {
      const last = open.at(-1);
      if (last?.text && !last.label) words += text;
    },
    onclosetag(tag, implied) {
      expect([tag, implied && !empty.has(tag)]).toEqual([tag, false]);
      expect(open.pop()?.tag).toBe(tag);
    },
    oncomment: () => expect.fail('a comment'),
  });
  parser.end(source);
  expect(open).toEqual([]);
  for (const id of named) expect(ids).toContain(id);
  expect(headings.filter((level) => level === 1)).toEqual([1]);
  for (const [index, level] of headings.entries())
    expect(level).toBeLessThanOrEqual((headings[index - 1] ?? 0) + 1);
  return { ids, headings, words };
}

describe('a page', () => {
  const choices = everyChoice(annotatedHtml);

  test('is well-formed, has unique ids, headings in order and a target for each link; on any document the words of the text stand in it once, and none is markup', () => {
    fc.assert(
      fc.property(randomDocument, fc.constantFrom(...choices), ({ text, records }, asked) => {
        const { words } = readPage(
          written(annotatedHtml, { ...sampleInput(), text, records }, asked),
        );
        // What HTML cannot hold stands there as U+FFFD.
        const wanted = text.textContent
          .toWellFormed()
          // oxlint-disable-next-line no-control-regex -- these are what is looked for
          .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd');
        expect(words.replace(/\s/g, '')).toBe(wanted.replace(/\s/g, ''));
      }),
      { numRuns: 100 },
    );
  });

  test.each(choices)('of the sample with talk is as it says itself: %o', (asked) => {
    const { ids } = readPage(written(annotatedHtml, withTalk(), asked));
    expect(ids).toContain('claim-1');
    expect(ids.has('talk')).toBe(
      asked['audience'] === 'internal' && asked['talk'] === 'yes' && asked['brief'] === 'no',
    );
  });

  test('has headings without gaps, whatever levels the text has', () => {
    const heading = (level: number, words: string) =>
      textSchema.node('heading', { level }, words === '' ? [] : textSchema.text(words));
    const text = textSchema.node('doc', null, [
      textSchema.node('section', null, [
        heading(3, 'Deep'),
        heading(6, 'Deeper'),
        heading(1, ''),
        heading(2, 'Second'),
        heading(1, 'First'),
      ]),
    ]);
    const { headings } = readPage(written(annotatedHtml, { ...sampleInput(), text }));
    expect(headings.slice(0, 5)).toEqual([1, 2, 3, 3, 2]);
  });

  test('titles and file names are escaped everywhere', () => {
    const attack = '</title></style><script>alert(1)</script>';
    const input = sampleInput();
    const settings = {
      ...input.records.settings,
      title: attack,
      byline: attack,
      dateline: attack,
      publisher: attack,
      language: '"><script>',
      original: { name: attack, mediaType: attack, bytes: 1, sha256: '0'.repeat(64) },
    };
    const file = written(annotatedHtml, { ...input, records: { ...input.records, settings } });
    expect(file).not.toContain('<script');
    readPage(file);
  });

  test('a link that could run is words alone', () => {
    const file = written(annotatedHtml, {
      ...sampleInput(),
      text: textSchema.nodeFromJSON({
        type: 'doc',
        content: [
          {
            type: 'section',
            content: [
              {
                type: 'paragraph',
                content: [
                  {
                    type: 'text',
                    text: 'here',
                    marks: [{ type: 'link', attrs: { href: 'https://ok.example/' } }],
                  },
                ],
              },
            ],
          },
        ],
      }),
    });
    expect(file).toContain(
      '<a href="https://ok.example/" rel="noopener noreferrer nofollow">here</a>',
    );
  });

  test('the page allows itself no script and its own style by hash alone', () => {
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">`,
    );
    expect(page).not.toMatch(/\sstyle="/);
    expect(style).not.toMatch(/url\(|@import/);
  });
});
