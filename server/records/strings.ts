/** The words within a JSON value, wherever they stand. */

export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** A copy of `value` with every string replaced; the keys stay. */
export function replaceStrings<T>(value: T, replace: (words: string) => string): T {
  const copy: T = structuredClone(value);
  replaceWithin(copy, replace);
  return copy;
}

function replaceWithin(value: unknown, replace: (words: string) => string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') Reflect.set(value, key, replace(inner));
    else replaceWithin(inner, replace);
  }
}

/** The one of `strings` that `cut` was cut from, or that ends by itself as cut words do; null if there is none. */
export function wholeAmong(strings: readonly string[], cut: string): string | null {
  const kept = cut.slice(0, -1);
  const whole = strings.find(
    (words) => words === cut || (words.length > cut.length && words.startsWith(kept)),
  );
  return whole ?? null;
}
