/** What somebody prefers, on every device of theirs: today which news they hear. */
import type { PersonId } from '../../domain/id.ts';
import { limits } from '../../domain/limits.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { type NotificationKind, notificationKinds } from '../../domain/talk/notification.ts';
import type { Database } from '../storage/database.ts';
import type { Reader } from './notifications.ts';

export const MUTED = 'off';
export const switchName = (kind: NotificationKind): string => `notify:${kind}`;
export const mutedName = (document: number): string => `mute:${document}`;
const THREAD = 'mute-thread:';
/** Of a thread; whoever is mentioned in it hears of that all the same. */
export const mutedThreadName = (document: number, thread: string): string =>
  `${THREAD}${document}:${thread}`;

export interface Preferences {
  /** Kinds of news that are switched off. */
  readonly off: readonly NotificationKind[];
  /** Documents that are silent, by their public ids. */
  readonly muted: readonly Titled[];
  /** Threads that are silent, and the documents that they are in. */
  readonly mutedThreads: readonly { readonly thread: string; readonly document: Titled }[];
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Of documents that they may not see any more nothing is told, the title least of all. */
export async function preferencesOf(
  { query }: Pick<Database, 'query'>,
  reader: Reader,
): Promise<Preferences> {
  const rows = await query
    .selectFrom('preferences')
    .select('name')
    .where('person', '=', reader.person)
    .where('value', '=', MUTED)
    .execute();
  const names = new Set(rows.map(({ name }) => name));
  const documents = [...names].flatMap((name) => /^mute:(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  const threads = [...names].flatMap((name) => {
    const [, document, thread = ''] = /^mute-thread:(\d+):(.+)$/.exec(name) ?? [];
    return document === undefined ? [] : [{ document: Number(document), thread }];
  });
  const wanted = new Set([...documents, ...threads.map(({ document }) => document)]);
  const seen = await titlesOf({ query }, reader, [...wanted]);
  return {
    off: notificationKinds.filter((kind) => names.has(switchName(kind))),
    muted: documents
      .flatMap((document) => seen.get(document) ?? [])
      .toSorted((a, b) => a.title.localeCompare(b.title)),
    mutedThreads: threads.flatMap(({ document, thread }) => {
      const titled = seen.get(document);
      return titled ? [{ thread, document: titled }] : [];
    }),
  };
}

async function titlesOf(
  { query }: Pick<Database, 'query'>,
  { person, owner }: Reader,
  documents: readonly number[],
): Promise<ReadonlyMap<number, Titled>> {
  if (documents.length === 0) return new Map();
  const rows = await query
    .selectFrom('documents')
    .select(['id', 'public_id', 'title'])
    .where('id', 'in', documents)
    .where('deleted_at', 'is', null)
    .$if(!owner, (all) =>
      all.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('members')
            .select('members.person')
            .whereRef('members.document', '=', 'documents.id')
            .where('members.person', '=', person),
        ),
      ),
    )
    .execute();
  return new Map(rows.map(({ id, public_id, title }) => [id, { id: public_id, title }]));
}

export async function setPreference(
  { query }: Pick<Database, 'query'>,
  person: PersonId,
  name: string,
  on: boolean,
): Promise<void> {
  if (on) {
    await query
      .deleteFrom('preferences')
      .where('person', '=', person)
      .where('name', '=', name)
      .execute();
    return;
  }
  await query
    .insertInto('preferences')
    .values({ person, name, value: MUTED })
    .onConflict((conflict) => conflict.columns(['person', 'name']).doNothing())
    .execute();
}

/** Whether there is such a thread is not asked: as many as this are anybody's, and no more. */
export async function muteThread(
  { query }: Pick<Database, 'query'>,
  person: PersonId,
  document: number,
  thread: string,
): Promise<Refusal | null> {
  const { count } = await query
    .selectFrom('preferences')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('person', '=', person)
    .where('name', 'like', `${THREAD}%`)
    .executeTakeFirstOrThrow();
  if (Number(count) >= limits.mutedThreads) {
    return refuse(
      'too-large',
      `You have muted ${limits.mutedThreads} threads. Unmute some of them first.`,
    );
  }
  await setPreference({ query }, person, mutedThreadName(document, thread), false);
  return null;
}
