// Makes a document ready for an exporter: derives what follows from all of its
// records, then takes out what the file must not hold. Pure; the same for a
// request, the command line and a test.
import type { Mark, Node } from 'prosemirror-model';
import { leftOut } from '../../domain/export/left-out.ts';
import type { Selection } from '../../domain/export/selection.ts';
import { withhold } from '../../domain/export/withhold.ts';
import { anchorsOfNode } from '../../domain/anchor/node-ranges.ts';
import { progressOf } from '../../domain/derive/progress.ts';
import { indexRecords } from '../../domain/record/claim-records.ts';
import type { Claim } from '../../domain/record/claim.ts';
import { stands, wentInto } from '../../domain/record/merged-claims.ts';
import type { RecordState } from '../../domain/record/state.ts';
import { textSchema } from '../../domain/text/schema.ts';
import { replaceStrings, stringsIn } from '../records/strings.ts';
import type { Original } from '../importers/importer.ts';
import type { Choices } from './choices.ts';
import { viewClaims } from './claim-view.ts';
import type { ExportDocument } from './exporter.ts';
import { talkOf } from './talk.ts';

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
  const anchors = anchorsOfNode(input.text);
  const all = viewClaims(input.text, whole, anchors);
  const left = leftOut(whole, selection);
  const views = shown(all, records, selection);
  const byClaim = new Map(views.map((view) => [view.claim.id, view]));
  const isTold = (claim: Claim) => byClaim.has(claim.id) || stands(records.claims, claim);
  return {
    id: document.id,
    title: records.settings.title || document.title || 'Untitled',
    address:
      publicUrl === null
        ? `urn:attest:document:${document.id}`
        : `${publicUrl.replace(/\/+$/, '')}/d/${document.id}`,
    text: withAnchors(
      input.text,
      (id) => byClaim.has(id) || (records.comments.get(id)?.anchor ?? null) !== null,
    ),
    records,
    views,
    talk: talkOf(input.text, records, anchors),
    progress: progressOf(whole, new Map(all.map(({ claim, anchor }) => [claim.id, anchor]))),
    original: selection.audience === 'public' ? null : input.original,
    files: input.files,
    selection,
    chosen,
    protectedEvidence: left.protectedEvidence,
    withdrawn: [...whole.claims.values()].filter((claim) => claim.withdrawn && !isTold(claim))
      .length,
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
    // One that was merged or split may be spoken of, and is not shown.
    if (!claim || (claim.withdrawn && !selection.withdrawn)) return [];
    const merged = view.merged.flatMap(({ id }) => records.claims.get(id) ?? []);
    // What was given on one that was merged stands at the other.
    const isHere = wentInto(records.claims, claim.id) === claim.id;
    const ruling = (isHere && view.ruling && records.rulings.get(view.ruling.id)) || null;
    const rating = ruling && view.rating;
    if (selection.brief) {
      return [{ ...view, claim, merged, ruling: null, rating: null, stage: null, flags: [] }];
    }
    const flags = view.flags.filter(
      (flag) => selection.audience === 'internal' || ofText.has(flag),
    );
    return [{ ...view, claim, merged, ruling, rating, flags }];
  });
}

/** An anchor of anything else means nothing outside of its document. */
function withAnchors(node: Node, isKept: (id: string) => boolean): Node {
  if (node.isText) {
    const text = node.text ?? '';
    if (!text.isWellFormed())
      return withAnchors(textSchema.text(text.toWellFormed(), node.marks), isKept);
    const marks = node.marks.filter(
      (mark: Mark) => mark.type !== textSchema.marks['anchor'] || isKept(String(mark.attrs['id'])),
    );
    return marks.length === node.marks.length ? node : node.mark(marks);
  }
  return node.type.create(
    node.attrs,
    node.children.map((child) => withAnchors(child, isKept)),
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
