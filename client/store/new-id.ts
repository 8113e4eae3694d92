/**
 * Ids of records and commands: 21 URL-safe characters, 126 random bits. Made
 * here because `crypto.randomUUID` is missing where a page comes over plain HTTP.
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function newId(): string {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(21))) id += alphabet[byte & 63];
  return id;
}
