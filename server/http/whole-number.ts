/** A number from 1 on as it stands in an address. */
import * as z from 'zod/mini';

export const wholeNumber = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/)),
  z.pipe(
    z.transform((digits: string) => Number(digits)),
    z.int().check(z.minimum(1)),
  ),
);
