/** A thread: what it is about, what was said, whether it is resolved, and the ways to answer. */
import { BellOff, Check, Ellipsis, RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Turn } from '../../../../domain/record/comment.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import type { Thread } from '../../../../domain/talk/thread.ts';
import { newId } from '../../../store/new-id.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { When } from '../../../ui/when.tsx';
import { muteThread, useMuted } from '../../notifications/mute.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';
import styles from './talk.module.css';
import { cameTo } from './thread-here.ts';
import { ThreadSubject } from './thread-subject.tsx';
import { unreadIn } from './threads.ts';
import { TurnForm } from './turn-form.tsx';
import { useReading, useTalkRead } from './use-talk-read.ts';

export interface ThreadItemProps {
  thread: Thread;
  withClaim: boolean;
  /** "Ben is writing…" */
  speaking: string | undefined;
}

export function ThreadItem({ thread, withClaim, speaking }: ThreadItemProps) {
  const { id, form, setForm, give, live, thread: opened } = useDesk();
  const { first, comments, resolved } = thread;
  const article = useRef<HTMLElement>(null);
  const read = useTalkRead();
  const unread = new Set(unreadIn(thread, read, live.store.me.id).map(({ id }) => id));
  const isOpened = opened === first.id;
  const [unfolded, setUnfolded] = useState(false);
  const isShown = !resolved || unfolded || isOpened || unread.size > 0;
  useReading(article, thread, unread.size > 0);
  useEffect(() => {
    if (!isOpened) return;
    article.current?.scrollIntoView({ block: 'nearest' });
    article.current?.focus({ preventScroll: true });
  }, [isOpened]);
  const isMuted = useMuted(id, first.id);
  const mayTalk = !isRefusal(live.store.check('comment.add', replyTo(first.id)));
  const about = form?.about === first.id ? form.name : null;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.target !== event.currentTarget || event.defaultPrevented) return;
    if (event.key !== 'Enter' || !mayTalk) return;
    event.preventDefault();
    event.stopPropagation();
    setForm({ name: 'reply', about: first.id });
  }

  return (
    <article
      ref={article}
      data-thread={first.id}
      tabIndex={-1}
      aria-label={labelOf(thread, unread.size)}
      className={classes(styles.thread, resolved && styles.resolved, isOpened && styles.opened)}
      onKeyDown={onKeyDown}
      onFocus={() => cameTo(first.id)}
    >
      <ThreadSubject thread={thread} withClaim={withClaim} />
      {isShown ? (
        <>
          <ol className={styles.comments}>
            {comments.map((comment) => (
              <CommentItem key={comment.id} comment={comment} isNew={unread.has(comment.id)} />
            ))}
          </ol>
          {first.turns.map((turn) => (
            <TurnLine key={turn.at} turn={turn} />
          ))}
          {speaking && <p className={styles.speaking}>{speaking}</p>}
          {about === 'reply' && mayTalk ? (
            <CommentForm
              form="reply"
              label="Reply"
              submit="Reply"
              place={first.id}
              at={first.id}
              give={(comment) => give('comment.add', { ...replyTo(first.id), comment })}
            />
          ) : about === 'turn' && mayTalk ? (
            <TurnForm thread={thread} />
          ) : (
            <div className={styles.actions}>
              {mayTalk && (
                <>
                  <Button
                    variant="quiet"
                    data-opens="reply"
                    onPress={() => setForm({ name: 'reply', about: first.id })}
                  >
                    Reply
                  </Button>
                  <Button
                    variant="quiet"
                    data-opens="turn"
                    icon={
                      resolved ? (
                        <RotateCcw size={13} aria-hidden />
                      ) : (
                        <Check size={13} aria-hidden />
                      )
                    }
                    onPress={() => setForm({ name: 'turn', about: first.id })}
                  >
                    {resolved ? 'Reopen' : 'Resolve'}
                  </Button>
                </>
              )}
              <Menu
                label="Thread"
                trigger={
                  <IconButton
                    label={
                      isMuted ? 'More for this thread, which is muted' : 'More for this thread'
                    }
                    icon={
                      isMuted ? (
                        <BellOff size={14} aria-hidden />
                      ) : (
                        <Ellipsis size={14} aria-hidden />
                      )
                    }
                    className={styles.menu ?? ''}
                  />
                }
                onSelect={() => void muteThread(id, first.id, isMuted)}
              >
                <MenuItem id="mute" note="Mentions of you still come through">
                  {isMuted ? 'Unmute this thread' : 'Mute this thread'}
                </MenuItem>
              </Menu>
            </div>
          )}
        </>
      ) : (
        <button
          type="button"
          className={styles.more}
          aria-expanded={false}
          onClick={() => setUnfolded(true)}
        >
          Resolved: {first.turns.at(-1)?.reason} · {comments.length}{' '}
          {comments.length === 1 ? 'comment' : 'comments'}
        </button>
      )}
    </article>
  );
}

function replyTo(thread: string) {
  return { commentId: newId(), on: { kind: 'thread', thread }, comment: 'x' } as const;
}

function labelOf({ comments, resolved }: Thread, unread: number): string {
  const count = `${comments.length} ${comments.length === 1 ? 'comment' : 'comments'}`;
  return [`Thread, ${count}`, resolved && 'resolved', unread > 0 && `${unread} new`]
    .filter(Boolean)
    .join(', ');
}

function TurnLine({ turn }: { turn: Turn }) {
  const { people } = useRecord();
  return (
    <p className={styles.turn}>
      {turn.resolved ? 'Resolved' : 'Reopened'} by {people.get(turn.by)?.name ?? 'somebody'}:{' '}
      <q>{turn.reason}</q> <When at={turn.at} />
    </p>
  );
}
