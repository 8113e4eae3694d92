import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportingForms } from '../../../domain/derive/reporting-verbs.ts';
import { sentenceOffers } from '../../../domain/derive/sentence-offers.ts';

/** `[` and `]` stand around the quote. */
function offers(marked: string, language = 'en') {
  const from = marked.indexOf('[');
  const to = marked.indexOf(']') - 1;
  return sentenceOffers({ sentence: marked.replace(/[[\]]/g, ''), from, to, language });
}

const who = (marked: string) => {
  const { claimant, chain } = offers(marked);
  return [claimant, chain.at(-1)?.how ?? ''];
};

describe('who says so, and by which verb', () => {
  test.each([
    // From the seed.
    [
      '[Mobilized personnel from Serpukhov, Moscow Oblast, claimed on November 23 that the Russian military command sent them into battle].',
      'Mobilized personnel from Serpukhov, Moscow Oblast',
      'claimed',
    ],
    [
      'Mobilized personnel from Serpukhov, Moscow Oblast, claimed on November 23 that [the Russian military command sent them into battle].',
      'Mobilized personnel from Serpukhov, Moscow Oblast',
      'claimed',
    ],
    [
      'A Russian source reported that [the Serpukhov mobilized personnel now face a military tribunal for desertion], but the men later released a second video.',
      'A Russian source',
      'reported',
    ],
    [
      'A Russian milblogger claimed that [these Russian personnel abandoned their positions].',
      'A Russian milblogger',
      'claimed',
    ],
    [
      'One Russian milblogger even claimed that [military personnel do not refuse to fight].',
      'One Russian milblogger',
      'claimed',
    ],
    [
      'Alexander “Sasha” Kots, a milblogger whom Russian President Vladimir Putin recently appointed to the Russian Human Rights Council, called for objectivity when viewing the video and said [he would raise the issue with Putin].',
      'Alexander “Sasha” Kots',
      'said',
    ],
    [
      'A Russian news channel posted a video on November 24 in which a Russian woman claims that [authorities will not meet with her].',
      'a Russian woman',
      'claims',
    ],
    [
      'The Council of Mothers and Wives posted that [unidentified individuals began to surveil their members].',
      'The Council of Mothers and Wives',
      'posted',
    ],
    // Others.
    ['According to the General Staff, [300 men fell].', 'the General Staff', 'according to'],
    ['[300 men fell], according to the General Staff.', 'the General Staff', 'according to'],
    ['Putin: [we will win].', 'Putin', ''],
    ['“[We will win],” the president said on Monday.', 'the president', 'said'],
    ['“[We will win],” said President Putin on Monday.', 'President Putin', 'said'],
    ['However, some officials have warned that [gas may run out].', 'some officials', 'warned'],
    ['After the attack, officials in Kyiv said that [nobody was hurt].', '', 'said'],
    [
      'After the attack, Ukrainian officials said that [nobody was hurt].',
      'Ukrainian officials',
      'said',
    ],
    ['The ministry told Reuters on Monday that [it had no comment].', 'The ministry', 'told'],
    ['Reuters reported that a deputy claimed that [prices fell].', 'a deputy', 'claimed'],
    ['The minister repeatedly denied that [he had known].', 'The minister', 'denied'],
    ['The agency wrote: [the dam is safe].', 'The agency', 'wrote'],
    [
      'A source reported that [they face a tribunal], but the men said nothing.',
      'A source',
      'reported',
    ],
    ['A source reported that [they left, but soon came back].', 'A source', 'reported'],
    ['A source reported that they left, but that [they came back].', 'A source', 'reported'],
    ['A source reported that they left and [came back].', 'A source', 'reported'],
    ['The minister said, “we won, and [we go on].”', 'The minister', 'said'],
    ['The army fell back, but a source said that [it had won].', 'a source', 'said'],
    ['The army fell back, but the minister said, “[we won].”', 'the minister', 'said'],
    ['[After the attack, a source said that nobody was hurt].', 'a source', 'said'],
  ])('%s', (marked, claimant, how) => {
    expect(who(marked)).toEqual([claimant, claimant === '' ? '' : how]);
  });

  test.each([
    '[Reports of poorly staffed, provisioned, and supplied Russian mobilized personnel are dividing the Russian information space].',
    'These personnel also claimed that [command only feeds the mobilized personnel once a day].',
    'It was reported that [the bridge fell].',
    'He is expected to say that [the war is over].',
    'They said [they were sent untrained].',
    'Putin used the meeting to pledge to [improve conditions for the mobilized].',
    'Meanwhile, [the calls of relatives of Russian soldiers have reportedly not received a response].',
    'The report [was published in March].',
    'The claim that [the bridge fell] is false.',
    // What the sentence goes on with is not what was reported.
    'A Russian source reported that the Serpukhov mobilized personnel now face a military tribunal for desertion, but [the men later released a second video].',
    'A Russian source reported that the Serpukhov mobilized personnel now face a military tribunal for desertion, [but the men later released a second video].',
    'A source said that the bridge fell, and [the river rose].',
    'A source said that the bridge fell; [the river rose].',
    'A source said that the bridge fell although [nobody saw it].',
    'The agency wrote: “the bridge fell”. Then [the river rose].',
    'The minister said, “we won,” while [the army fell back].',
    '[The men fled, but officials said that they had stayed].',
    '[The men fled]; officials said that they had stayed.',
    '[The men fled], but officials said nothing.',
    'A statement of the ministry and its claims: nothing that [anybody saw] was said.',
  ])('nobody in “%s”', (marked) => {
    expect(offers(marked).claimant).toBe('');
    expect(offers(marked).chain).toEqual([]);
  });

  test('a chain runs from who passed it on to the claimant', () => {
    expect(
      offers('Reuters reported on Monday that a deputy claimed that [prices fell].').chain,
    ).toEqual([
      { who: 'Reuters', how: 'reported', when: 'on Monday' },
      { who: 'a deputy', how: 'claimed', when: '' },
    ]);
  });
});

