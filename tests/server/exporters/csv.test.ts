import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../../server/exporters/csv.ts';
import { randomDocument } from './random-document.ts';
import { sampleInput } from './sample.ts';
import { type Asked, written, writtenBytes } from './written.ts';

type Row = Readonly<Record<string, string>>;

function rowsOf(file: string): Row[] {
  return parse(file, { columns: true, bom: true });
}

function table(name: string, asked: Asked = {}): Row[] {
  return rowsOf(written(csv, sampleInput(), { table: name, ...asked }));
}

test('has one row a claim, in the order of the text, in words', () => {
  const rows = table('claims');
  expect(rows.map((row) => row['Number'])).toEqual(['1', '2', '3', '4', '5', '6', '8', '7']);
  expect(rows[0]).toMatchObject({
    Checks: 'that they said it',
    Claimant: 'Mobilized personnel',
    'By way of': 'Mobilized personnel, by video, November 23',
    'Date as written': 'November 23',
    Date: 'XXXX-11-23',
    'Linked claim': '2',
    Stage: 'Settled',
    Rating: 'True',
    Ruling: 'Correction',
    Method: 'One verdict and a review',
    'Ruled by': 'Lea Lead',
    'Best supporting grade': 'B2',
    Verdicts: '1',
  });
  expect(rows[4]?.['Rating']).toBe('Not enough evidence');
});

test.each([
  ['evidence', { Claim: '1', Stance: 'Supports', Grade: 'B2', Source: 'Video appeal, first' }],
  ['sources', { Title: 'Video appeal, first', Reliability: 'Usually reliable', Protected: 'No' }],
  ['rulings', { Claim: '1', Rating: 'Mostly true', 'Ruled by': 'Lea Lead' }],
  ['verdicts', { Claim: '1', Author: 'Ana Analyst', Verdict: 'True', Confidence: 'Moderate' }],
  ['reviews', { Claim: '1', Outcome: 'Agree', Reasons: 'Good sources' }],
])('has a table of %s', (name, first) => {
  expect(table(name)[0]).toMatchObject(first);
});

test('has no column for what the public does not get', () => {
  const [row] = table('claims', { audience: 'public' });
  for (const heading of ['Priority', 'Assigned', 'Verdicts', 'Marked by', 'Ruled by']) {
    expect(row).not.toHaveProperty(heading);
  }
});

test('begins with a byte order mark for Excel, and only there', () => {
  expect(writtenBytes(csv, sampleInput(), { bom: 'yes' }).subarray(0, 3).toString('hex')).toBe(
    'efbbbf',
  );
  expect(writtenBytes(csv, sampleInput()).subarray(0, 3).toString('hex')).not.toBe('efbbbf');
});

test('comes as a zip with every table', () => {
  const files = unzipSync(writtenBytes(csv, sampleInput(), { table: 'all', bom: 'yes' }));
  expect(Object.keys(files)).toEqual(
    ['claims', 'evidence', 'sources', 'rulings', 'verdicts', 'reviews', 'comments'].map(
      (name) => `${name}.csv`,
    ),
  );
  for (const [name, bytes] of Object.entries(files)) {
    expect([name, rowsOf(strFromU8(bytes)).length > 0]).toEqual([name, true]);
  }
  const open = unzipSync(writtenBytes(csv, sampleInput(), { table: 'all', audience: 'public' }));
  expect(Object.keys(open)).not.toContain('verdicts.csv');
});

describe('any document', () => {
  const names = ['claims', 'evidence', 'sources', 'rulings', 'verdicts', 'reviews', 'comments'];

  test('gives cells that are read again as they were, and none that a spreadsheet would run', () => {
    fc.assert(
      fc.property(randomDocument, fc.constantFrom(...names), ({ text, records }, name) => {
        const file = written(
          csv,
          { ...sampleInput(), text, records },
          { table: name, withdrawn: 'yes' },
        );
        const rows: string[][] = parse(file);
        const [headings, ...cells] = rows;
        for (const row of cells) {
          expect(row).toHaveLength(headings?.length ?? 0);
          for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r\uFF1D\uFF0B\uFF20\uFF0D-]/);
        }
        // Where lists are parted by semicolons, every cell with words is still one in quotes.
        for (const raw of file.split('\r\n').flatMap((each) => each.split(';'))) {
          expect(raw).not.toMatch(/^[=@]/);
        }
        if (name === 'claims') {
          const claimants = [...records.claims.values()].map(({ claimant }) =>
            claimant.replace(/[^\p{L}\p{N}]/gu, ''),
          );
          const at = headings?.indexOf('Claimant') ?? -1;
          const read = cells.map((row) => (row[at] ?? '').replace(/[^\p{L}\p{N}]/gu, ''));
          expect(read.toSorted()).toEqual(claimants.toSorted());
        }
      }),
      { numRuns: 150 },
    );
  });
});
