/** Waits for what must come, without guessing how long it takes. */
export async function until(holds: () => boolean, what: string, within = 5000): Promise<void> {
  const end = Date.now() + within;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited ${within} ms in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
