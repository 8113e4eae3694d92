import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { readRecords, readSettings, writePut } from '../../../domain/record/codec.ts';
import { recordRoots, type RecordState } from '../../../domain/record/state.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { renumberPeople } from '../../../server/exporters/bundle-people.ts';
import { bundleSchema, type Bundle } from '../../../server/exporters/bundle-schema.ts';
import { bundle as exporter, bundleOf } from '../../../server/exporters/bundle.ts';
import { audiences } from '../../../domain/export/selection.ts';
import { readText } from '../../../server/exporters/read-text.ts';
import { bundle as importer, putsOf } from '../../../server/importers/bundle.ts';
import { importFile } from '../../../server/importers/import-file.ts';
import { writeText } from '../../../server/importers/write-text.ts';
import { documentFor, written } from '../exporters/written.ts';
import { somePeople } from '../exporters/random-basics.ts';
import { randomDocument, type RandomDocument } from '../exporters/random-document.ts';

const utf8 = new TextEncoder();
const originalBytes = utf8.encode('the original');
const original = { name: 'report.txt', mediaType: 'text/plain', bytes: originalBytes };
const sha256 = createHash('sha256').update(originalBytes).digest('hex');

function inputOf({ text, records }: RandomDocument) {
  const settings = {
    ...records.settings,
    original: {
      name: original.name,
      mediaType: original.mediaType,
      bytes: originalBytes.length,
      sha256,
    },
  };
  return {
    document: { id: 'abc', title: records.settings.title },
    text,
    records: { ...records, settings },
    original,
    publicUrl: null,
    now: 1_780_000_000_000,
  };
}

/** The bundle of a document. */
function bundled(made: RandomDocument): Bundle {
  return bundleOf(documentFor(exporter, inputOf(made)));
}

function read(bytes: Uint8Array) {
  const imported = importer.read(bytes);
  if (isRefusal(imported)) throw new Error(imported.reason);
  return imported;
}

/** What the server does with a bundle: new numbers for its people, then text and records into a new Y.Doc. */
function restored(bytes: Uint8Array, numbers: ReadonlyMap<number, number>) {
  const imported = read(bytes);
  if (imported.bundle === null) throw new Error('The bundle was read as a text.');
  const mine = renumberPeople(imported.bundle, (person) => numbers.get(person) ?? -1);
  const doc = new Y.Doc();
  writeText(doc.getXmlFragment('text'), imported.text);
  for (const put of putsOf(mine)) writePut(doc, put);
  const records: RecordState = {
    claims: readRecords(doc, 'claims'),
    sources: readRecords(doc, 'sources'),
    evidence: readRecords(doc, 'evidence'),
    verdicts: readRecords(doc, 'verdicts'),
    reviews: readRecords(doc, 'reviews'),
    rulings: readRecords(doc, 'rulings'),
    comments: readRecords(doc, 'comments'),
    settings: readSettings(doc),
    people: new Map(mine.people.map(({ id, name }) => [id, { id, name, role: null }])),
  };
  return {
    text: readText(doc.getXmlFragment('text')),
    records,
    original: importer.original?.(imported) ?? null,
  };
}

const there = new Map(somePeople.map((person, index) => [person, index + 2]));
const back = new Map([...there].map(([from, to]) => [to, from]));

/** The text as Yjs keeps it: neighbouring runs of equal marks are one. */
function throughYjs(document: RandomDocument): RandomDocument {
  const fragment = new Y.Doc().getXmlFragment('text');
  writeText(fragment, document.text);
  return { ...document, text: readText(fragment) };
}

