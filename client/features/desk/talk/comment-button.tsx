/** Begins a thread on a piece of evidence or a verdict, from where it stands. */
import { MessageSquare } from 'lucide-react';
import { mayComment } from '../../../../domain/policy/document.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './talk.module.css';

export interface CommentButtonProps {
  /** `evidence:<id>` or `verdict:<author>`. */
  about: string;
  /** "the verdict of Ana" */
  what: string;
}

export function CommentButton({ about, what }: CommentButtonProps) {
  const { live, setTab, setForm } = useDesk();
  if (mayComment(live.store.me.role)) return null;
  return (
    <IconButton
      label={`Comment on ${what}`}
      icon={<MessageSquare size={14} aria-hidden />}
      className={styles.remark ?? ''}
      onPress={() => {
        setTab('talk');
        setForm({ name: 'comment', about });
      }}
    />
  );
}
