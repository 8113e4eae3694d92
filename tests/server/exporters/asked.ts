// What can be asked of an exporter, and what is in the file that it writes.
import { strFromU8, unzipSync } from 'fflate';
import { audiences } from '../../../domain/export/selection.ts';
import type { ExportInput } from '../../../server/exporters/export-document.ts';
import type { Exporter } from '../../../server/exporters/exporter.ts';
import type { RandomDocument } from './random-document.ts';
import type { Asked } from './written.ts';

export function inputOf(document: RandomDocument): ExportInput {
  return {
    document: { id: 'id', title: document.records.settings.title },
    publicUrl: null,
    original: null,
    now: 1_780_000_000_000,
    ...document,
  };
}

/** Everything that can be asked of an exporter: each audience with each value of each option. */
export function everyChoice(exporter: Exporter): Asked[] {
  return audiences.flatMap((audience) =>
    exporter.options
      .filter((option) => option.audiences.includes(audience))
      .reduce<Asked[]>(
        (asked, { id, values }) =>
          asked.flatMap((each) =>
            values
              .filter((value) => value.audiences?.includes(audience) ?? true)
              .map((value) => ({ ...each, [id]: value.id })),
          ),
        [{ audience }],
      ),
  );
}

/** What is in a file for whoever looks into it: zipped, encoded or escaped. */
export function decoded(bytes: Buffer): string {
  const raw = bytes.toString();
  if (bytes.subarray(0, 2).toString() === 'PK') {
    return Object.values(unzipSync(bytes))
      .map((file) => strFromU8(file))
      .join('\n');
  }
  const base64 = [...raw.matchAll(/"data": ?"([A-Za-z0-9+/=]{8,})"/g)]
    .map(([, data]) => Buffer.from(data ?? '', 'base64').toString())
    .join('\n');
  const unescaped = raw
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\\([^\w\s])/g, '$1');
  return [raw, base64, unescaped].join('\n');
}
