// What a file is that is no text, by its first bytes: so that somebody who
// picked the wrong one, or one with the wrong ending, reads which it is.

const kinds: readonly { readonly begins: string; readonly is: string }[] = [
  { begins: '%PDF-', is: 'a PDF. Export its text as .txt or .md and import that' },
  { begins: 'PK\u0003\u0004', is: 'a Word file or another archive. Save its text as .txt or .md' },
  { begins: '\u00d0\u00cf\u0011\u00e0', is: 'an old Word file. Save its text as .txt or .md' },
  { begins: '{\\rtf', is: 'rich text (RTF). Save it as plain text and import that' },
  { begins: '\u0089PNG', is: 'a picture, not a text' },
  { begins: '\u00ff\u00d8\u00ff', is: 'a picture, not a text' },
  { begins: 'GIF8', is: 'a picture, not a text' },
  { begins: '\u001f\u008b', is: 'compressed. Unpack it and import what is in it' },
  { begins: '7z\u00bc\u00af', is: 'compressed. Unpack it and import what is in it' },
];

/** The end of a sentence that begins "This file is"; null for what may be a text. */
export function fileKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return kinds.find(({ begins }) => head.startsWith(begins))?.is ?? null;
}
