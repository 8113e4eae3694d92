/** English verbs by which texts say that somebody says something, in the forms that have a subject of their own. */

const regular = [
  'acknowledge add admit advise affirm agree allege announce answer argue assert assess assure boast',
  'caution claim comment complain concede conclude confess confirm contend declare demand deny disclose',
  'emphasise emphasize estimate explain express forecast guarantee hint imply indicate inform insist',
  'joke maintain mention note notify object observe opine pledge post predict proclaim promise protest',
  'publicise publicize quip reaffirm recall reckon recount reiterate relate remark repeat reply report',
  'respond retort reveal signal specify speculate state stipulate stress suggest summarise summarize',
  'surmise swear testify threaten tweet underline underscore urge utter verify voice volunteer vow warn',
]
  .join(' ')
  .split(' ');

/** Present, past, participle where it is another word. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  say: ['says', 'said'],
  tell: ['tells', 'told'],
  write: ['writes', 'wrote', 'written'],
  hold: ['holds', 'held'],
  think: ['thinks', 'thought'],
  foresee: ['foresees', 'foresaw', 'foreseen'],
  swear: ['swears', 'swore', 'sworn'],
  read: ['reads'],
};

/** Said with a clause behind them and no "that": "said he would". */
export const bareVerbs: ReadonlySet<string> = new Set([
  'say',
  'says',
  'said',
  'claim',
  'claims',
  'claimed',
  'admit',
  'admits',
  'admitted',
  'insist',
  'insists',
  'insisted',
  'alleges',
  'alleged',
  'think',
  'thinks',
  'thought',
]);

/** Every form, in lower case. */
export const reportingForms: ReadonlySet<string> = new Set([
  ...regular.flatMap(formsOf),
  ...Object.entries(irregular).flatMap(([base, forms]) => [base, ...forms]),
]);

function formsOf(base: string): string[] {
  if (irregular[base]) return [];
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1);
    return [base, `${stem}ies`, `${stem}ied`];
  }
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`];
  const third = /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`;
  // "admitted", but "commented": the last syllable is stressed.
  const doubled = base === 'admit' || base === 'quip' ? `${base}${base.at(-1)}ed` : `${base}ed`;
  return [base, third, doubled];
}
