// What random records are made of: words as hostile as words get, times, people.
import fc from 'fast-check';
import { truth5 } from '../../../domain/scale/truth-5.ts';

/** Numbers of people that occur nowhere else, so that one that was forgotten shows. */
export const somePeople = [987_001, 987_002, 987_003, 987_004];

export function idOf(kind: string, index: number): string {
  return `${kind}-${index}`.padEnd(21, '_');
}

/** Words as hostile as words get. */
const nasty = fc.constantFrom(
  '',
  'plain words',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '&lt;b&gt; &amp;amp;',
  ']]> --> <!--',
  'javascript:alert(1)',
  'Ünïcode 漢字 🙂 e\u0301 \u202eright to left',
  '__proto__',
  'a\u0000b\u0008c',
  '=cmd|"/C calc"!A0',
  '+1-2@SUM(1)',
  '\t=1',
  '- # > 1. * _x_ **y** [z](u) ![i](u) [^1]: ^[n] ~~s~~ |a|b| `c`',
  'half \ud83d a pair \udc00',
  '\u2066isolated \u202eand turned\u2069',
  '\r\nwith\rbreaks\n\n    and a code block',
);
export const line = fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 40 }));
export const date = fc.option(
  fc.record({ edtf: fc.constantFrom('XXXX-11-23', '2026', '2026-11~'), asWritten: line }),
);
export const at = fc.integer({ min: 1_600_000_000_000, max: 1_800_000_000_000 });
export const person = fc.constantFrom(...somePeople);
export const authorship = { createdAt: at, createdBy: person, modifiedAt: at, modifiedBy: person };
export const taken = fc.option(fc.record({ at, by: person, reason: line }), { freq: 3 });
export const address = fc.constantFrom(
  '',
  'https://example.org/a?b=c&d=%22e',
  'http://example.org/%3Cscript%3E',
  "HTTPS://example.org/'onclick='x",
);
export const rating = fc.constantFrom(...truth5.ratings.map((each) => each.id));
export const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
