/** Hands a file that the page has over to the browser, as a download. */

/** The browser has taken the bytes over by then; in ms. */
const TAKEN = 60_000;

export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN);
}