describe('a round trip', () => {
  test.each(audiences)('gives back exactly what the exporter may see (%s)', (audience) => {
    fc.assert(
      fc.property(randomDocument, (made) => {
        const input = inputOf(throughYjs(made));
        const file = written(exporter, input, { audience });
        const again = bundleOf(
          documentFor(exporter, { ...input, ...restored(utf8.encode(file), there) }, { audience }),
        );
        expect(renumberPeople(again, (person) => back.get(person) ?? -1)).toEqual(JSON.parse(file));
      }),
      { numRuns: 300 },
    );
  });

  test('leaves no number of the workspace that it came from', () => {
    fc.assert(
      fc.property(randomDocument, (made) => {
        const bundle = renumberPeople(bundled(made), (person) => there.get(person) ?? -1);
        expect(JSON.stringify(bundle)).not.toMatch(/\b98700[1-4]\b/);
      }),
      { numRuns: 100 },
    );
  });

  test('writes the same state as the same file', () => {
    fc.assert(
      fc.property(randomDocument, (made) => {
        const turned = Object.fromEntries(
          recordRoots.map((root) => [
            root,
            new Map<string, unknown>([...made.records[root]].toReversed()),
          ]),
        );
        const input = inputOf(made);
        expect(written(exporter, { ...input, records: { ...input.records, ...turned } })).toBe(
          written(exporter, input),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('holds names and no more of people', () => {
    fc.assert(
      fc.property(randomDocument, (made) => {
        for (const person of bundled(made).people) {
          expect(Object.keys(person).toSorted()).toEqual(['id', 'name']);
        }
      }),
      { numRuns: 20 },
    );
  });
});

const [sample] = fc.sample(
  randomDocument.filter(
    ({ records }) =>
      records.evidence.size > 1 && records.verdicts.size > 1 && records.rulings.size > 1,
  ),
  { numRuns: 1, seed: 7 },
);
if (sample === undefined) throw new Error('No document was made.');
const good: Bundle = bundled(sample);

function why(change: (bundle: Record<string, unknown>) => unknown): string {
  const copy: Record<string, unknown> = structuredClone(good);
  const changed = change(copy) ?? copy;
  const imported = importer.read(utf8.encode(JSON.stringify(changed)));
  return isRefusal(imported) ? imported.reason : 'it was read';
}

function first(list: unknown): Record<string, unknown> {
  const record: unknown = Array.isArray(list) ? list[0] : undefined;
  if (typeof record !== 'object' || record === null) throw new Error('There is nothing to change.');
  return record as Record<string, unknown>;
}

describe('a hostile bundle', () => {
  const paragraph = (content: unknown) => ({
    type: 'doc',
    content: [{ type: 'section', content: [{ type: 'paragraph', content: [content] }] }],
  });
  const deep = (levels: number): unknown =>
    JSON.parse('[{"content":'.repeat(levels) + '1' + '}]'.repeat(levels));

  test('is refused only for what is wrong with it', () => {
    expect(why(() => undefined)).toBe('it was read');
  });

  test.each<[string, (bundle: Record<string, unknown>) => unknown, RegExp]>([
    ['no object', () => [1], /names no version/],
    ['a newer version', (b) => void (b['version'] = 2), /newer Attest/],
    ['a newer text', (b) => void (b['schema'] = 99), /newer Attest/],
    ['another format', (b) => void (b['format'] = 'x'), /"format"/],
    ['a text that is no document', (b) => void (b['text'] = { type: 'paragraph' }), /"text.type"/],
    [
      'an unknown node',
      (b) => void (b['text'] = { type: 'doc', content: [{ type: 'script' }] }),
      /its text/,
    ],
    [
      'an unknown mark',
      (b) =>
        void (b['text'] = paragraph({ type: 'text', text: 'x', marks: [{ type: 'onclick' }] })),
      /its text/,
    ],
    [
      'a link that runs',
      (b) =>
        void (b['text'] = paragraph({
          type: 'text',
          text: 'x',
          marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
        })),
      /its text/,
    ],
    [
      'an anchor of nothing',
      (b) =>
        void (b['text'] = paragraph({
          type: 'text',
          text: 'x',
          marks: [{ type: 'anchor', attrs: { id: 'x'.repeat(21) } }],
        })),
      /neither a claim/,
    ],
    [
      'a block outside of a section',
      (b) => void (b['text'] = { type: 'doc', content: [{ type: 'paragraph' }] }),
      /its text/,
    ],
    [
      'an empty run of text',
      (b) => void (b['text'] = paragraph({ type: 'text', text: '' })),
      /its text/,
    ],
    [
      'nesting without end',
      (b) => void (b['text'] = { type: 'doc', content: deep(1000) }),
      /levels deep/,
    ],
    ['half a character', (b) => void (first(b['claims'])['place'] = '\ud83d'), /half a character/],
    [
      'an id that is none',
      (b) => void (first(b['claims'])['id'] = '../../etc/passwd'),
      /claims.0.id/,
    ],
    [
      'an id used twice',
      (b) => void (b['sources'] = [first(b['sources']), first(b['sources'])]),
      /two records have the id/,
    ],
    [
      'a number used twice',
      (b) =>
        void (b['claims'] = [first(b['claims']), { ...first(b['claims']), id: 'y'.repeat(21) }]),
      /the number/,
    ],
    [
      'two verdicts of one author',
      (b) => void (b['verdicts'] = [first(b['verdicts']), first(b['verdicts'])]),
      /two verdicts/,
    ],
    ['evidence for no claim', (b) => void (first(b['evidence'])['claim'] = 'z'.repeat(21)), /zzz/],
    [
      'evidence from no source',
      (b) => void (first(b['evidence'])['source'] = 'z'.repeat(21)),
      /zzz/,
    ],
    [
      'a review of no verdict',
      (b) => void (first(b['reviews'])['verdictAuthor'] = 5),
      /which is not in it/,
    ],
    ['a ruling on nothing', (b) => void (first(b['rulings'])['claim'] = 'z'.repeat(21)), /zzz/],
    ['a person who is not in it', (b) => void (first(b['claims'])['createdBy'] = 5), /person 5/],
    [
      'a person without a name of text',
      (b) => void (first(b['people'])['name'] = {}),
      /people.0.name/,
    ],
    ['the system as a person', (b) => void (first(b['people'])['id'] = 0), /people.0.id/],
    [
      'a source that runs',
      (b) => void (first(b['sources'])['url'] = 'javascript:alert(1)'),
      /sources.0.url/,
    ],
    [
      'another original',
      (b) => void (b['original'] = { ...(b['original'] as object), data: 'AAAA' }),
      /checksum/,
    ],
    [
      'an original that nobody names',
      (b) => void (b['settings'] = { ...(b['settings'] as object), original: null }),
      /another original/,
    ],
    ['a missing original', (b) => void (b['original'] = null), /not in it/],
    [
      'words without end',
      (b) => void (first(b['evidence'])['passage'] = 'x'.repeat(20_001)),
      /evidence.0.passage/,
    ],
  ])('with %s is refused and told why', (_, change, reason) => {
    expect(why(change)).toMatch(reason);
  });

  test('that is no JSON is refused', () => {
    for (const bytes of [
      utf8.encode('{"format": "attest-bundle"'),
      new Uint8Array([0xff, 0xfe, 0x00]),
      utf8.encode('['.repeat(1_000_000)),
    ]) {
      expect(isRefusal(importer.read(bytes))).toBe(true);
    }
  });

  test('cannot reach a prototype', () => {
    const json = JSON.stringify(good).replace(
      '{',
      '{"__proto__":{"polluted":true},"constructor":{},',
    );
    const imported = importer.read(utf8.encode(json));
    expect(isRefusal(imported)).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('with any one value replaced is read or refused, never thrown', () => {
    const junk = fc.constantFrom<unknown>(
      null,
      '',
      -1,
      1e99,
      [],
      {},
      [[]],
      'javascript:x',
      true,
      '\ud800',
    );
    const text = JSON.stringify(good);
    const places = [...text.matchAll(/(?<=:)(?:"[^"\\]*"|-?\d+|null|true|false)/g)];
    fc.assert(
      fc.property(fc.nat(places.length - 1), junk, (index, value) => {
        const place = places[index];
        if (place === undefined) return;
        const changed =
          text.slice(0, place.index) +
          JSON.stringify(value) +
          text.slice(place.index + place[0].length);
        importer.read(utf8.encode(changed));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a file that is handed in', () => {
  const file = utf8.encode(JSON.stringify(good));

  test('is read as a bundle by its name and its first bytes', () => {
    const read = importFile('C:\\files\\report.attest.json', file);
    expect(read).toMatchObject({ original: { name: 'report.txt', bytes: originalBytes } });
  });

  test('that is other JSON is refused with what can be read', () => {
    expect(importFile('data.json', utf8.encode('{}'))).toMatchObject({
      code: 'bad-request',
      reason: 'Attest cannot read "data.json". It reads: Attest bundle, Markdown, Plain text.',
    });
  });

  test('has the title of its text, else its name', () => {
    const words = utf8.encode('Some words that are no title at all.');
    expect(importFile('/tmp/My_report  2.txt', words)).toMatchObject({
      title: 'My report 2',
      original: { name: 'My_report  2.txt', mediaType: 'text/plain', bytes: words },
    });
    expect(importFile('', words)).toMatchObject({ title: 'Untitled' });
  });
});

test('the published schema is the one that is used', async () => {
  const published = z.toJSONSchema(bundleSchema, { io: 'input' });
  await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot(
    '../../../docs/bundle.schema.json',
  );
});
