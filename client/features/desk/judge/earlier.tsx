/** What a record said before: read from the log when somebody opens it. */
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useDesk } from '../desk-context.ts';
import { type RecordAt, revisionsQuery } from './revisions.ts';
import styles from './verdicts.module.css';

export interface EarlierProps {
  of: RecordAt;
  /** "revision", "revisions" */
  one: string;
  many: string;
  /** Given all revisions, newest first, as the log holds them. */
  children(values: readonly unknown[]): ReactNode;
}

export function Earlier({ of, one, many, children }: EarlierProps) {
  const { id } = useDesk();
  const [open, setOpen] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    ...revisionsQuery(id, of),
    enabled: open,
  });
  const count = of.version - 1;
  return (
    <div className={styles.earlier}>
      <button
        type="button"
        className={styles.disclosure}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={12} aria-hidden />
        {count} earlier {count === 1 ? one : many}
      </button>
      {open && isFetching && !data && <p role="status">Reading…</p>}
      {open && error && !isFetching && (
        <p role="alert">
          They cannot be read now. {error.message}{' '}
          <button type="button" className={styles.disclosure} onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
      {open && data && children(data.revisions.map(({ value }) => value))}
    </div>
  );
}
