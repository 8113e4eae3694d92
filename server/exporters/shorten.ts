/** Words cut to at most `most` characters at a word's end where there is one near, with an ellipsis. White space becomes blanks. */
export function shortened(words: string, most: number): string {
  const signs = [
    ...new Intl.Segmenter().segment(
      words
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 8 * most),
    ),
  ];
  if (signs.length <= most) return signs.map(({ segment }) => segment).join('');
  const kept = signs.slice(0, most - 1).map(({ segment }) => segment);
  const blank = kept.lastIndexOf(' ');
  return `${kept.slice(0, blank > most / 2 ? blank : undefined).join('')}…`;
}
