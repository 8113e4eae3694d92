// The W3C Web Annotation model (2017): one collection, its first page within,
// further pages beside it (JSON-LD 1.1, "included blocks"), so that one file
// holds all of them and a reader of plain JSON finds the collection on top.
import type { Made } from './annotation/annotation.ts';
import { annotationsOf } from './annotation/annotations.ts';
import { Places } from './annotation/places.ts';
import { context, type JsonObject } from './annotation/terms.ts';
import type { ExportDocument, Exporter } from './exporter.ts';
import { brief, names, talk, withdrawn } from './option.ts';

/** Annotations a page. */
const PAGE = 500;

interface Pages {
  readonly made: readonly Made[];
  readonly collection: string;
  readonly label: string;
  readonly count: number;
}

function pageIri({ collection }: Pages, index: number): string {
  return `${collection}/page/${index + 1}`;
}

/** Everything of a page but its items. */
function pageHead(pages: Pages, index: number): JsonObject {
  const { collection, count, label, made } = pages;
  return {
    id: pageIri(pages, index),
    type: 'AnnotationPage',
    partOf: {
      id: collection,
      label,
      total: made.length,
      first: pageIri(pages, 0),
      last: pageIri(pages, count - 1),
    },
    startIndex: index * PAGE,
    ...(index > 0 && { prev: pageIri(pages, index - 1) }),
    ...(index < count - 1 && { next: pageIri(pages, index + 1) }),
  };
}

/** A JSON object without its closing brace, so that more can follow. */
function opened(object: JsonObject): string {
  return JSON.stringify(object).slice(0, -1);
}

function* page(pages: Pages, index: number, told: (share: number) => void): Generator<string> {
  const { made } = pages;
  yield `${opened(pageHead(pages, index))},"items":[`;
  const end = Math.min(made.length, (index + 1) * PAGE);
  for (let at = index * PAGE; at < end; at++) {
    yield `${at === index * PAGE ? '\n' : ',\n'}${JSON.stringify(made[at]?.())}`;
    told((at + 1) / made.length);
  }
  yield '\n]}';
}

function* write(document: ExportDocument, told: (share: number) => void): Generator<string> {
  const made = annotationsOf({ document, places: new Places(document) });
  const pages: Pages = {
    made,
    collection: `${document.address}/annotations`,
    label: document.title,
    count: Math.max(1, Math.ceil(made.length / PAGE)),
  };
  const { collection, count, label } = pages;
  yield `${opened({
    '@context': context,
    id: collection,
    type: 'AnnotationCollection',
    label,
    total: made.length,
    generated: new Date(document.now).toISOString(),
    last: pageIri(pages, count - 1),
  })},"first":`;
  yield* page(pages, 0, told);
  for (let index = 1; index < count; index++) {
    yield index === 1 ? ',"@included":[\n' : ',\n';
    yield* page(pages, index, told);
  }
  yield count > 1 ? ']}\n' : '}\n';
}

export const webAnnotation: Exporter = {
  id: 'web-annotation',
  label: 'Web Annotation (JSON-LD)',
  purpose:
    'The W3C standard, for other annotation tools: claims with their places, and what was found of each.',
  audience: 'public',
  options: [names, brief, talk, withdrawn],
  kind: () => ({
    extension: 'jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  }),
  write,
};
