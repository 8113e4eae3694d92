/** A message in the flow of the page: what happened, where your words are, what next. */
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './notice.module.css';

const icons = { info: Info, warn: TriangleAlert, danger: CircleAlert };

export interface NoticeProps {
  /** `danger` interrupts a screen reader, the others wait their turn. */
  tone?: 'info' | 'warn' | 'danger';
  children: ReactNode;
  /** Buttons, after the words. */
  actions?: ReactNode;
}

export function Notice({ tone = 'info', children, actions }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div
      className={classes(styles.notice, styles[tone])}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      <Icon size={16} aria-hidden className={styles.icon} />
      <div className={styles.words}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
