/** What waits for one person across documents, page by page, and how much of it there is. */
import type { QueueTask } from '../../domain/derive/queue.ts';
import type { TaskKind } from '../../domain/derive/waiting.ts';
import { atLeast } from '../../domain/role.ts';
import type { Identity } from '../accounts/identity.ts';
import { visibleDocuments } from '../accounts/visible.ts';
import type { Database } from '../storage/database.ts';

export interface QueueAsked {
  /** What comes together: the claims of a document, or the tasks of a kind. */
  readonly by: 'document' | 'kind';
  readonly kind: TaskKind | null;
  /** A document's id in addresses. */
  readonly document: string | null;
  readonly offset: number;
  readonly limit: number;
}

type Who = Pick<Identity, 'person' | 'owner' | 'cap'>;

/** Rows of one document; the person has them only where they may do something there now. */
interface Row {
  readonly document: number;
  readonly kinds: string;
}

export async function listQueue(database: Database, who: Who, asked: QueueAsked) {
  const documents = await workedOn(database, who);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const { query } = database;
  const all =
    documents.length === 0
      ? []
      : await query
          .selectFrom('waiting')
          .select(['document', 'kinds'])
          .where('person', '=', who.person)
          .where('document', 'in', [...byId.keys()])
          .execute();
  const only = documents.find(({ publicId }) => publicId === asked.document);
  const inDocuments = asked.document === null ? [...byId.keys()] : only ? [only.id] : [];
  const total = all.filter(
    (row) =>
      inDocuments.includes(row.document) &&
      (asked.kind === null || row.kinds.includes(` ${asked.kind} `)),
  ).length;
  const rows = total === 0 ? [] : await page(database, who, asked, inDocuments);
  const items = rows.map(({ document, claim, number, priority, words, tasks }) => {
    const { publicId = '', title = '' } = byId.get(document) ?? {};
    return {
      document: { id: publicId, title },
      claim: { id: claim, number, words, isUrgent: priority === 0 },
      tasks: JSON.parse(tasks) as readonly QueueTask[],
    };
  });
  return { total, items: await withNames(database, items), ...countsOf(all, byId) };
}

function page(
  { query }: Database,
  { person }: Who,
  { by, kind, offset, limit }: QueueAsked,
  documents: readonly number[],
) {
  return query
    .selectFrom('waiting')
    .innerJoin('waiting_claims', (join) =>
      join
        .onRef('waiting_claims.document', '=', 'waiting.document')
        .onRef('waiting_claims.claim', '=', 'waiting.claim'),
    )
    .innerJoin('documents', 'documents.id', 'waiting.document')
    .select(['waiting.document', 'waiting.claim', 'waiting.tasks'])
    .select(['waiting_claims.number', 'waiting_claims.priority', 'waiting_claims.words'])
    .where('waiting.person', '=', person)
    .where('waiting.document', 'in', documents)
    .$if(kind !== null, (some) => some.where('waiting.kinds', 'like', `% ${kind} %`))
    .$if(by === 'document', (grouped) =>
      grouped.orderBy('documents.title').orderBy('documents.id').orderBy('waiting_claims.priority'),
    )
    .orderBy('waiting.rank')
    .orderBy('waiting_claims.priority')
    .orderBy('waiting.since')
    .orderBy('waiting.document')
    .orderBy('waiting_claims.number')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countQueue(database: Database, who: Who) {
  const documents = await workedOn(database, who);
  if (documents.length === 0) return { all: 0, documents: {} };
  const rows = await database.query
    .selectFrom('waiting')
    .select(['document', 'kinds', (count) => count.fn.countAll<number>().as('count')])
    .where('person', '=', who.person)
    .where(
      'document',
      'in',
      documents.map(({ id }) => id),
    )
    .groupBy(['document', 'kinds'])
    .execute();
  const counted: Record<string, Record<string, number>> = {};
  for (const { id, publicId } of documents) {
    const kinds = kindsIn(rows.filter(({ document }) => document === id));
    if (Object.keys(kinds).length > 0) counted[publicId] = kinds;
  }
  return { all: rows.reduce((sum, { count }) => sum + count, 0), documents: counted };
}

/** How many claims there are of each kind; a claim may wait for several things. */
function kindsIn(rows: Iterable<{ readonly kinds: string; readonly count: number }>) {
  const counts: Record<string, number> = {};
  for (const { kinds, count } of rows) {
    for (const kind of kinds.trim().split(' ')) counts[kind] = (counts[kind] ?? 0) + count;
  }
  return counts;
}

/** Those in which they may do more than read: an archived document waits for nobody. */
async function workedOn(database: Database, who: Who) {
  const visible = await visibleDocuments(database, who, { archived: false });
  return visible.filter(({ role }) => atLeast(role, 'analyst'));
}

type Documents = ReadonlyMap<number, { readonly publicId: string; readonly title: string }>;

/** For the filters: how many claims there are of each kind and in each document. */
function countsOf(rows: readonly Row[], documents: Documents) {
  const counted = new Map<number, number>();
  for (const { document } of rows) counted.set(document, (counted.get(document) ?? 0) + 1);
  return {
    all: rows.length,
    kinds: kindsIn(rows.map(({ kinds }) => ({ kinds, count: 1 }))),
    documents: [...counted]
      .map(([id, count]) => ({
        id: documents.get(id)?.publicId ?? '',
        title: documents.get(id)?.title ?? '',
        count,
      }))
      .toSorted((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1)),
  };
}

async function withNames<Item extends { readonly tasks: readonly QueueTask[] }>(
  { query }: Database,
  items: readonly Item[],
) {
  const ids = new Set(items.flatMap(({ tasks }) => tasks.flatMap(({ by }) => by ?? [])));
  const people =
    ids.size === 0
      ? []
      : await query
          .selectFrom('people')
          .select(['id', 'name'])
          .where('id', 'in', [...ids])
          .execute();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return items.map((item) => ({
    ...item,
    tasks: item.tasks.map((task) => ({
      ...task,
      by: task.by === null ? null : { id: task.by, name: names.get(task.by) ?? '' },
    })),
  }));
}
