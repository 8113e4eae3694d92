import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../domain/refusal.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import { importFile, largestImport } from '../../../server/importers/import-file.ts';
import { importers } from '../../../server/importers/list.ts';
import { documentOf } from '../../../server/importers/sections.ts';

test('ids and labels are unique', () => {
  for (const of of ['id', 'label'] as const) {
    const all = importers.map((importer) => importer[of]);
    expect(new Set(all).size).toBe(all.length);
  }
});

describe.each(importers.map((importer) => [importer.id, importer] as const))(
  '%s',
  (_, importer) => {
    test('reads or refuses any bytes, and says why', () => {
      const text = fc.string({ unit: 'binary' }).map((words) => new TextEncoder().encode(words));
      const json = fc.json().map((words) => new TextEncoder().encode(words));
      fc.assert(
        fc.property(fc.oneof(fc.uint8Array(), text, json), (bytes) => {
          const read = importer.read(bytes);
          if (isRefusal(read)) expect(read.reason).toMatch(/^This .+\.$/);
          else read.text.check();
        }),
        { numRuns: 1000 },
      );
    });

    test('says how large its files may be', () => {
      expect(importer.largest).toBeGreaterThan(0);
      expect(largestImport).toBeGreaterThanOrEqual(importer.largest);
    });
  },
);

test('a file is read by one importer at most', () => {
  for (const name of [
    'a.txt',
    'a.text',
    'README',
    'a.json',
    'a.attest.json',
    'a.pdf',
    'a.docx',
    '',
  ]) {
    for (const head of ['', '{"format": "attest-bundle"', 'words']) {
      const bytes = new TextEncoder().encode(head);
      expect(importers.filter((importer) => importer.accepts(name, bytes)).length).toBeLessThan(2);
    }
  }
});

test('a Word file is refused with what can be read, and a disguised one with what it is', () => {
  const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]);
  expect(importFile('report.docx', zip)).toMatchObject({ reason: /cannot read "report.docx"/ });
  expect(importFile('report.txt', zip)).toMatchObject({ reason: /control character/ });
});

test.each([
  [0, [0]],
  [1, [1]],
  [50, [50]],
  [51, [26, 25]],
  [151, [38, 38, 38, 37]],
])('%i blocks are in sections of %j', (count, sizes) => {
  const blocks = Array.from({ length: count }, () => textSchema.node('paragraph'));
  const document = documentOf(blocks);
  document.check();
  expect(document.children.map((section) => section.childCount)).toEqual(sizes);
});
