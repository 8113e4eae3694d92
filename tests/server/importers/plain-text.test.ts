import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../domain/refusal.ts';
import { plainText as format } from '../../../server/importers/plain-text.ts';
import { textImporter } from '../../../server/importers/text-format.ts';

const plainText = textImporter(format);
const seed = readFileSync(
  new URL(
    '../../../seeds/texts/isw-russian-offensive-campaign-assessment-november-25.txt',
    import.meta.url,
  ),
);
const utf8 = new TextEncoder();

interface Read {
  title: string;
  byline: string;
  dateline: string;
  paragraphs: string[];
}

function read(file: string | Uint8Array): Read {
  const imported = plainText.read(typeof file === 'string' ? utf8.encode(file) : file);
  if (isRefusal(imported)) throw new Error(imported.reason);
  const { title = '', byline = '', dateline = '' } = imported.settings;
  const blocks = imported.text.children.flatMap((section) => section.children);
  return {
    title,
    byline,
    dateline,
    paragraphs: blocks.map((block) => block.textContent),
  };
}

function paragraphs(file: string): string[] {
  return read(file).paragraphs;
}

function reason(bytes: Uint8Array): string {
  const imported = plainText.read(bytes);
  return isRefusal(imported) ? imported.reason : 'it was read';
}

const withoutSpace = (text: string) => text.replace(/\s+/gu, '');
const whole = ({ title, byline, dateline, paragraphs: text }: Read) =>
  withoutSpace([title, byline, dateline, ...text].join(''));

describe('the seed', () => {
  const it = read(seed);

  test('has its title, byline and dateline as written, without a year', () => {
    expect(it.title).toBe('Russian Offensive Campaign Assessment, November 25');
    expect(it.byline).toBe(
      'Karolina Hird, Grace Mappes, Riley Bailey, Angela Howard, and Frederick W. Kagan',
    );
    expect(it.dateline).toBe('November 25, 9:00pm ET');
    expect(JSON.stringify(it)).not.toMatch(/\b20\d\d\b/);
  });

  test('is the note about the map and 14 paragraphs, none of which ends in mid-sentence', () => {
    expect(it.paragraphs).toHaveLength(15);
    expect(it.paragraphs[0]).toMatch(
      /^Click here to see ISW’s interactive map .* in this report\.$/,
    );
    for (const paragraph of it.paragraphs) expect(paragraph).toMatch(/[.!?][”)]?$/);
    for (const paragraph of it.paragraphs) expect(paragraph).toMatch(/^\p{Lu}/u);
  });

  test('keeps the hyphen of a word that was broken at it', () => {
    expect(it.paragraphs.join('\n')).toContain('resulting from poorly-executed mobilization');
  });

  test('loses nothing but white space', () => {
    expect(whole(it)).toBe(withoutSpace(seed.toString('utf8')));
  });
});

describe('decoding', () => {
  const words = 'Ünïcode “words”, 漢字 and 🙂.';

  test('reads UTF-8 with and without a byte order mark', () => {
    expect(paragraphs(words)).toEqual([words]);
    expect(paragraphs(`\ufeff${words}`)).toEqual([words]);
  });

  test('reads UTF-16 of either byte order where the mark says so', () => {
    const little = Buffer.from(`\ufeff${words}`, 'utf16le');
    expect(read(little).paragraphs).toEqual([words]);
    expect(read(Buffer.from(little).swap16()).paragraphs).toEqual([words]);
  });

  test.each([
    ['an empty file', new Uint8Array(), /empty/],
    ['white space alone', utf8.encode(' \n\t\r\n'), /white space/],
    ['Latin-1', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20]), /not UTF-8/],
    ['half a UTF-16 character', new Uint8Array([0xff, 0xfe, 0x41]), /UTF-16/],
    ['a NUL', utf8.encode('one\ntwo\0'), /line 2 .* U\+0000/],
    ['an escape sequence', utf8.encode('\u001b[1mbold'), /line 1 .* U\+001B/],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /a picture/],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1).fill(97), /larger than 10 MB/],
  ])('refuses %s and says why', (_, bytes, why) => {
    expect(reason(bytes)).toMatch(why);
  });
});

