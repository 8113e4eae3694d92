/**
 * News as rows, written in the transaction of the entry that made them: a crash
 * loses both or neither. What somebody has switched off or muted is never
 * written; more of the same, while it is unread, is counted in one row.
 */
import { type CompiledQuery, sql } from 'kysely';
import type { PersonId } from '../../domain/id.ts';
import type { News } from '../../domain/talk/news.ts';
import type { NotificationKind } from '../../domain/talk/notification.ts';
import type { Database } from '../storage/database.ts';
import { MUTED, mutedName, mutedThreadName, switchName } from './preferences.ts';

export interface Occasion {
  readonly document: number;
  readonly actor: PersonId;
  readonly at: number;
}

export function newsStatements(
  { query }: Pick<Database, 'query'>,
  news: readonly News[],
  { document, actor, at }: Occasion,
): CompiledQuery[] {
  return grouped(news).map(({ to, kind, claim, thread, count, key }) =>
    query
      .insertInto('notifications')
      .columns([
        'person',
        'document',
        'at',
        'kind',
        'actor',
        'claim',
        'number',
        'thread',
        'count',
        'open_key',
      ])
      .expression((build) =>
        build
          .selectFrom('people')
          .select([
            'people.id',
            sql<number>`${document}`.as('document'),
            sql<number>`${at}`.as('at'),
            sql<string>`${kind}`.as('kind'),
            sql<number>`${actor}`.as('actor'),
            sql<string | null>`${claim?.id ?? null}`.as('claim'),
            sql<number | null>`${claim?.number ?? null}`.as('number'),
            sql<string | null>`${thread}`.as('thread'),
            sql<number>`${count}`.as('count'),
            sql<string>`${key}`.as('open_key'),
          ])
          .where('people.id', '=', to)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('preferences')
                  .select('preferences.name')
                  .whereRef('preferences.person', '=', 'people.id')
                  .where('preferences.name', 'in', silencing(kind, document, thread))
                  .where('preferences.value', '=', MUTED),
              ),
            ),
          ),
      )
      .onConflict((conflict) =>
        conflict.columns(['person', 'document', 'open_key']).doUpdateSet((set) => ({
          at,
          actor,
          count: sql<number>`notifications.count + ${set.ref('excluded.count')}`,
          // Several claims in one: it leads to none of them alone.
          claim: sql`case when notifications.claim = excluded.claim then notifications.claim end`,
          number: sql`case when notifications.claim = excluded.claim then notifications.number end`,
          thread: sql`case when notifications.thread = excluded.thread then notifications.thread end`,
        })),
      )
      .compile(),
  );
}

/** Any of these silences it. Whoever is asked by name hears of it in a muted thread, too. */
function silencing(kind: NotificationKind, document: number, thread: string | null): string[] {
  const names = [switchName(kind), mutedName(document)];
  if (thread !== null && kind !== 'mention') names.push(mutedThreadName(document, thread));
  return names;
}

interface Grouped extends News {
  readonly count: number;
  readonly key: string;
}

/** Of one command: a hundred claims assigned to somebody are one piece of news. */
function grouped(news: readonly News[]): Grouped[] {
  const groups = new Map<string, Grouped>();
  for (const one of news) {
    const key = openKey(one);
    const whole = `${one.to} ${key}`;
    const known = groups.get(whole);
    groups.set(
      whole,
      known ? { ...known, claim: null, count: known.count + 1 } : { ...one, count: 1, key },
    );
  }
  return [...groups.values()];
}

/** Those that never lead to one place alone are counted together, others where they are about the same. */
const together: ReadonlySet<NotificationKind> = new Set(['assigned', 'membership']);

function openKey({ kind, claim, thread }: News): string {
  return together.has(kind) ? kind : `${kind} ${thread ?? claim?.id ?? ''}`;
}
