// What members said to each other, as lists: a thread is a bullet a comment.
import type { Comment, Turn } from '../../../domain/record/comment.ts';
import type { Thread } from '../../../domain/talk/thread.ts';
import type { ExportDocument } from '../exporter.ts';
import { day, dottedWords } from '../plain-words.ts';
import { changeWords, spokenWords, subjectWords, type TextThread } from '../talk.ts';
import { bullet, type Lines, prose, quoted, stacked } from './blocks.ts';
import { words } from './inline.ts';

function said(comment: Comment, label: string, document: ExportDocument): Lines {
  return stacked([
    [
      words(
        dottedWords([
          label,
          document.nameOf(comment.createdBy),
          day(comment.createdAt),
          changeWords(document, comment),
        ]),
      ),
    ],
    comment.deleted ? [] : prose(spokenWords(document, comment)),
  ]);
}

function decided({ at, by, reason, resolved }: Turn, document: ExportDocument): Lines {
  return bullet([
    words(dottedWords([resolved ? 'Resolved' : 'Reopened', document.nameOf(by), reason, day(at)])),
  ]);
}

function threadItem(thread: Thread, document: ExportDocument, quote: Lines = []): Lines {
  const { comments, first } = thread;
  const replies = comments.filter(({ id }) => id !== first.id);
  const on = subjectWords(document, thread);
  return bullet(
    stacked([
      quote,
      said(first, `Comment${on && ` ${on}`}`, document),
      ...replies.map((reply) => bullet(said(reply, 'Reply', document))),
      ...first.turns.map((turn) => decided(turn, document)),
    ]),
  );
}

/** Under what they are about, a bullet each. */
export function threadItems(threads: readonly Thread[], document: ExportDocument): Lines {
  return stacked(threads.map((thread) => threadItem(thread, document)));
}

/** On words of the text, with the words. */
export function textThread(thread: TextThread, document: ExportDocument): Lines {
  const { anchor, quote } = thread;
  const now = {
    exact: '',
    changed: 'The text says this in other words now.',
    removed: 'These words are no longer in the text.',
  }[anchor];
  return threadItem(
    thread,
    document,
    stacked([quoted(prose(quote)), now === '' ? [] : [words(now)]]),
  );
}
