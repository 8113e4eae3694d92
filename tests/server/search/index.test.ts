/** One suite for every index: in SQLite, and in PostgreSQL where there is one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readQuery } from '../../../server/search/query.ts';
import type { SearchIndex } from '../../../server/search/search-index.ts';
import type { IndexedUnit, SearchKind } from '../../../server/search/unit.ts';
import { tokensOf } from '../../../server/search/words.ts';
import { seeded } from '../../random.ts';
import { indexes, postgresVersion } from './indexes.ts';

// The run says whether PostgreSQL took part.
process.stdout.write(
  postgresVersion
    ? `PostgreSQL ${postgresVersion}: tested\n`
    : 'PostgreSQL: none found, left out\n',
);

const HERE = 1;
const THERE = 2;
const said = { thread: 't'.repeat(21), by: 5, at: 1_780_000_000_123 };

describe.each(indexes)('the index in %s', (_name, open) => {
  let index: SearchIndex;
  let end: () => Promise<void>;

  beforeAll(async () => {
    [index, end] = await open();
    await index.write(
      HERE,
      [
        unit('document', 'd', 'Offensive Campaign Assessment', 'Karolina Hird'),
        unit(
          'claim',
          'mobilized',
          'Mobilized personnel from Serpukhov claimed',
          'Men were sent untrained',
          12,
        ),
        unit('claim', 'tribunal', 'now face a military tribunal', 'Soldiers who deny desertion', 7),
        unit('source', 'video', 'Video appeal, first', 'https://t.me/example/1'),
        unit('evidence', 'seen', 'Video appeal, first', 'The men say that they are untrained', 12),
        { ...unit('comment', 'asked', '', 'Who counted the helmets?', 12), said },
        unit('text', 'arabic', '', 'قال المُتَحَدِّث إنّ القوات دخلت المدينة'),
        unit('text', 'chinese', '', '俄罗斯军队的士兵抱怨缺乏训练'),
        unit('text', 'japanese', '', '東京タワーの近くでカメラが壊れた'),
        unit(
          'text',
          'russian',
          '',
          'Мобилизованные заявили, что их отправили в бой неподготовленными. Ещё раз.',
        ),
        unit('text', 'hindi', '', 'सैनिकों ने हिन्दी में कहा'),
      ],
      [],
    );
    await index.write(
      THERE,
      [unit('claim', 'other', 'Untrained men elsewhere', 'tribunal', 3)],
      [],
    );
  });
  afterAll(() => end());

  async function find(typed: string, documents = [HERE], more: object = {}): Promise<string[]> {
    const found = await index.search({
      query: readQuery(typed),
      documents,
      kinds: readQuery(typed).kinds,
      offset: 0,
      limit: 10,
      ...more,
    });
    return found.hits.map(({ key }) => key);
  }

  test.each<[string, string[]]>([
    ['SERPUKHOV', ['claim:mobilized']],
    ['mobil', ['claim:mobilized']],
    ['men untrained', ['claim:mobilized', 'evidence:seen']],
    ['"untrained men"', []],
    ['"military tribunal"', ['claim:tribunal']],
    ['"military tri"', []],
    ['men -video', ['claim:mobilized']],
    ['untrained in:evidence', ['evidence:seen']],
    ['#12', ['claim:mobilized']],
    ['helmets in:comments', ['comment:asked']],
    ['helmets in:claims', []],
    ['#12 tribunal', []],
    ['t.me/example', ['source:video']],
    ['المتحدث', ['text:arabic']],
    ['القوا', ['text:arabic']],
    ['士兵', ['text:chinese']],
    ['兵士', []],
    ['军队 训练', ['text:chinese']],
    ['カメラ', ['text:japanese']],
    ['ｶﾒﾗ', ['text:japanese']],
    ['мобилизован', ['text:russian']],
    ['еще', ['text:russian']],
    ['हिन्दी', ['text:hindi']],
    ['nowhere', []],
    ['-men', []],
    ['', []],
    ['in:claims', []],
  ])('%s', async (typed, keys) => {
    expect((await find(typed)).toSorted()).toEqual(keys.toSorted());
  });

  test('says of a comment who said it, when and in which thread, and of nothing else', async () => {
    const search = async (typed: string) =>
      (
        await index.search({
          query: readQuery(typed),
          documents: [HERE],
          kinds: [],
          offset: 0,
          limit: 9,
        })
      ).hits.map((hit) => hit.said);
    expect(await search('helmets')).toEqual([said]);
    expect(await search('tribunal')).toEqual([null]);
  });

  test('looks into the named documents alone', async () => {
    expect(await find('tribunal', [HERE, THERE])).toHaveLength(2);
    expect(await find('tribunal', [THERE])).toEqual(['claim:other']);
    expect(await find('tribunal', [])).toEqual([]);
    expect(await find('#3', [HERE])).toEqual([]);
  });

  test('weighs words of the title more', async () => {
    expect(await find('tribunal', [HERE, THERE])).toEqual(['claim:tribunal', 'claim:other']);
  });

  test('puts in the place of what was there, takes out, erases', async () => {
    await index.write(3, [unit('claim', 'a', 'zebra', ''), unit('claim', 'b', 'zebra', '')], []);
    await index.write(3, [unit('claim', 'a', 'giraffe', '')], []);
    expect(await find('zebra', [3])).toEqual(['claim:b']);
    expect(await find('giraffe', [3])).toEqual(['claim:a']);
    await index.write(3, [], ['claim:b', 'claim:none']);
    expect(await find('zebra', [3])).toEqual([]);
    expect(await index.keys(3, 'claim')).toEqual(new Set(['claim:a']));
    await index.erase(3);
    expect(await find('giraffe', [3])).toEqual([]);
    expect(await find('tribunal')).toEqual(['claim:tribunal']);
  });

  test('pages through many, each once, and says how many there are', async () => {
    const many = Array.from({ length: 45 }, (_, at) =>
      unit('claim', `m${at}`, `walrus ${at}`, '', at),
    );
    await index.write(4, many, []);
    const seen: string[] = [];
    for (let offset = 0; offset < 60; offset += 20)
      seen.push(...(await find('walrus', [4], { offset, limit: 20 })));
    expect(new Set(seen).size).toBe(45);
    const { counts, partial } = await index.search({
      query: readQuery('walrus'),
      documents: [4],
      kinds: [],
      offset: 0,
      limit: 1,
    });
    expect({ counts, partial }).toEqual({ counts: { claim: 45 }, partial: false });
  });

  test('finds what reading every unit finds, whatever is typed, and never another document', async () => {
    const random = seeded(Number(process.env['ATTEST_TEST_SEED'] ?? Date.now() % 1_000_000));
    const words = ['red', 'redder', 'blue', 'café', '東', '東京', "o'clock", 'AND', '"', '*', 'не'];
    const some = () => Array.from({ length: random.int(0, 5) }, () => random.pick(words)).join(' ');
    const all = [5, 6, 7].map((document) => ({
      document,
      units: Array.from({ length: 30 }, (_, at) => unit('claim', `r${at}`, some(), some(), at)),
    }));
    for (const { document, units } of all) await index.write(document, units, []);
    for (let at = 0; at < 60; at++) {
      const typed = Array.from(
        { length: random.int(1, 4) },
        () => `${random.pick(['', '', '-', '"'])}${random.pick(words)}`,
      ).join(' ');
      const documents = [5, 6, 7].filter(() => random.chance(0.5));
      const { hits } = await index.search({
        query: readQuery(typed),
        documents,
        kinds: [],
        offset: 0,
        limit: 200,
      });
      const wanted = all
        .filter(({ document }) => documents.includes(document))
        .flatMap(({ document, units }) =>
          units.filter((each) => fits(each, typed)).map(({ key }) => `${document} ${key}`),
        );
      expect(
        hits.map(({ document, key }) => `${document} ${key}`).toSorted(),
        `${typed} with ATTEST_TEST_SEED=${random.seed}`,
      ).toEqual(wanted.toSorted());
    }
  });
});

/** What a query means, by reading the tokens of title and body one after the other. */
function fits({ titleTokens, bodyTokens }: IndexedUnit, typed: string): boolean {
  const { wanted, unwanted } = readQuery(typed);
  const stands = ({ tokens, prefix }: (typeof wanted)[number]): boolean =>
    [titleTokens, bodyTokens].some((field) => {
      const words = field.split(' ');
      return words.some((_, at) =>
        tokens.every((token, index) =>
          prefix && index === tokens.length - 1
            ? words[at + index]?.startsWith(token)
            : words[at + index] === token,
        ),
      );
    });
  return wanted.length > 0 && wanted.every(stands) && !unwanted.some(stands);
}

function unit(
  kind: SearchKind,
  id: string,
  title: string,
  body: string,
  number: number | null = null,
): IndexedUnit {
  const tokens = { titleTokens: tokensOf(title), bodyTokens: tokensOf(body) };
  return { key: `${kind}:${id}`, kind, number, title, body, said: null, ...tokens };
}