describe('when and where', () => {
  test('the date beside the verb comes first, then those of the quote, as written', () => {
    expect(
      offers('The men claimed on November 23 that [they had fought since March].').dates,
    ).toEqual([
      { edtf: 'XXXX-11-23', asWritten: 'November 23' },
      { edtf: 'XXXX-03', asWritten: 'March' },
    ]);
    expect(offers('The men claimed that [they had fought].').dates).toEqual([]);
  });

  test('a place that names its region is offered, others are not', () => {
    expect(
      offers('He claimed that [they abandoned their positions in Makiivka, Luhansk Oblast].').place,
    ).toBe('Makiivka, Luhansk Oblast');
    expect(offers('[They fought in Makiivka].').place).toBe('');
    expect(
      offers('[Personnel from Serpukhov, Moscow Oblast, claimed that they fought].').place,
    ).toBe('');
  });
});

describe('a quote that begins with what stands before it', () => {
  test.each([
    ['[These personnel also claimed that …].', 'These'],
    ['A milblogger claimed that [these Russian personnel abandoned their positions].', 'these'],
    ['[They fought].', 'They'],
    ['[It fell in March].', 'It'],
    ['[Their unit left].', 'Their'],
    ['[It is likely that prices rise].', null],
    ['[This year prices rose].', null],
    ['[Theirs is the theory of the thing].', null],
    ['[The men fought].', null],
  ])('%s: %s', (marked, word) => {
    expect(offers(marked).dangling).toBe(word);
  });
});

test.each(['de', 'fr', 'ru', 'ja'])('in %s nothing but dates is read', (language) => {
  const read = offers('Er said that [prices fell on 23.11.2022 in Kyiv City].', language);
  expect(read).toEqual({
    claimant: '',
    chain: [],
    dates: [{ edtf: '2022-11-23', asWritten: '23.11.2022' }],
    place: '',
    dangling: null,
  });
});

test('German prose read as English offers nobody', () => {
  expect(offers('Der Minister sagte, dass [die Preise gefallen seien].', '').claimant).toBe('');
});

test('verbs have their forms', () => {
  for (const form of ['denies', 'denied', 'admitted', 'said', 'wrote', 'confesses', 'claimed'])
    expect(reportingForms.has(form), form).toBe(true);
  for (const form of ['sayed', 'denyed', 'admited', 'writed', 'confesss'])
    expect(reportingForms.has(form), form).toBe(false);
});

test('no stretch of the seed makes it throw or take ages', () => {
  const seed = readFileSync(
    new URL(
      '../../../seeds/texts/isw-russian-offensive-campaign-assessment-november-25.txt',
      import.meta.url,
    ),
    'utf8',
  ).replaceAll('\n', ' ');
  const began = performance.now();
  for (let from = 0; from < seed.length - 400; from += 7) {
    const sentence = seed.slice(from, from + 400);
    const { claimant } = sentenceOffers({ sentence, from: 100, to: 300, language: 'en' });
    expect(claimant.length).toBeLessThan(160);
  }
  const hostile = 'said that '.repeat(300);
  sentenceOffers({ sentence: hostile, from: 1500, to: 2500, language: 'en' });
  sentenceOffers({ sentence: 'A'.repeat(5000), from: 10, to: 20, language: '' });
  sentenceOffers({ sentence: `${'Aa, '.repeat(1500)}x`, from: 10, to: 20, language: '' });
  expect(performance.now() - began).toBeLessThan(5000);
});
