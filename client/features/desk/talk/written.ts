/**
 * A comment as it is written: people by their names, which become their numbers
 * when it is given. And the name that is being typed, for completion.
 */
import type { PersonId } from '../../../../domain/id.ts';
import type { Person } from '../../../../domain/record/state.ts';
import { mentionOf, plainWords } from '../../../../domain/talk/words.ts';

/** Whoever can be named: they can read the document now. */
export function nameable(people: ReadonlyMap<PersonId, Person>): Person[] {
  return [...people.values()]
    .filter(({ role }) => role !== null)
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The words with names in place of numbers. */
export function asWritten(words: string, people: ReadonlyMap<PersonId, Person>): string {
  return plainWords(words, (id) => people.get(id)?.name ?? String(id));
}

/** The words with numbers in place of names; of two that begin alike the longer is meant. */
export function asStored(written: string, people: readonly Person[]): string {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  let stored = '';
  for (let at = 0; at < written.length; ) {
    const next = written.indexOf('@', at);
    if (next < 0) return stored + written.slice(at);
    stored += written.slice(at, next);
    const meant = isWordBefore(written, next)
      ? undefined
      : byLength.find(({ name }) => isNamed(written, next + 1, name));
    stored += meant ? mentionOf(meant.id) : '@';
    at = next + 1 + (meant?.name.length ?? 0);
  }
  return stored;
}

/** What is typed of a name at the caret: from where, and which letters. Null where no name is begun. */
export function nameBegun(
  written: string,
  caret: number,
): { readonly from: number; readonly typed: string } | null {
  const from = written.lastIndexOf('@', caret - 1);
  if (from < 0 || isWordBefore(written, from)) return null;
  const typed = written.slice(from + 1, caret);
  return typed.length > 40 || /[\n@]/.test(typed) || /^\s|\s{2}/.test(typed)
    ? null
    : { from, typed };
}

/**
 * A begun name taken: the words with all of it, and where the caret goes on,
 * behind the one blank or sign that follows. What stood of the name behind the
 * caret already is not said twice.
 */
export function withName(
  written: string,
  { from, typed }: { readonly from: number; readonly typed: string },
  name: string,
): { readonly written: string; readonly caret: number } {
  const caret = from + 1 + typed.length;
  const inWord = /^[\p{L}\p{M}\p{N}’'-]+/u.exec(written.slice(caret))?.[0] ?? '';
  const isOfName = startsIn(name, typed + inWord);
  const rest = written.slice(caret + (isOfName ? inWord.length : 0));
  const named = `${written.slice(0, from)}@${name}`;
  const follows = /^[^\S\n]/.test(rest) ? 1 : 0;
  const blank = follows > 0 || /^[,.;:!?)\]”"]/.test(rest) ? '' : ' ';
  return { written: named + blank + rest, caret: named.length + blank.length + follows };
}

/** Those whose name, or a part of it, begins with what is typed. */
export function matching(people: readonly Person[], typed: string): Person[] {
  return people.filter(({ name }) => startsIn(name, typed));
}

function startsIn(name: string, typed: string): boolean {
  const [whole, wanted] = [folded(name), folded(typed)];
  return whole.startsWith(wanted) || whole.split(/\s+/).some((part) => part.startsWith(wanted));
}

function isWordBefore(written: string, at: number): boolean {
  return /[\p{L}\p{N}]$/u.test(written.slice(Math.max(0, at - 2), at));
}

function isNamed(written: string, at: number, name: string): boolean {
  return (
    name !== '' &&
    written.startsWith(name, at) &&
    !/^[\p{L}\p{N}]/u.test(written.slice(at + name.length, at + name.length + 2))
  );
}

function folded(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
