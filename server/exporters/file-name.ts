import type { Exporter } from './exporter.ts';

/** A name that every file system takes: the title's letters and digits, then the exporter's ending. */
export function exportFileName(title: string, exporter: Exporter): string {
  const stem = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${[...stem].slice(0, 80).join('') || 'document'}.${exporter.extension}`;
}
