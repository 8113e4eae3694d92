/** Where the last clip of this browser went: the next one likely goes there too. */
import * as z from 'zod/mini';

const SLOT = 'attest.clip';
const place = z.object({ document: z.string(), claim: z.nullable(z.int()) });
export type ClipPlace = z.infer<typeof place>;

export function lastPlace(): ClipPlace | null {
  try {
    return place.safeParse(JSON.parse(localStorage.getItem(SLOT) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

export function keepPlace(next: ClipPlace): void {
  try {
    localStorage.setItem(SLOT, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing asks again.
  }
}
