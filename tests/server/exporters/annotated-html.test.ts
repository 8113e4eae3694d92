import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { annotatedHtml } from '../../../server/exporters/annotated-html.ts';
import { idFor, sampleInput } from './sample.ts';
import { written } from './written.ts';

const input = sampleInput();
const page = written(annotatedHtml, input);
/** With verdicts, reviews and names. */
const inside = written(annotatedHtml, input, { audience: 'internal' });

function file(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}

/** Everything between the body's tags. */
function bodyOf(source: string): string {
  return source.slice(source.indexOf('<body>'));
}

/** The article's text with `[12]` where claim 12 opens, `]` where a highlight closes, `{12 T}` for a label. */
function highlights(source: string, from: string, to: string): string {
  const text = source
    .replace(/<a class="label"[^>]*><span[^>]*>Claim <\/span>([^<]*).*?<\/a>/g, '{$1}')
    .replace(/<mark class="[^"]*" id="text-(\d+)">/g, '[$1:')
    .replace(/<mark [^>]*>/g, '[')
    .replace(/<\/mark>/g, ']')
    .replace(/<\/p>\n?<p[^>]*>/g, '¶')
    .replace(/<[^>]*>/g, '');
  return text.slice(text.indexOf(from), text.indexOf(to) + to.length);
}

describe('highlights', () => {
  test('of overlapping claims are split so that they nest, each label once, behind its last word', () => {
    expect(highlights(page, 'morale issues. [', 'These personnel')).toBe(
      'morale issues. [1:Mobilized personnel from Serpukhov, Moscow Oblast, claimed on November 23 that ' +
        '[2:the Russian military command sent them into battle without proper training, uniforms, or protective gear]]' +
        '[{1 T}, leading them to suffer mass casualties]{2}. These personnel',
    );
  });

  test('go over paragraphs', () => {
    expect(highlights(page, '[6:', ' who, they say')).toBe(
      '[6:criticized the Russian training and command issues that led to this situation.]¶' +
        '[These milbloggers also criticized other Russian milbloggers]{6} who, they say',
    );
  });

  test('say stage and ruling by class and by words', () => {
    expect(page).toContain('<mark class="claim settled true" id="text-1">');
    expect(page).toContain('<mark class="claim disputed" id="text-4">');
    expect(page).toContain('>5 NE<span class="unseen"> Not enough evidence</span></a>');
    expect(page).toContain('>4 disputed<span class="unseen"> Disputed</span></a>');
  });

  test('lead to the claim and back', () => {
    for (const number of [1, 2, 3, 4, 5, 6, 8]) {
      expect(page.split(` id="text-${number}"`)).toHaveLength(2);
      expect(page.split(` id="claim-${number}"`)).toHaveLength(2);
      expect(page.split(`<a class="label" href="#claim-${number}">`)).toHaveLength(2);
      expect(page).toContain(`href="#text-${number}"`);
      expect(page).toContain(`<h3 id="number-${number}"><a href="#claim-${number}">`);
    }
    expect(page).not.toContain('#text-7');
  });
});

describe('a claim', () => {
  const body = bodyOf(inside);

  test.each([
    ['its restatement', 'Men mobilized in Serpukhov said they were sent'],
    ['its date as written and as read', 'November 23 (XXXX-11-23)'],
    ['its twin', '<a href="#claim-2">that it is so: #2</a>'],
    ['its ruling with the method', 'One verdict and a review'],
    ['what was ruled before a correction', '<s>Mostly true</s>'],
    ['the dissent in its words', 'The pictures do not fit the place.'],
    ['its evidence with a grade', '>B2<span class="unseen">: Usually reliable; probably true'],
    ['the passage and its translation', '“We were sent without training and gear.”'],
    ['a verdict with its rationale', 'The video exists and shows men who say so'],
    ['a review with its reasons', 'single origin'],
    ['what a review suggests', 'One channel is one source.'],
    ['that its words are gone', 'These words are no longer in the text.'],
    [
      'that its words were changed',
      'The text now reads: <q dir="auto">Russian President Vladimir Putin falsely',
    ],
  ])('shows %s', (_, words) => {
    expect(body).toContain(words);
  });

  test('that was withdrawn is counted, not shown', () => {
    expect(body).not.toContain('Taken back');
    expect(body).toContain('Left out: 1 withdrawn claim.');
  });

  test('whose ruling was overtaken says that it is being re-checked', () => {
    const input = sampleInput();
    const claim = input.records.claims.get(idFor('claim', 1));
    if (claim === undefined) throw new Error('The sample lost its first claim.');
    const claims = new Map([...input.records.claims, [claim.id, { ...claim, version: 2 }]]);
    const again = written(annotatedHtml, { ...input, records: { ...input.records, claims } });
    expect(again).toContain('being re-checked');
    expect(again).toContain('<mark class="claim judging true" id="text-1">');
  });

  test('with a sealed verdict shows that it was given, and by whom, no more', () => {
    const input = sampleInput();
    const sealed = {
      kind: 'sealed',
      claim: idFor('claim', 3),
      author: 2,
      revision: 1,
      claimVersion: 1,
      submittedAt: input.now,
      afterReveal: false,
      commitment: 'ab'.repeat(32),
    } as const;
    const verdicts = new Map([...input.records.verdicts, [`${sealed.claim}:2`, sealed]]);
    const again = written(
      annotatedHtml,
      { ...input, records: { ...input.records, verdicts } },
      { audience: 'internal' },
    );
    expect(again).toContain('Sealed · <bdi>Ana Analyst</bdi>');
    expect(again).not.toContain('abab');
  });
});

test('its colours are those of the interface', () => {
  const tokens = new Map(
    [...file('client/styles/tokens.css').matchAll(/(--[\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
      ([, name, light, dark]) => [name ?? '', { light, dark }],
    ),
  );
  const style = file('server/exporters/html/annotated.css');
  const own = (block: RegExp) =>
    [...(block.exec(style)?.[0] ?? '').matchAll(/(--[\w-]+): (#\w+)/g)].map(
      ([, name, colour]) => [name ?? '', colour] as const,
    );
  const light = own(/:root \{[^}]*\}/);
  const dark = own(/@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{[^}]*\}/);
  expect(light.length).toBeGreaterThan(20);
  expect(dark.map(([name]) => name)).toEqual(light.map(([name]) => name));
  for (const [name, colour] of light)
    expect([name, colour]).toEqual([name, tokens.get(name)?.light]);
  for (const [name, colour] of dark) expect([name, colour]).toEqual([name, tokens.get(name)?.dark]);
});
