/** Waits until `check` gives something true, asking again each few milliseconds; fails with what was awaited. */
export async function until<T>(
  what: string,
  check: () => T | Promise<T>,
  { within = 10_000 }: { within?: number } = {},
): Promise<NonNullable<T>> {
  const end = Date.now() + within;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Waited ${within} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
