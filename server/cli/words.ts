/** Words for a terminal. */

export function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** What others wrote, without signs that steer a terminal: they could write a verdict of their own. */
export function plain(words: string): string {
  return words.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
}
