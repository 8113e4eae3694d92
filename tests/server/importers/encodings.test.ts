import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraph } from '../../../domain/import/block.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { languageOf } from '../../../server/importers/language.ts';
import { charactersOf } from '../../../server/importers/plain-text/decode.ts';
import { encodings, likelyEncodings } from '../../../server/importers/plain-text/encodings.ts';
import { readTextFile } from '../../../server/importers/read-text.ts';

/** The bytes of `text` in an encoding of one byte a character, by trying each byte. */
function encoded(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) {
    const letter = charactersOf(Uint8Array.of(byte), encoding);
    if (letter) table.set(letter, byte);
  }
  return Uint8Array.from(Array.from(text), (letter) => table.get(letter) ?? 63);
}
function likely(bytes: Uint8Array): readonly string[] {
  const found = likelyEncodings(bytes);
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
}

const russian = 'Вода в реке поднялась за ночь на два метра, сообщили местные жители.';
const french =
  'La rivière a débordé près du café; l’été dernier déjà, l’eau était montée très haut.';

describe('which encoding a file is in', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(russian), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${russian}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without one', Buffer.from(russian, 'utf16le'), 'utf-16le'],
    ['UTF-16, the other way', Buffer.from(french, 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1251', encoded(russian, 'windows-1251'), 'windows-1251'],
    ['KOI8-R', encoded(russian, 'koi8-r'), 'koi8-r'],
    ['Windows-1252', encoded(french, 'windows-1252'), 'windows-1252'],
  ])('%s is told', (_, bytes, encoding) => {
    expect(likely(bytes)[0]).toBe(encoding);
    expect(encodings.has(encoding)).toBe(true);
  });

  test('any bytes are read or refused with a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const read = readTextFile('a.txt', bytes, {});
        if (isRefusal(read)) expect(read.reason).toMatch(/\.$/);
        else expect(read.encodings).toContain(read.encoding);
      }),
      { numRuns: 500 },
    );
  });

  test.each([...encodings.keys()])('%s can be chosen for any bytes', (encoding) => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const read = readTextFile('a.txt', bytes.subarray(32, 127), { encoding });
    expect(isRefusal(read) ? read.reason : read.encoding).toBeTruthy();
  });
});

test.each([
  ['en', 'Mobilized personnel claimed that the command sent them into battle without training.'],
  ['ru', russian],
  ['uk', 'Вода в річці піднялася за ніч на два метри, повідомили місцеві жителі, які бачили це.'],
  ['ar', 'ارتفع منسوب المياه في النهر مترين خلال ليلة واحدة، بحسب ما أفاد السكان المحليون.'],
  ['he', 'מפלס המים בנהר עלה בלילה בשני מטרים, כך דיווחו תושבים מקומיים שראו זאת.'],
  ['fa', 'سطح آب رودخانه در یک شب دو متر بالا آمد، به گفته ساکنان محلی که این را دیدند.'],
  ['zh', '据当地居民报告,河水一夜之间上涨了两米,没有人受伤。'],
  ['ja', '地元の住民によると、川の水位は一晩で二メートル上がりました。'],
])('the language %s is told from its words', (language, text) => {
  expect(languageOf([paragraph(text)])).toBe(language);
});

test('a few letters are in no language', () => {
  expect(languageOf([paragraph('OK 12')])).toBe('');
});
