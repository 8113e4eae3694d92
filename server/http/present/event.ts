/** One entry of the log in a few words that follow a name, as lists show it: "Anna marked a claim". */
import type { CommandName } from '../../../domain/command/list.ts';
import { EntryKind } from '../../log/entry.ts';
import type { Note } from '../../log/payload.ts';

const byCommand: Readonly<Record<CommandName, string>> = {
  'claim.mark': 'marked a claim',
  'claim.restate': 'restated a claim',
  'claim.rerange': 'changed the range of a claim',
  'claim.take-over-words': 'took over the new words of a claim',
  'claim.keep-quote': 'kept the old quote of a claim',
  'claim.assign': 'assigned a claim',
  'claim.merge': 'merged two claims',
  'claim.split': 'split a claim',
  'claim.link': 'linked two claims',
  'claim.unlink': 'unlinked two claims',
  'claim.withdraw': 'withdrew a claim',
  'claim.restore': 'restored a claim',
  'claims.tag': 'tagged claims',
  'claims.assign': 'assigned claims',
  'claims.prioritise': 'said how pressing claims are',
  'claims.withdraw': 'withdrew claims',
  'claims.restore': 'restored claims',
  'source.add': 'added a source',
  'source.edit': 'changed a source',
  'source.remove': 'removed a source',
  'source.restore': 'restored a source',
  'source.add-copy': 'added an archived copy',
  'source.attach': 'uploaded an archived copy',
  'source.remove-copy': 'removed an archived copy',
  'source.restore-copy': 'restored an archived copy',
  'source.set-origins': 'set the origin of sources',
  'source.merge': 'merged two sources',
  'source.unmerge': 'took a merge of sources back',
  'evidence.add': 'added evidence',
  'evidence.copy': 'copied evidence',
  'evidence.edit': 'changed evidence',
  'evidence.remove': 'removed evidence',
  'evidence.restore': 'restored evidence',
  'verdict.give': 'gave a verdict',
  'verdict.pass': 'passed on a claim',
  'verdict.stand': 'let a verdict stand',
  'review.give': 'reviewed a verdict',
  'ruling.give': 'ruled on a claim',
  'comment.add': 'commented',
  'comment.edit': 'changed a comment',
  'comment.delete': 'deleted a comment',
  'comment.restore': 'restored a comment',
  'thread.resolve': 'resolved a thread',
  'thread.reopen': 'reopened a thread',
  'text.lock': 'locked the text',
  'text.unlock': 'unlocked the text',
  'settings.edit': 'changed the settings',
};

const byKind: Readonly<Record<number, string>> = {
  [EntryKind.created]: 'created it',
  [EntryKind.text]: 'edited the text',
  [EntryKind.export]: 'exported it',
};

/** What administrative entries say of themselves in `note.what`. */
const byNote = {
  imported: 'imported it',
  joined: 'joined',
  left: 'ended a membership',
  role: 'changed a role',
  archived: 'archived it',
  unarchived: 'brought it back from the archive',
  deleted: 'deleted it',
  restored: 'restored it',
} as const;
/** The values of `note.what` that this version writes. */
export type What = keyof typeof byNote;

/** Says least of an entry that a newer version wrote. */
export function whatHappened(kind: number, note: Note | null): string {
  const words =
    kind === EntryKind.command ? at(byCommand, note?.['name']) : at(byNote, note?.['what']);
  return words ?? byKind[kind] ?? 'changed it';
}

function at(table: Readonly<Record<string, string>>, key: unknown): string | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}
