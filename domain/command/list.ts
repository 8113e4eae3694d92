/** Every command there is. A new one is a new file and a line here; nobody else switches on a name. */
import type { CommandMessage } from '../protocol/command-message.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { claimAssign } from './claim-assign.ts';
import { claimKeepQuote } from './claim-keep-quote.ts';
import { claimLink } from './claim-link.ts';
import { claimMark } from './claim-mark.ts';
import { claimMerge } from './claim-merge.ts';
import { claimRerange } from './claim-rerange.ts';
import { claimRestate } from './claim-restate.ts';
import { claimRestore } from './claim-restore.ts';
import { claimSplit } from './claim-split.ts';
import { claimTakeOverWords } from './claim-take-over-words.ts';
import { claimUnlink } from './claim-unlink.ts';
import { claimWithdraw } from './claim-withdraw.ts';
import { claimsAssign } from './claims-assign.ts';
import { claimsPrioritise } from './claims-prioritise.ts';
import { claimsRestore } from './claims-restore.ts';
import { claimsTag } from './claims-tag.ts';
import { claimsWithdraw } from './claims-withdraw.ts';
import { commentAdd } from './comment-add.ts';
import { commentDelete } from './comment-delete.ts';
import { commentEdit } from './comment-edit.ts';
import { commentRestore } from './comment-restore.ts';
import type { Command, CommandInput } from './command.ts';
import { evidenceAdd } from './evidence-add.ts';
import { evidenceCopy } from './evidence-copy.ts';
import { evidenceEdit } from './evidence-edit.ts';
import { evidenceRemove } from './evidence-remove.ts';
import { evidenceRestore } from './evidence-restore.ts';
import type { Prepared } from './perform.ts';
import { reviewGive } from './review-give.ts';
import { rulingGive } from './ruling-give.ts';
import { settingsEdit } from './settings-edit.ts';
import { sourceAdd } from './source-add.ts';
import { sourceAddCopy } from './source-add-copy.ts';
import { sourceAttach } from './source-attach.ts';
import { sourceEdit } from './source-edit.ts';
import { sourceMerge } from './source-merge.ts';
import { sourceRemove } from './source-remove.ts';
import { sourceRemoveCopy } from './source-remove-copy.ts';
import { sourceRestore } from './source-restore.ts';
import { sourceRestoreCopy } from './source-restore-copy.ts';
import { sourceSetOrigins } from './source-set-origins.ts';
import { sourceUnmerge } from './source-unmerge.ts';
import { textLock } from './text-lock.ts';
import { textUnlock } from './text-unlock.ts';
import { threadReopen } from './thread-reopen.ts';
import { threadResolve } from './thread-resolve.ts';
import { verdictGive } from './verdict-give.ts';
import { verdictPass } from './verdict-pass.ts';
import { verdictStand } from './verdict-stand.ts';

const table = {
  'claim.mark': claimMark,
  'claim.restate': claimRestate,
  'claim.rerange': claimRerange,
  'claim.take-over-words': claimTakeOverWords,
  'claim.keep-quote': claimKeepQuote,
  'claim.assign': claimAssign,
  'claim.merge': claimMerge,
  'claim.split': claimSplit,
  'claim.link': claimLink,
  'claim.unlink': claimUnlink,
  'claim.withdraw': claimWithdraw,
  'claim.restore': claimRestore,
  'claims.tag': claimsTag,
  'claims.assign': claimsAssign,
  'claims.prioritise': claimsPrioritise,
  'claims.withdraw': claimsWithdraw,
  'claims.restore': claimsRestore,
  'source.add': sourceAdd,
  'source.edit': sourceEdit,
  'source.remove': sourceRemove,
  'source.restore': sourceRestore,
  'source.add-copy': sourceAddCopy,
  'source.attach': sourceAttach,
  'source.remove-copy': sourceRemoveCopy,
  'source.restore-copy': sourceRestoreCopy,
  'source.set-origins': sourceSetOrigins,
  'source.merge': sourceMerge,
  'source.unmerge': sourceUnmerge,
  'evidence.add': evidenceAdd,
  'evidence.copy': evidenceCopy,
  'evidence.edit': evidenceEdit,
  'evidence.remove': evidenceRemove,
  'evidence.restore': evidenceRestore,
  'verdict.give': verdictGive,
  'verdict.pass': verdictPass,
  'verdict.stand': verdictStand,
  'review.give': reviewGive,
  'ruling.give': rulingGive,
  'comment.add': commentAdd,
  'comment.edit': commentEdit,
  'comment.delete': commentDelete,
  'comment.restore': commentRestore,
  'thread.resolve': threadResolve,
  'thread.reopen': threadReopen,
  'text.lock': textLock,
  'text.unlock': textUnlock,
  'settings.edit': settingsEdit,
} as const;

export type CommandName = keyof typeof table;
type Table = typeof table;
export type ArgsOf<Name extends CommandName> =
  Table[Name] extends Command<infer Args> ? Args : never;

export const commands: readonly Command<unknown>[] = Object.values(table);

export function commandByName(name: string): Command<unknown> | undefined {
  return commands.find((command) => command.name === name);
}

/** A command as it travels, with its arguments checked by the compiler. */
export function commandInput<Name extends CommandName>(
  name: Name,
  args: ArgsOf<Name>,
): CommandInput {
  return { name, args };
}

/** Reads what a client sent: the command and its arguments, or why they are none. */
export function prepare(message: Pick<CommandMessage, 'name' | 'args'>): Prepared | Refusal {
  const command = commandByName(message.name);
  if (!command) return refuse('bad-request', `There is no command “${message.name}”.`);
  const read = command.args.safeParse(message.args);
  if (read.success) return { command, args: wellFormed(read.data) };
  const issue = read.error.issues[0];
  // What a schema says itself is for people; else the small validator has but "Invalid input".
  if (issue && issue.message !== 'Invalid input') return refuse('bad-request', issue.message);
  const where = issue?.path.join('.') || 'arguments';
  return refuse('bad-request', `${message.name}: ${where}: missing or malformed`);
}

/**
 * The same arguments with U+FFFD for every half of a surrogate pair: that is
 * what the Y.Doc keeps of it, and what is kept and what is in memory must be one.
 * As deep as the schema that read them, so that nobody can exhaust the stack.
 */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)]));
}