describe('wrapped lines', () => {
  test.each([
    ['a title', 'he was met by Mr.\nPutin and the others'],
    ['initials', 'the report by Frederick W.\nKagan was read and then\nread again'],
    ['a country', 'the talks between the U.S.\nArmy and its\nallies'],
    ['a Latin abbreviation', 'weapons, vehicles, e.g.\nTanks from the\nstores'],
    ['a question before "he asked"', '“Why did they go?”\nhe asked the\nothers'],
    ['a number abbreviated', 'they took part in unit No.\n12 of the\narmy'],
    ['a month abbreviated', 'it was done on Nov.\n25 in the\nmorning'],
  ])('do not end at %s', (_, text) => {
    expect(paragraphs(text)).toHaveLength(1);
  });

  test.each([
    ['a full stop in quotes', 'They do not want to be\nused as “cannon fodder.”'],
    ['a full stop in brackets', 'It was left to the\ngroup (which was investigating).'],
    ['a full stop after brackets', 'It was left to the\ngroup (an accusation).'],
    ['a note number', 'It was left to the\ngroup as reported.[12]'],
    ['an exclamation', 'It was left to\nthem all!'],
    ['"no"', 'He was asked and he\nsaid no.'],
  ])('end at %s', (_, first) => {
    expect(paragraphs(`${first}\nThe next one goes on for\na while and ends.`)).toEqual([
      first.replace('\n', ' '),
      'The next one goes on for a while and ends.',
    ]);
  });

  test('join at hyphens, dashes and slashes as their words ask', () => {
    expect(
      paragraphs(
        'a poorly-\nexecuted plan in the pre-\nand post-war years—\nand before the 1990–\n1995 and/\nor later war',
      ),
    ).toEqual([
      'a poorly-executed plan in the pre- and post-war years—and before the 1990–1995 and/or later war',
    ]);
  });

  test('join over a page break in mid-sentence', () => {
    expect(paragraphs('The forces moved and\nthen crossed the\n\fborder in the night.')).toEqual([
      'The forces moved and then crossed the border in the night.',
    ]);
  });

  test('of a script without lower case join, without a space where it writes none', () => {
    const lines = [
      '東京都では今日も雨が降り続',
      'いています。明日の天気は晴',
      'れると予想されていますが、',
      '気温は低くなるでしょう、と',
      '気象庁は発表しています、と',
      '伝えられた。',
    ];
    expect(paragraphs(lines.join('\n'))).toEqual([lines.join('')]);
  });

  test('of dashes are items of a list after a colon or an item, else in mid-sentence', () => {
    expect(
      paragraphs(
        'They saw several things in the\nfield that day:\n- tanks of an older\nmake\n- trucks\nThe rest was\n– as they said –\nnot there.',
      ),
    ).toEqual([
      'They saw several things in the field that day:',
      '- tanks of an older make',
      '- trucks The rest was – as they said – not there.',
    ]);
  });

  test('of bullets and notes begin paragraphs', () => {
    expect(
      paragraphs(
        'The forces did the following things in\nthe last days:\n• They moved north and\nthen west\n• They rested\n[1] https://example.org/a\n[2] dot org/b',
      ),
    ).toEqual([
      'The forces did the following things in the last days:',
      '• They moved north and then west',
      '• They rested',
      '[1] https://example.org/a',
      '[2] dot org/b',
    ]);
  });
});

describe('text that was not wrapped', () => {
  const long = 'A sentence that is rather long and goes on and on. Another follows it at once. ';
  const [one, two, three] = [long.repeat(4).trim(), long.repeat(6).trim(), long.repeat(3).trim()];

  test('has a paragraph a line, with blank lines between or without', () => {
    for (const gap of ['\n', '\n\n', '\r\n\r\n']) {
      expect(paragraphs([one, two, three].join(gap))).toEqual([one, two, three]);
    }
  });

  test('keeps headings apart', () => {
    expect(read([`A Short Title`, one, 'Key Takeaways', two].join('\n\n'))).toMatchObject({
      title: 'A Short Title',
      paragraphs: [one, 'Key Takeaways', two],
    });
  });
});

describe('the head of a text', () => {
  const body = 'The first paragraph of the text is\nwrapped and then ends here.';

  test.each([
    ['By Jane Smith', 'By Jane Smith', ''],
    [
      'Jane Smith and John van der Berg\nMonday, 3 June 2024',
      'Jane Smith and John van der Berg',
      'Monday, 3 June 2024',
    ],
    ['2026-11-25', '', '2026-11-25'],
    ['Von Anna Schmidt\n24. November 2022', 'Von Anna Schmidt', '24. November 2022'],
    ['3. März 2024', '', '3. März 2024'],
    ['Kyiv, Ukraine, Nov. 25, 2026', '', 'Kyiv, Ukraine, Nov. 25, 2026'],
    ['Updated: March 3, 2025 at 4:15 p.m. EST', '', 'Updated: March 3, 2025 at 4:15 p.m. EST'],
    [
      'Karolina Hird, Grace Mappes,\nRiley Bailey, and Frederick W. Kagan\nNovember 25',
      'Karolina Hird, Grace Mappes, Riley Bailey, and Frederick W. Kagan',
      'November 25',
    ],
  ])('reads %j', (credits, byline, dateline) => {
    expect(read(`The Title of It\n${credits}\n${body}`)).toEqual({
      title: 'The Title of It',
      byline,
      dateline,
      paragraphs: [body.replace('\n', ' ')],
    });
  });

  test('is left in the text where it is none', () => {
    for (const file of [body, `${body}\n${body}`, 'One line alone']) {
      expect(read(file)).toMatchObject({ title: '', byline: '', dateline: '' });
    }
  });

  test('may be a title that runs over two lines', () => {
    expect(
      read(`Russian Offensive Campaign Assessment,\nNovember 25\nJane Smith, John Doe\n${body}`),
    ).toMatchObject({
      title: 'Russian Offensive Campaign Assessment, November 25',
      byline: 'Jane Smith, John Doe',
    });
  });
});

