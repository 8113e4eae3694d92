/** The kinds of files that a source can keep as an archived copy. What is on this list was recognised by its content. */

export interface FileKind {
  readonly mediaType: string;
  /** For people: "PNG image". */
  readonly name: string;
  /** Whether a page may show it in place: only what cannot run. */
  readonly preview: boolean;
}

export const fileKinds: readonly FileKind[] = [
  { mediaType: 'image/png', name: 'PNG image', preview: true },
  { mediaType: 'image/jpeg', name: 'JPEG image', preview: true },
  { mediaType: 'image/gif', name: 'GIF image', preview: true },
  { mediaType: 'image/webp', name: 'WebP image', preview: true },
  { mediaType: 'image/avif', name: 'AVIF image', preview: true },
  { mediaType: 'application/pdf', name: 'PDF', preview: false },
  { mediaType: 'text/plain', name: 'Text', preview: false },
  { mediaType: 'text/html', name: 'Web page', preview: false },
  { mediaType: 'multipart/related', name: 'Web page (MHTML)', preview: false },
  { mediaType: 'application/warc', name: 'Web archive (WARC)', preview: false },
];

export function fileKind(mediaType: string): FileKind | undefined {
  return fileKinds.find((kind) => kind.mediaType === mediaType);
}

/** What may be uploaded, in one phrase for a person. */
export const UPLOADS = 'Images, PDF, text, saved web pages (HTML, MHTML) and web archives (WARC)';
