/**
 * The server's side of a command: finds the words that it speaks of in the
 * shared text, and writes what the domain decided, records and anchor marks,
 * into the Y.Doc in one transaction.
 */
import { type Found, locate } from '../../domain/anchor/locate.ts';
import { setAnchor } from '../../domain/anchor/set-anchor.ts';
import type { CommandContext } from '../../domain/command/command.ts';
import { prepare } from '../../domain/command/list.ts';
import { perform } from '../../domain/command/perform.ts';
import type { CommandMessage } from '../../domain/protocol/command-message.ts';
import type { Put } from '../../domain/record/state.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type News, newsOf } from '../../domain/talk/news.ts';
import type { Note } from '../log/payload.ts';
import type { Answer } from '../sync/journal.ts';
import type { LiveDocument } from '../sync/live-document.ts';

export interface Executed {
  /** The bytes of the change and of its clean-ups: one entry of the log. */
  readonly updates: readonly Uint8Array[];
  /** The command as the log keeps it. */
  readonly note: Note;
  readonly answer: Answer;
  /** What was written: rows beside the log follow from it. */
  readonly puts: readonly Put[];
  /** Who is to hear of it. */
  readonly news: readonly News[];
  /** The new title, where it changed: lists show it without opening the document. */
  readonly title?: string;
}

/** Runs one command; nothing has changed where it is refused. */
export function execute(
  live: LiveDocument,
  message: CommandMessage,
  by: Omit<CommandContext, 'located'>,
): Executed | Refusal {
  const prepared = prepare(message);
  if (isRefusal(prepared)) return prepared;
  let found: Found | null = null;
  const outcome = perform(live.state, prepared, by, (place) => {
    const here = locate(live.fragment, place);
    if (!isRefusal(here)) found = here;
    return here;
  });
  if (isRefusal(outcome)) return outcome;
  // Read before it is written: the state is a view that changes with it.
  const news = newsOf(live.state, outcome.puts, by.actor);
  const { anchor } = outcome;
  // The compiler does not see that the callback assigned it.
  const marked = found as Found | null;
  const updates = live.change(() => {
    live.put(outcome.puts);
    if (anchor !== undefined && marked) setAnchor(live.fragment, anchor, marked);
  });
  const title = outcome.puts.find((put) => put.root === 'settings' && put.key === 'title')?.value;
  return {
    updates,
    note: { name: message.name, args: prepared.args },
    answer: outcome.answer ?? {},
    puts: outcome.puts,
    news,
    ...(typeof title === 'string' ? { title } : {}),
  };
}
