/** One comment: who, when, what; that it was changed or deleted, and what its author may do. */
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Comment } from '../../../../domain/record/comment.ts';
import { isCut } from '../../../../domain/record/codec.ts';
import { useQuery } from '@tanstack/react-query';
import { Avatar } from '../../../ui/avatar.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { When } from '../../../ui/when.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { remarkOf, wholeQuery } from '../judge/revisions.ts';
import { CommentForm } from './comment-form.tsx';
import { EarlierWords } from './earlier-words.tsx';
import { SpokenWords } from './spoken-words.tsx';
import styles from './talk.module.css';

export interface CommentItemProps {
  comment: Comment;
  isNew: boolean;
}

export function CommentItem({ comment, isNew }: CommentItemProps) {
  const { form, give } = useDesk();
  const { people } = useRecord();
  const name = people.get(comment.createdBy)?.name ?? 'Somebody';
  const nameOf = (id: number): string => people.get(id)?.name ?? 'somebody';
  const isEdited = form?.name === 'comment-edit' && form.about === comment.id;
  return (
    <li className={styles.comment}>
      <Avatar person={{ id: comment.createdBy, name }} decorative />
      <div className={styles.said}>
        <div className={styles.line}>
          <strong>{name}</strong>
          {isNew && (
            <span className={styles.new} title="New to you">
              <span className="visually-hidden">New.</span>
            </span>
          )}
          <span className={styles.when}>
            <When at={comment.createdAt} />
            {comment.revision > 1 && !comment.deleted && (
              <>
                {' · '}
                <span title={new Date(comment.modifiedAt).toLocaleString()}>
                  edited
                  {comment.modifiedBy !== comment.createdBy && ` by ${nameOf(comment.modifiedBy)}`}
                </span>
              </>
            )}
          </span>
          {!comment.deleted && <CommentMenu comment={comment} />}
        </div>
        {comment.deleted ? (
          <p className={styles.deleted}>
            Deleted
            {comment.deleted.by !== comment.createdBy && ` by ${nameOf(comment.deleted.by)}`}
          </p>
        ) : isEdited ? (
          <CommentForm
            key={comment.revision}
            form="comment-edit"
            label="Change the comment"
            submit="Save"
            place={`${comment.id} ${comment.revision}`}
            at={comment.thread}
            changes={comment}
            give={(words) =>
              give('comment.edit', {
                commentId: comment.id,
                revision: comment.revision,
                comment: words,
              })
            }
          />
        ) : (
          <>
            <Words comment={comment} />
            {comment.revision > 1 && <EarlierWords key={comment.revision} comment={comment} />}
          </>
        )}
      </div>
    </li>
  );
}

/** Those that the record holds cut are read whole when asked for. */
function Words({ comment }: { comment: Comment }) {
  const { id } = useDesk();
  const [asked, setAsked] = useState(false);
  const cut = isCut(comment.comment);
  const whole = useQuery({ ...wholeQuery(id, remarkOf(comment)), enabled: cut && asked });
  return (
    <div className={styles.words}>
      <SpokenWords words={whole.data ?? comment.comment} />
      {cut && typeof whole.data !== 'string' && (
        <button
          type="button"
          className={styles.more}
          onClick={() => (asked ? void whole.refetch() : setAsked(true))}
        >
          {whole.isFetching ? 'Reading…' : whole.isError ? 'Read all: try again' : 'Read all'}
        </button>
      )}
    </div>
  );
}

function CommentMenu({ comment }: { comment: Comment }) {
  const { live, give, setForm } = useDesk();
  const [asks, setAsks] = useState(false);
  const commentId = comment.id;
  const may = live.store.check('comment.delete', { commentId }) === null;
  if (!may) return null;
  // Cut words cannot be brought back by an undo, nor changed from what is here.
  const cut = isCut(comment.comment);
  return (
    <>
      <Menu
        label="Comment"
        trigger={
          <IconButton
            label="More for this comment"
            icon={<Ellipsis size={14} aria-hidden />}
            className={styles.menu ?? ''}
          />
        }
        onSelect={(chosen) => {
          if (chosen === 'edit') setForm({ name: 'comment-edit', about: commentId });
          else if (cut) setAsks(true);
          else void give('comment.delete', { commentId });
        }}
      >
        {!cut && <MenuItem id="edit">Edit</MenuItem>}
        <MenuItem id="delete">Delete</MenuItem>
      </Menu>
      <ConfirmDialog
        title="Delete this comment?"
        isOpen={asks}
        onClose={() => setAsks(false)}
        action="Delete"
        danger
        onConfirm={async () => {
          await give('comment.delete', { commentId });
        }}
      >
        It is long, and cannot be brought back by an undo. What it said stays in the history.
      </ConfirmDialog>
    </>
  );
}
