import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { isReadable } from '../../../domain/talk/readable.ts';
import { anchorsOfNode } from '../../../domain/anchor/node-ranges.ts';
import { plainTextOfNode } from '../../../domain/text/plain-text.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import type { ExportInput } from '../../../server/exporters/export-document.ts';
import { webAnnotation } from '../../../server/exporters/web-annotation.ts';
import { annoContext, motivations } from './anno-context.ts';
import { largeInput } from './large.ts';
import { randomDocument } from './random-document.ts';
import { idFor, marked, sampleInput } from './sample.ts';
import { type Asked, written } from './written.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- JSON of the file, whose every part a test names
type Thing = Readonly<Record<string, any>>;

function collectionOf(input: ExportInput, asked: Asked = { audience: 'internal' }): Thing {
  return JSON.parse(written(webAnnotation, input, asked));
}

function pagesOf(collection: Thing): Thing[] {
  return [collection['first'], ...(collection['@included'] ?? [])];
}

function annotationsOf(collection: Thing): Thing[] {
  return pagesOf(collection).flatMap((page) => page['items']);
}

const documentLoader = async (url: string) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`Nothing is at ${url}`);
  return { contextUrl: undefined, document: annoContext, documentUrl: url };
};

/** Every key, however deep, with how often it stands there; not those that are the syntax of JSON-LD. */
function keysIn(value: unknown, counted = new Map<string, number>()): Map<string, number> {
  if (Array.isArray(value)) for (const each of value) keysIn(each, counted);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === '@context') continue;
      counted.set(key, (counted.get(key) ?? 0) + 1);
      keysIn(inner, counted);
    }
  }
  return counted;
}

const input = sampleInput();
const collection = collectionOf(input);
const annotations = annotationsOf(collection);

describe('JSON-LD expansion', () => {
  test('drops no key, for any document and either audience', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomDocument,
        fc.constantFrom('internal', 'public'),
        async ({ text, records }, audience) => {
          const made = collectionOf({ ...input, text, records }, { audience, names: 'yes' });
          const expanded = await jsonld.expand(
            made as jsonld.JsonLdDocument,
            {
              documentLoader,
              // What is relative or undefined is an error rather than dropped.
              safe: true,
            } as jsonld.Options.Expand,
          );
          const { '@context': _, ...rest } = made;
          const wanted = [...keysIn(rest).values()].reduce((sum, count) => sum + count, 0);
          const again = await jsonld.compact(expanded, made['@context'], {
            documentLoader,
            graph: false,
          } as jsonld.Options.Compact);
          const got = [...keysIn(again).values()].reduce((sum, count) => sum + count, 0);
          expect(got).toBeGreaterThanOrEqual(wanted);
          expect([...keysIn(again).keys()].toSorted()).toEqual([...keysIn(rest).keys()].toSorted());
        },
      ),
      { numRuns: 15 },
    );
  });

  test('would be seen to drop one', async () => {
    await expect(
      jsonld.expand(
        { ...collection, unmapped: 1 } as jsonld.JsonLdDocument,
        {
          documentLoader,
          safe: true,
        } as jsonld.Options.Expand,
      ),
    ).rejects.toThrow();
  });
});

