/** What a place shows when it has nothing, has failed, or is not there yet. Each says what this is and what to do next. */
import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import styles from './states.module.css';

export interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
}

export function EmptyState({ title, children, icon, actions }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.words}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  title: string;
  /** The reason, in the words of whoever refused. */
  children: ReactNode;
  onRetry?(): void;
  actions?: ReactNode;
}

export function ErrorState({ title, children, onRetry, actions }: ErrorStateProps) {
  return (
    <div className={classes(styles.state, styles.error)} role="alert">
      <p className={styles.title}>{title}</p>
      <div className={styles.words}>{children}</div>
      <div className={styles.actions}>
        {onRetry !== undefined && (
          <Button icon={<RotateCw size={14} aria-hidden />} onPress={onRetry}>
            Try again
          </Button>
        )}
        {actions}
      </div>
    </div>
  );
}

/** Grey bars in the shape of what comes; one spoken word. */
export function Skeleton({
  lines = 3,
  label = 'Loading…',
  className,
}: {
  lines?: number;
  label?: string;
  className?: string;
}) {
  return (
    <div className={classes(styles.skeleton, className)} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.bone} aria-hidden="true" />
      ))}
    </div>
  );
}
