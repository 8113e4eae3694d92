/** Numbers in the query of an address, which come as text. */
import * as z from 'zod/mini';

/** A whole number from `least` to `most`; `absent` where none is given. */
export function numberIn(least: number, most: number, absent: number) {
  return z._default(
    z.pipe(
      z.string().check(z.regex(/^\d{1,9}$/)),
      z.pipe(
        z.transform((digits: string) => Number(digits)),
        z.int().check(z.minimum(least), z.maximum(most)),
      ),
    ),
    absent,
  );
}
