/** What a task asks, in the words of the queue, and the address that opens its claim ready for it. */
import type { TaskKind } from '../../../domain/derive/waiting.ts';
import { staleReasonWords, taskWords } from '../../../domain/derive/words.ts';
import type { QueueItem, QueueTask } from '../api/queue.ts';

/** Names of the kinds, for filters and headings. */
export const kindWords: Readonly<Record<TaskKind, string>> = {
  'settle-words': 'Changed words',
  answer: 'Stale verdicts',
  reconsider: 'Answers to reviews',
  judge: 'Verdicts',
  review: 'Reviews',
  rule: 'Rulings',
};

/** After a number: "7 to judge". */
export const waitingWords: Readonly<Record<TaskKind, string>> = {
  'settle-words': 'with changed words',
  answer: 'to revisit',
  reconsider: 'to answer',
  judge: 'to judge',
  review: 'to review',
  rule: 'to rule',
};

export function askedWords(task: QueueTask): string {
  switch (task.kind) {
    case 'review':
      return task.by ? `Review ${task.by.name}’s verdict` : taskWords.review;
    case 'reconsider':
      return task.by ? `Answer ${task.by.name}’s review of your verdict` : taskWords.reconsider;
    case 'answer':
      return `${taskWords.answer}. ${staleReasonWords[task.reason]}`;
    case 'judge':
      return task.asked ? 'Give a verdict: you are asked' : taskWords.judge;
    case 'settle-words':
    case 'rule':
      return taskWords[task.kind];
  }
}

/** `?for=` says what for, so that the desk opens the right tab and form. */
export function addressOf(item: QueueItem, task: QueueTask | undefined = item.tasks[0]): string {
  const query = new URLSearchParams({ for: task?.kind ?? 'judge' });
  if (task?.kind === 'review') query.set('of', String(task.verdictAuthor));
  return `/d/${item.document.id}/c/${item.claim.number}?${query}`;
}
