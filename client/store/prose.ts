/** The words that somebody wrote into a command: what must not get lost when it is refused. */

/** A quote and its place are words of the text, not of the person. */
const notWritten = new Set(['place', 'quote']);

/** Every string of more than one word, one after the other on lines of their own; empty without any. */
export function proseOf(args: unknown): string {
  return [...strings(args)].join('\n');
}

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (/\S\s+\S/.test(value)) yield value.trim();
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!notWritten.has(key)) yield* strings(inner);
    }
  }
}
