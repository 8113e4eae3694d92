/** All talk of the document, where no claim is open: on words of the text, and on every claim. */
import { useState } from 'react';
import { mayComment } from '../../../../domain/policy/document.ts';
import { newId } from '../../../store/new-id.ts';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { CommentForm } from './comment-form.tsx';
import styles from './talk.module.css';
import { NewTalk, ThreadList } from './thread-list.tsx';
import { threadsIn, unreadIn } from './threads.ts';
import { useTalkRead } from './use-talk-read.ts';

const filters = [
  { id: 'all', name: 'All' },
  { id: 'text', name: 'On the text' },
  { id: 'new', name: 'New' },
] as const;

export function DocumentTalk() {
  const { live, form, commenting, give } = useDesk();
  const record = useRecord();
  const read = useTalkRead();
  const [filter, setFilter] = useState<(typeof filters)[number]['id']>('all');
  const threads = threadsIn(record);
  const me = live.store.me.id;
  const shown = threads.filter(
    (thread) =>
      filter === 'all' ||
      (filter === 'text'
        ? thread.first.about.kind === 'text'
        : unreadIn(thread, read, me).length > 0),
  );
  const { place } = commenting;
  const isWriting = form?.name === 'comment' && place !== null;
  if (threads.length === 0 && !isWriting) {
    return (
      <p className={styles.none}>
        No talk yet.
        {mayComment(live.store.me.role) === null &&
          ' To comment on words of the text, select them and press m.'}
      </p>
    );
  }
  return (
    <section className={styles.tab} aria-label="Talk in this document">
      <h2 className={styles.heading}>Talk</h2>
      <NewTalk threads={threads} />
      {isWriting && (
        <>
          <blockquote className={styles.quote}>{place.quote}</blockquote>
          <CommentForm
            form="comment"
            label="Comment on these words"
            submit="Comment"
            place={`text ${place.block} ${place.quote}`}
            at={null}
            give={(comment) =>
              give('comment.add', { commentId: newId(), on: { kind: 'text' }, place, comment })
            }
          />
        </>
      )}
      {threads.length > 0 && (
        <ToggleGroup label="Which threads" value={filter} onChange={setFilter} choices={filters} />
      )}
      {shown.length === 0 && threads.length > 0 && (
        <p className={styles.none}>
          {filter === 'new' ? 'You have read it all.' : 'No thread is on words of the text.'}
        </p>
      )}
      <ThreadList threads={shown} withClaim />
    </section>
  );
}
