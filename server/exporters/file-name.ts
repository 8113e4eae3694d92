import type { FileKind } from './exporter.ts';

/** A name that every file system takes: the title's letters and digits, then the ending. */
export function exportFileName(title: string, { extension }: FileKind): string {
  const stem = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${[...stem].slice(0, 80).join('') || 'document'}.${extension}`;
}
