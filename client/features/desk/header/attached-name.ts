/** The name that the server gives to a file: where it has other signs than ASCII they stand apart; else it may be bare or quoted. */
export function attachedName(headers: Headers): string | undefined {
  const said = headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(said)?.[1];
  try {
    if (encoded !== undefined) return decodeURIComponent(encoded);
  } catch {
    // Not encoded as it says: the plain name is there too.
  }
  const [, quoted, bare] = /filename=(?:"([^"]+)"|([^";\s]+))/i.exec(said) ?? [];
  return quoted ?? bare;
}
