/** One entry of the log in a few words, as lists show it: "Claim marked". */
import { commandByName } from '../../../domain/command/list.ts';
import { EntryKind } from '../../log/entry.ts';
import type { Note } from '../../log/payload.ts';

const byKind: Readonly<Record<number, string>> = {
  [EntryKind.created]: 'Document created',
  [EntryKind.text]: 'Text edited',
  [EntryKind.export]: 'Document exported',
  [EntryKind.invitation]: 'Invitation used',
};

/** What administrative entries say of themselves in `note.what`. */
const byNote: Readonly<Record<string, string>> = {
  joined: 'Joined',
  left: 'Member removed',
  role: 'Role changed',
  archived: 'Document archived',
  unarchived: 'Document brought back',
  deleted: 'Document deleted',
  restored: 'Document restored',
};

/** Empty where an entry of a newer version says nothing that this one knows. */
export function whatHappened(kind: number, note: Note | null): string {
  if (kind === EntryKind.command) {
    const name = note?.['name'];
    return (typeof name === 'string' && commandByName(name)?.done) || '';
  }
  const what = note?.['what'];
  return (typeof what === 'string' && byNote[what]) || (byKind[kind] ?? '');
}
