/** When an archived copy was made: as a field for a day and an hour holds it, and as addresses of archives say it. */

/** "2022-11-25T21:04", on this device's clock. Null for what is no time, or one that is still to come by more than a day. */
export function readLocalTime(written: string, now: number): number | null {
  const at = new Date(written).getTime();
  return Number.isFinite(at) && at >= 0 && at < now + 86_400_000 ? at : null;
}

/** Of `https://web.archive.org/web/20221125210400/…`, whose figures are UTC; null for other addresses. */
export function capturedIn(address: string): number | null {
  const found = /^https?:\/\/web\.archive\.org\/web\/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/i.exec(
    address.trim(),
  );
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map(Number);
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(at).getUTCMonth() === month - 1 && at > 0 ? at : null;
}