describe('the collection', () => {
  test('has its first page within, and pages say of what they are part', () => {
    expect(collection).toMatchObject({
      id: 'https://desk.example.org/d/sample/annotations',
      type: 'AnnotationCollection',
      label: 'Russian Offensive Campaign Assessment, November 25',
      total: annotations.length,
      last: collection['first'].id,
    });
    expect(collection['first']).toMatchObject({
      type: 'AnnotationPage',
      startIndex: 0,
      partOf: {
        id: collection['id'],
        label: collection['label'],
        total: annotations.length,
        first: collection['first'].id,
        last: collection['last'],
      },
    });
  });

  test('of many claims has many pages, each leading to the next and back', () => {
    const large = collectionOf(largeInput(600));
    const pages = pagesOf(large);
    expect(pages.length).toBeGreaterThan(3);
    expect(large['last']).toBe(pages.at(-1)?.['id']);
    for (const [index, page] of pages.entries()) {
      expect(page['next']).toBe(pages[index + 1]?.['id']);
      expect(page['prev']).toBe(pages[index - 1]?.['id']);
      expect(page['partOf'].last).toBe(large['last']);
    }
    expect(annotationsOf(large)).toHaveLength(large['total']);
  });

  test('has addresses that are the same each time, under the public URL or a URN', () => {
    const ids = (of: ExportInput) => annotationsOf(collectionOf(of)).map(({ id }) => id as string);
    expect(ids(input)).toEqual(ids({ ...input, now: input.now + 1 }));
    expect(new Set(ids(input)).size).toBe(ids(input).length);
    for (const id of ids(input))
      expect(id).toMatch(/^https:\/\/desk\.example\.org\/d\/sample\/annotations\//);
    for (const id of ids({ ...input, publicUrl: null }))
      expect(id).toMatch(/^urn:attest:document:sample\//);
  });
});

test('each annotation has one motivation of the standard', () => {
  const counted = new Map<string, number>();
  for (const { motivation, type } of annotations) {
    expect(type).toBe('Annotation');
    expect(motivations).toContain(motivation);
    counted.set(motivation, (counted.get(motivation) ?? 0) + 1);
  }
  expect(Object.fromEntries(counted)).toEqual({
    highlighting: 8,
    tagging: 1,
    linking: 3,
    moderating: 3,
    assessing: 5 + 2,
    commenting: 1,
    replying: 1,
  });
});

test('each has an address of its own, and is about words or about another one that is there, on any document', () => {
  fc.assert(
    fc.property(randomDocument, fc.constantFrom('yes', 'no'), ({ text, records }, withdrawn) => {
      const asked = { audience: 'internal', withdrawn };
      const made = annotationsOf(collectionOf({ ...input, text, records }, asked));
      const ids = new Set(made.map(({ id }) => id as string));
      expect(ids.size).toBe(made.length);
      for (const { target } of made) {
        if (typeof target === 'string') expect(ids).toContain(target);
        else expect(target.selector).toHaveLength(2);
      }
      if (withdrawn === 'no') return;
      const comments = [...records.comments.values()].filter(
        (each) =>
          isReadable(records, each) &&
          [...records.comments.values()].some(
            ({ deleted, thread }) => thread === each.thread && !deleted,
          ),
      );
      const said = made.filter(({ motivation }) =>
        ['commenting', 'replying'].includes(motivation as string),
      );
      expect(said).toHaveLength(comments.length);
    }),
    { numRuns: 100 },
  );
});

test('a request for changes is one to edit', () => {
  const reviews = new Map(
    [...input.records.reviews].map(([id, review]) => [
      id,
      { ...review, outcome: 'request-changes' as const },
    ]),
  );
  const made = annotationsOf(collectionOf({ ...input, records: { ...input.records, reviews } }));
  expect(made.filter(({ motivation }) => motivation === 'editing')).toHaveLength(2);
});

test('a verdict and a ruling are about the annotation of their claim, with words for the rating', () => {
  const claim = annotations.find(({ motivation }) => motivation === 'highlighting');
  const ruling = annotations.find(({ motivation }) => motivation === 'moderating');
  const verdict = annotations.find(({ motivation }) => motivation === 'assessing');
  expect(ruling?.['target']).toBe(claim?.['id']);
  expect(verdict?.['target']).toBe(claim?.['id']);
  expect(verdict?.['body'][0]).toMatchObject({ purpose: 'classifying', value: 'True' });
  expect(verdict?.['body'][1]).toMatchObject({ purpose: 'assessing' });
  expect(verdict?.['creator']).toMatchObject({ type: 'Person', name: 'Ana Analyst' });
});

test('nobody is named where names were not chosen', () => {
  for (const each of annotationsOf(collectionOf(input, { audience: 'public' }))) {
    expect(each).not.toHaveProperty('creator');
  }
});

describe('selectors', () => {
  function selectors(of: ExportInput, number: number) {
    const found = annotationsOf(collectionOf(of)).find(
      ({ id }) =>
        id === `https://desk.example.org/d/sample/annotations/claim/${idFor('claim', number)}`,
    );
    if (!found) throw new Error(`Claim ${number} is not in the file.`);
    const [quote, position] = found['target'].selector as [Thing, Thing];
    return { quote, position };
  }

  test('count code points, against the plain text of the document', () => {
    const paragraph = textSchema.node(
      'paragraph',
      null,
      textSchema.text('🙂🙂 e\u0301 the rate fell 🙂 by half, the rate fell'),
    );
    const claim = input.records.claims.get(idFor('claim', 3));
    if (!claim) throw new Error('The sample lost a claim.');
    const on = { ...claim, quote: { ...claim.quote, exact: 'the rate fell 🙂 by' } };
    const text = marked(textSchema.node('doc', null, textSchema.node('section', null, paragraph)), [
      on,
    ]);
    const { quote, position } = selectors(
      { ...input, text, records: { ...input.records, claims: new Map([[on.id, on]]) } },
      3,
    );
    const points = [...plainTextOfNode(text)];
    expect(points.slice(position['start'], position['end']).join('')).toBe('the rate fell 🙂 by');
    expect(position).toMatchObject({ type: 'TextPositionSelector', start: 6, end: 24 });
    expect(quote).toMatchObject({
      exact: 'the rate fell 🙂 by',
      prefix: '🙂🙂 e\u0301 ',
      suffix: ' half, the rate fell',
    });
  });

  test('are right for every claim and every comment of any document that lies in its text', () => {
    fc.assert(
      fc.property(randomDocument, ({ text, records }) => {
        const points = [...plainTextOfNode(text).toWellFormed()];
        const marks = anchorsOfNode(text);
        for (const each of annotationsOf(collectionOf({ ...input, text, records }))) {
          if (!each['target'].selector) continue;
          const [quote, position] = each['target'].selector as [Thing, Thing];
          const [, id = ''] = /([^/]+)$/.exec(each['id'] as string) ?? [];
          if (!marks.has(id)) continue;
          const { start, end } = position as unknown as { start: number; end: number };
          expect(points.slice(start, end).join('')).toBe(quote['exact']);
          expect(points.slice(Math.max(0, start - 32), start).join('')).toBe(quote['prefix']);
          expect(points.slice(end, end + 32).join('')).toBe(quote['suffix']);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of words that are gone are those of the quote, which says so', () => {
    const { quote } = selectors(input, 7);
    expect(quote['exact']).toBe('Words that nobody finds any more');
    const gone = annotations.find(({ id }) => (id as string).endsWith(idFor('claim', 7)));
    expect(gone?.['body'][0]['attest:anchor']).toBe('removed');
  });
});
