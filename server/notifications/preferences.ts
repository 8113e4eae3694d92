/** What somebody prefers, on every device of theirs: today which news they hear. */
import type { PersonId } from '../../domain/id.ts';
import { type NotificationKind, notificationKinds } from '../../domain/talk/notification.ts';
import type { Database } from '../storage/database.ts';

export const MUTED = 'off';
export const switchName = (kind: NotificationKind): string => `notify:${kind}`;
export const mutedName = (document: number): string => `mute:${document}`;

export interface Preferences {
  /** Kinds of news that are switched off. */
  readonly off: readonly NotificationKind[];
  /** Documents that are silent, by their public ids. */
  readonly muted: readonly { readonly id: string; readonly title: string }[];
}

export async function preferencesOf(
  { query }: Pick<Database, 'query'>,
  person: PersonId,
): Promise<Preferences> {
  const rows = await query
    .selectFrom('preferences')
    .select('name')
    .where('person', '=', person)
    .where('value', '=', MUTED)
    .execute();
  const names = new Set(rows.map(({ name }) => name));
  const documents = [...names].flatMap((name) => /^mute:(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  const muted =
    documents.length === 0
      ? []
      : await query
          .selectFrom('documents')
          .select(['public_id as id', 'title'])
          .where('id', 'in', documents)
          .where('deleted_at', 'is', null)
          .orderBy('title')
          .execute();
  return { off: notificationKinds.filter((kind) => names.has(switchName(kind))), muted };
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
