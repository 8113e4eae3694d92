// Which language a text is in, by its letters and their neighbours.
import { franc } from 'franc';
import { type Block, blockText } from '../../domain/import/block.ts';

/** Neighbours of these that are rarer (Scots, Dari) are taken for them less often than they take their place. */
const known = (
  'eng fra deu spa por ita nld cat glg ron pol ces slk slv hrv srp bul mkd rus ukr bel ell tur azj ' +
  'arb pes urd pbu heb hin ben tam tel mar guj pan mal kan sin npi tha vie ind tgl cmn jpn kor ' +
  'swe nob dan fin est lvs lit hun eus als kat hye kaz uzn kir tgk swh amh som hau khm lao mya'
).split(' ');

/** Letters that these languages do not have, which their neighbours' trigrams hide in a short text. */
const lacking: readonly { readonly letters: RegExp; readonly languages: readonly string[] }[] = [
  { letters: /[ыэ]/giu, languages: ['bul', 'mkd', 'srp', 'ukr'] },
  { letters: /[іїєґ]/giu, languages: ['bul', 'mkd', 'srp', 'rus'] },
];

/** Enough to tell; a report in two languages is in that of most of its beginning. */
const enough = 20_000;
const tooLittle = 40;

/** BCP 47; empty where nobody could tell. */
export function languageOf(blocks: readonly Block[]): string {
  let sample = '';
  for (const block of blocks) {
    if (sample.length >= enough) break;
    if (block.type !== 'code_block') sample += `${blockText(block).slice(0, enough)}\n`;
  }
  if (sample.trim().length < tooLittle && !/[^\p{ASCII}]/u.test(sample)) return '';
  const out = new Set(
    lacking
      .filter(({ letters }) => (sample.match(letters)?.length ?? 0) > sample.length / 200)
      .flatMap(({ languages }) => languages),
  );
  const code = franc(sample, { minLength: 4, only: known.filter((each) => !out.has(each)) });
  if (code === 'und') return '';
  // The registry's shorter name for it: "rus" is "ru", "cmn" is "zh".
  return Intl.getCanonicalLocales(code)[0] ?? '';
}