describe('on any text', () => {
  const word = fc.constantFrom(
    'the',
    'forces',
    'Putin',
    'U.S.',
    'Mr.',
    'said',
    '“why?”',
    '(no).',
    'pre-',
    'and',
    '25',
    'November',
    '—',
    '[1]',
    'W.',
    '•',
    '漢字',
    '🙂',
    'e\u0301',
    '\ufeff',
  );
  const gap = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    '\n',
    '\r\n',
    '\n\n',
    '\t',
    '\f',
    '. ',
    '.\n',
    '-\n',
    '\u2028',
    '\u00a0',
  );
  const file = fc
    .array(fc.tuple(word, gap), { minLength: 1, maxLength: 60 })
    .map((pairs) => pairs.flat().join(''));

  test('nothing but white space is ever lost', () => {
    fc.assert(
      fc.property(fc.oneof(file, fc.string({ unit: 'binary', minLength: 1 })), (text) => {
        const bytes = utf8.encode(text);
        const imported = plainText.read(bytes);
        if (isRefusal(imported)) return;
        expect(whole(read(bytes))).toBe(withoutSpace(text.replace(/^\ufeff/, '')));
      }),
      { numRuns: 2000 },
    );
  });

  test('no paragraph is empty, or begins or ends with white space', () => {
    fc.assert(
      fc.property(file, (text) => {
        if (!/\S/.test(text)) return;
        for (const paragraph of read(text).paragraphs) {
          expect(paragraph.trim()).toBe(paragraph);
          expect(paragraph).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('unwrapping what was wrapped', () => {
  const lower = fc
    .stringMatching(/^[a-z]{2,9}$/)
    .filter((word) => !/^(?:no|fig|vol|art|sec|ch|nos|pp|vs|cf|ca|viz|etc|al|approx)$/.test(word));
  const sentence = fc
    .tuple(
      fc.stringMatching(/^[A-Z][a-z]{3,9}x$/),
      fc.array(lower, { minLength: 12, maxLength: 30 }),
    )
    .map(([first, rest]) => `${[first, ...rest].join(' ')}.`);

  function wrap(paragraph: string, width: number): string {
    const lines: string[] = [];
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines.join('\n');
  }

  test('gives paragraphs of one sentence back, without blank lines', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 40, max: 100 }),
        (texts, width) => {
          expect(paragraphs(texts.map((text) => wrap(text, width)).join('\n'))).toEqual(texts);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gives paragraphs of several sentences back where blank lines divide them', () => {
    const paragraph = fc
      .array(sentence, { minLength: 1, maxLength: 4 })
      .map((several) => several.join(' '));
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 6, maxLength: 10 }),
        fc.integer({ min: 50, max: 100 }),
        (texts, width) => {
          expect(paragraphs(texts.map((text) => wrap(text, width)).join('\n\n'))).toEqual(texts);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('a file of more paragraphs than a document can bear is refused', () => {
  expect(reason(utf8.encode('One.\n\n'.repeat(100_010)))).toMatch(/100,000 paragraphs/);
});

test.each(['"', '(', 'a-\n', 'A. ', '[1]', '—', 'by A, ', '.\n', ' ', '\t', '\f'])(
  'a hostile file of %j costs in proportion to its length',
  (shape) => {
    const cost = (length: number) => {
      const bytes = utf8.encode(`x${shape.repeat(Math.floor(length / shape.length))}`);
      const runs = Array.from({ length: 2 }, () => {
        const before = process.threadCpuUsage();
        plainText.read(bytes);
        const { user, system } = process.threadCpuUsage(before);
        return (user + system) / 1000;
      });
      return Math.min(...runs);
    };
    // Work of this thread, not time that passed: a busy machine changes neither side. Below 5 ms nothing grows.
    const small = Math.max(cost(256 * 1024), 5);
    // Four times the length; what is quadratic costs sixteen times as much.
    expect(cost(1024 * 1024) / small).toBeLessThan(10);
  },
  60_000,
);
