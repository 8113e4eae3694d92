// Makes a document ready for an exporter: derives what follows from all of its
// records, then takes out what the file must not hold. Pure; the same for a
// request, the command line and a test.
import type { Mark, Node } from 'prosemirror-model';
import { leftOut } from '../../domain/export/left-out.ts';
import type { Selection } from '../../domain/export/selection.ts';
import { withhold } from '../../domain/export/withhold.ts';
import { progressOf } from '../../domain/derive/progress.ts';
import { indexRecords } from '../../domain/record/claim-records.ts';
import type { RecordState } from '../../domain/record/state.ts';
import { textSchema } from '../../domain/text/schema.ts';
import { replaceStrings, stringsIn } from '../records/strings.ts';
import type { Original } from '../importers/importer.ts';
import type { Choices } from './choices.ts';
import { viewClaims } from './claim-view.ts';
import type { ExportDocument } from './exporter.ts';

/** What there is, before anybody has chosen. */
export interface ExportInput {
  readonly document: { readonly id: string; readonly title: string };
  /** The address under which people reach this server; null where none is configured. */
  readonly publicUrl: string | null;
  readonly text: Node;
  /** With whole words, not as cut for the Y.Doc. */
  readonly records: RecordState;
  readonly original: Original | null;
  /** Archived copies that were uploaded, by hash, as far as they fit together; only for an exporter that `takesFiles`. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export function exportDocument(input: ExportInput, { selection, chosen }: Choices): ExportDocument {
  const { document, now, publicUrl } = input;
  const whole = indexRecords(wholeCharacters(input.records));
  const records = indexRecords(withhold(whole, selection));
  const all = viewClaims(input.text, whole);
  const left = leftOut(whole, selection);
  const views = shown(all, records, selection);
  const byClaim = new Map(views.map((view) => [view.claim.id, view]));
  return {
    id: document.id,
    title: records.settings.title || document.title || 'Untitled',
    address:
      publicUrl === null
        ? `urn:attest:document:${document.id}`
        : `${publicUrl.replace(/\/+$/, '')}/d/${document.id}`,
    text: withAnchorsOf(input.text, records.claims),
    records,
    views,
    progress: progressOf(whole, new Map(all.map(({ claim, anchor }) => [claim.id, anchor]))),
    original: selection.audience === 'public' ? null : input.original,
    files: input.files,
    selection,
    chosen,
    protectedEvidence: left.protectedEvidence,
    withdrawn: [...whole.claims.values()].filter(
      (claim) => claim.withdrawn && !records.claims.has(claim.id),
    ).length,
    now,
    viewOf: (claim) => byClaim.get(claim),
    nameOf: (person) => records.people.get(person)?.name ?? null,
  };
}

/** Flags that say something of the text, not of the work on it. */
const ofText: ReadonlySet<string> = new Set(['changed', 'removed']);

type Views = ExportDocument['views'];

/** The claims that the file may show, as their records may be shown. */
function shown(views: Views, records: RecordState, selection: Selection): Views {
  return views.flatMap((view) => {
    const claim = records.claims.get(view.claim.id);
    if (!claim) return [];
    const ruling = (view.ruling && records.rulings.get(view.ruling.id)) ?? null;
    if (selection.brief) {
      return [{ ...view, claim, ruling: null, rating: null, stage: null, flags: [] }];
    }
    const flags = view.flags.filter(
      (flag) => selection.audience === 'internal' || ofText.has(flag),
    );
    return [{ ...view, claim, ruling, flags }];
  });
}

/** Anchors of claims alone: another's id means nothing outside of its document. */
function withAnchorsOf(node: Node, claims: ReadonlyMap<string, unknown>): Node {
  if (node.isText) {
    const text = node.text ?? '';
    if (!text.isWellFormed())
      return withAnchorsOf(textSchema.text(text.toWellFormed(), node.marks), claims);
    const marks = node.marks.filter(
      (mark: Mark) =>
        mark.type !== textSchema.marks['anchor'] || claims.has(String(mark.attrs['id'])),
    );
    return marks.length === node.marks.length ? node : node.mark(marks);
  }
  return node.type.create(
    node.attrs,
    node.children.map((child) => withAnchorsOf(child, claims)),
    node.marks,
  );
}

/** Half a surrogate pair has no encoding: what stands for it is written, as it is in the log. */
function wholeCharacters(records: RecordState): RecordState {
  const mended = Object.entries(records).map(([root, map]) => [
    root,
    map instanceof Map ? new Map([...map].map(([key, record]) => [key, mend(record)])) : mend(map),
  ]);
  return Object.fromEntries(mended) as RecordState;
}

function mend<T>(value: T): T {
  return stringsIn(value).every((words) => words.isWellFormed())
    ? value
    : replaceStrings(value, (words) => words.toWellFormed());
}
